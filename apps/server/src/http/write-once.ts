import type { FastifyRequest } from 'fastify'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { runOnce } from '../platform/idempotency.ts'
import type { Once } from '../platform/idempotency.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'

/** What makes two calls of a route one: the person, the key and the body. */
export function onceOf(deps: Deps, request: FastifyRequest, route: string): Once {
  const key = request.headers['idempotency-key'] as string | undefined
  return { scope: `${route}:${personOf(request).id}`, key, body: request.body, at: deps.now() }
}

/** Does a write in its one transaction, once per person, route and `Idempotency-Key` (contract, decision 35). */
export async function writeOnce<T>(
  deps: Deps, request: FastifyRequest, route: string, write: (tx: Tx) => Promise<T>,
): Promise<T> {
  const once = onceOf(deps, request, route)
  const { answer } = await inTransaction(deps.db, (tx) => runOnce(tx, once, () => write(tx)))
  return answer
}
