import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { sqlState } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { deleteUserRow, lockAdministrators, lockUser } from './accounts.sql.ts'

const REFERRED_TO = '23503'

/** `counts`: what still belongs to the person, by kind. */
export type RemovePerson = { id: number; actorId: number; counts: Record<string, number>; at: Date }

/**
 * Takes an account out of the database that nothing refers to.
 * Throws accounts.not_found, accounts.not_oneself, accounts.last_administrator, accounts.still_referred_to (`counts`).
 */
export async function removePerson(tx: Tx, { id, actorId, counts, at }: RemovePerson): Promise<void> {
  const administrators = await lockAdministrators(tx)
  if (!(await lockUser(tx, id))) throw new Refusal('accounts.not_found')
  if (id === actorId) throw new Refusal('accounts.not_oneself')
  if (administrators.includes(id) && administrators.length === 1) throw new Refusal('accounts.last_administrator')
  if (Object.values(counts).some((count) => count > 0)) throw new Refusal('accounts.still_referred_to', { counts })
  try {
    await deleteUserRow(tx, id)
  } catch (fault) {
    // What he did to others' orders and machines keeps his name.
    if (sqlState(fault) === REFERRED_TO) throw new Refusal('accounts.still_referred_to', { counts: { ...counts, records: 1 } })
    throw fault
  }
  await record(tx, { type: 'accounts.person_removed.v1', at, body: { userId: id, actorId } })
}
