import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { lockUser, updateUser } from './accounts.sql.ts'
import { refuseFields, sentences } from './errors.ts'
import { endSessionsOf } from './sessions.sql.ts'

/** `before`: the hash that was proved; left out when something else was. */
export type SetPassword = { userId: number; passwordHash: string; before?: string | null; at: Date }

/**
 * Gives a person another password and ends all his sessions (contract, decision 14). Throws accounts.invalid when the
 * password that was proved is not his any more.
 */
export async function setPassword(tx: Tx, { userId, passwordHash, before, at }: SetPassword): Promise<void> {
  const user = await lockUser(tx, userId)
  if (before !== undefined && user?.password_hash !== before) refuseFields({ old_password: [sentences.password] })
  await updateUser(tx, userId, { passwordHash })
  await endSessionsOf(tx, userId, 'the password was changed', at)
  await record(tx, { type: 'accounts.password_changed.v1', at, body: { userId } })
}
