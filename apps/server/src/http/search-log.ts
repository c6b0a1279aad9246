import type { FastifyInstance, FastifyRequest } from 'fastify'
import { logSearches } from '../modules/search/index.ts'
import type { Searched } from '../modules/search/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Deps } from './deps.ts'

const WAITING_AT_MOST = 10_000
const AT_ONCE = 500

/** Keeps what people look for without making them wait: written beside the answers, many together when it is busy. */
export type SearchLog = {
  /** Notes a search that was answered; what cannot be written is lost. */
  note(request: FastifyRequest, keyword: string | undefined, foundQty: number): void
}

/** Opens the log of this process; what waits is written when the server closes. */
export function openSearchLog(app: FastifyInstance, deps: Deps): SearchLog {
  const answered = new WeakMap<FastifyRequest, Searched>()
  let waiting: Searched[] = []
  let writing: Promise<void> | null = null
  const write = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, AT_ONCE)
      await inTransaction(deps.db, (tx) => logSearches(tx, batch))
        .catch((err: unknown) => deps.log.warn({ err }, 'searches could not be logged'))
    }
    writing = null
  }
  const note = (searched: Searched) => {
    if (waiting.length >= WAITING_AT_MOST) waiting = waiting.slice(1)
    waiting.push(searched)
    writing ??= write()
  }
  app.addHook('onResponse', async (request, reply) => {
    const searched = answered.get(request)
    if (searched && reply.statusCode === 200) note(searched)
  })
  app.addHook('onClose', async () => { await writing })
  return {
    note: (request, keyword, foundQty) => {
      if (keyword) answered.set(request, { keyword, userId: request.person?.id ?? null, foundQty, at: deps.now() })
    },
  }
}
