import { inTransaction } from '../../platform/db.ts'
import type { Db } from '../../platform/db.ts'
import { sendJob } from '../../platform/jobs.ts'

/** Products that are written before anything else is looked at. */
export const PRODUCTS_AT_ONCE = 20
/** A run ends well before the queue thinks it is lost; another goes on. */
const RUN_MS = 240_000

/** Takes step after step until one finds nothing left to do. */
export async function inSlices(
  db: Db, job: { name: string; body: Record<string, unknown> }, step: () => Promise<boolean>,
): Promise<void> {
  const startedAt = performance.now()
  while (await step()) {
    if (performance.now() - startedAt <= RUN_MS) continue
    await inTransaction(db, (tx) => sendJob(tx, job.name, job.body))
    return
  }
}
