import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { anonymiseUserRow, lockAdministrators, lockUser, updateUser } from './accounts.sql.ts'
import { deleteIdentitiesOf } from './identities.sql.ts'
import { blankSessions, endSessionsOf } from './sessions.sql.ts'

const GRACE_MS = 7 * 86_400_000

/** `open`: orders and repairs that are not finished. */
export type RequestDeletion = { userId: number; open: Record<string, number>; at: Date }

/**
 * Notes that a person wants his account deleted; it happens seven days later, until when he may take it back.
 * Throws accounts.open_business (`counts`), accounts.last_administrator. @returns when it happens
 */
export async function requestDeletion(tx: Tx, { userId, open, at }: RequestDeletion): Promise<Date> {
  if (Object.values(open).some((count) => count > 0)) throw new Refusal('accounts.open_business', { counts: open })
  const administrators = await lockAdministrators(tx)
  if (administrators.length === 1 && administrators.includes(userId)) throw new Refusal('accounts.last_administrator')
  const user = await lockUser(tx, userId)
  const dueAt = user?.deletion_due_at ?? new Date(at.getTime() + GRACE_MS)
  await updateUser(tx, userId, { deletionDueAt: dueAt })
  await record(tx, { type: 'accounts.deletion_requested.v1', at, body: { userId } })
  return dueAt
}

export async function withdrawDeletion(tx: Tx, { userId, at }: { userId: number; at: Date }): Promise<void> {
  await updateUser(tx, userId, { deletionDueAt: null })
  await record(tx, { type: 'accounts.deletion_withdrawn.v1', at, body: { userId } })
}

export type AnonymisePerson = { userId: number; open: Record<string, number>; at: Date }

/**
 * Takes the person out of his account when its time has come; what he bought keeps pointing at the empty account.
 * @returns false when it was taken back meanwhile, or business is open again: then it waits
 */
export async function anonymisePerson(tx: Tx, { userId, open, at }: AnonymisePerson): Promise<boolean> {
  const user = await lockUser(tx, userId)
  const isDue = user?.deletion_due_at && user.deletion_due_at <= at
  if (!isDue || Object.values(open).some((count) => count > 0)) return false
  await endSessionsOf(tx, userId, 'the account was deleted', at)
  await blankSessions(tx, userId)
  await deleteIdentitiesOf(tx, userId)
  await anonymiseUserRow(tx, userId, at)
  await record(tx, { type: 'accounts.person_anonymised.v1', at, body: { userId } })
  return true
}
