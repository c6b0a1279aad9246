import type { Tx } from '../../platform/db.ts'
import { accountOf, bookEntry, moved } from '../book/index.ts'
import type { ProviderName } from '../payments/index.ts'
import { putFees, selectFees } from './bills.sql.ts'

/** Books what the company took on a day and the book does not hold yet; a fee that is disputed only as agreed. */
export async function bookFees(tx: Tx, provider: ProviderName, day: string, at: Date): Promise<void> {
  const { dueFen, bookedFen, times } = await selectFees(tx, provider, day)
  const moreFen = dueFen - bookedFen
  if (moreFen === 0) return
  await bookEntry(tx, {
    kind: 'fee', key: `fee:${provider}:${day}:${times + 1}`, postings: moved(moreFen, { from: accountOf(provider), to: 'fees' }),
    reference: day, at,
  })
  await putFees(tx, provider, day, { feeFen: dueFen, times: times + 1 })
}
