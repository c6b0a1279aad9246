import type { FastifyInstance } from 'fastify'
import { Reorder, Reordered } from '@hearth/contracts/content'
import { reorder } from '../modules/content/index.ts'
import type { Ordered } from '../modules/content/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Deps } from './deps.ts'

/** `POST {path}reorder/`: the order in which an administrator dragged things. */
export function reorderRoute(app: FastifyInstance, { db }: Deps, path: string, what: Ordered): void {
  app.post<{ Body: { ids: number[] } }>(`${path}reorder/`, {
    config: { access: 'admin' }, schema: { body: Reorder, response: { 200: Reordered } },
  }, async ({ body: { ids } }) => {
    await inTransaction(db, (tx) => reorder(tx, what, ids))
    return { ids }
  })
}
