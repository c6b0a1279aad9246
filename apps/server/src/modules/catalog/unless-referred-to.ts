import { Refusal } from '@hearth/kernel/errors'
import { sqlState } from '../../platform/db.ts'

const REFERRED_TO = '23503'

/** How many of each kind still refer to something. */
export type Counts = Record<string, number>

/** Throws catalog.still_referred_to with `counts` when there is anything. */
export function refuseReferredTo(counts: Counts): void {
  if (Object.values(counts).some((count) => count > 0)) throw new Refusal('catalog.still_referred_to', { counts })
}

/** What was not counted, or came after the counting, keeps a row too. Throws catalog.still_referred_to. */
export async function unlessReferredTo(counts: Counts, remove: Promise<void>): Promise<void> {
  try {
    await remove
  } catch (fault) {
    if (sqlState(fault) === REFERRED_TO) throw new Refusal('catalog.still_referred_to', { counts: { ...counts, records: 1 } })
    throw fault
  }
}
