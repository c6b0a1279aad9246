import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { lockAdministrators, lockUser, updateUser } from './accounts.sql.ts'
import type { UserChange } from './accounts.sql.ts'
import { unlessTaken } from './register-person.ts'
import { endSessionsOf } from './sessions.sql.ts'

export type ChangePerson = { id: number; actorId: number; change: UserChange; at: Date }

/**
 * Changes a person; what is left out stays. Another password, role or agent flag, and a block, end his sessions at
 * once. The last administrator stays one, and nobody takes rights from himself.
 * Throws accounts.not_found, accounts.invalid, accounts.last_administrator, accounts.not_oneself.
 */
export async function changePerson(tx: Tx, { id, actorId, change, at }: ChangePerson): Promise<void> {
  const mayDemote = change.role !== undefined || change.isActive !== undefined
  const administrators = mayDemote ? await lockAdministrators(tx) : []
  const before = await lockUser(tx, id)
  if (!before) throw new Refusal('accounts.not_found')
  const { role = before.role, isActive = before.is_active, isAgent = before.is_agent } = change
  const stands = role !== before.role || isActive !== before.is_active
  if (stands && id === actorId) throw new Refusal('accounts.not_oneself')
  const isDemoted = before.role === 'admin' && before.is_active && (role !== 'admin' || !isActive)
  if (isDemoted && administrators.every((each) => each === id)) throw new Refusal('accounts.last_administrator')
  await unlessTaken(updateUser(tx, id, change))
  if (stands || isAgent !== before.is_agent || change.passwordHash !== undefined) {
    await endSessionsOf(tx, id, 'the account was changed', at)
  }
  // Names of fields only: what they hold is personal.
  const fields = Object.entries(change).filter(([, value]) => value !== undefined).map(([field]) => field)
  await record(tx, { type: 'accounts.person_changed.v1', at, body: { userId: id, actorId, fields } })
}
