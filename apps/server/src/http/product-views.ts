import type { FastifyInstance } from 'fastify'
import { bumpViews } from '../modules/catalog/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Deps } from './deps.ts'

const WRITTEN_EVERY_MS = 2_000

/** Counts looks at products in memory and writes them together: a popular product is no hot row. */
export type ViewCounter = {
  /** Counts one look. @returns how many looks are not yet written, this one among them */
  look(productId: number): number
}

/** Opens the counter of this process; what is left is written when the server closes. */
export function openViewCounter(app: FastifyInstance, deps: Deps): ViewCounter {
  const unsaved = new Map<number, number>()
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    const batch = new Map(unsaved)
    if (batch.size === 0) return
    await inTransaction(deps.db, (tx) => bumpViews(tx, batch))
    for (const [id, qty] of batch) {
      const left = (unsaved.get(id) ?? 0) - qty
      if (left > 0) unsaved.set(id, left)
      else unsaved.delete(id)
    }
  }
  const save = () => {
    writing = writing.then(write).catch((err: unknown) => deps.log.warn({ err }, 'view counts are written later'))
    return writing
  }
  const timer = setInterval(() => void save(), WRITTEN_EVERY_MS).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await save()
  })
  return {
    look: (productId) => {
      const count = (unsaved.get(productId) ?? 0) + 1
      unsaved.set(productId, count)
      return count
    },
  }
}
