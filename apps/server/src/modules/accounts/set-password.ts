import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { lockUser, updateUser } from './accounts.sql.ts'
import { endSessionsOf } from './sessions.sql.ts'

export type SetPassword = { userId: number; passwordHash: string; at: Date }

/** Gives a person another password and ends all his sessions (contract, decision 14). */
export async function setPassword(tx: Tx, { userId, passwordHash, at }: SetPassword): Promise<void> {
  await lockUser(tx, userId)
  await updateUser(tx, userId, { passwordHash })
  await endSessionsOf(tx, userId, 'the password was changed', at)
  await record(tx, { type: 'accounts.password_changed.v1', at, body: { userId } })
}
