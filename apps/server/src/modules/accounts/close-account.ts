import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { anonymiseUserRow, lockAdministrators, lockUser, selectUser, updateUser } from './accounts.sql.ts'
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
  const isAdministrator = (await selectUser(tx, userId))?.role === 'admin'
  if (isAdministrator && (await lockAdministrators(tx)).length === 1) throw new Refusal('accounts.last_administrator')
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

/** `countOpen` is asked once nobody can begin new business in the person's name. */
export type AnonymisePerson = { userId: number; countOpen(tx: Tx): Promise<Record<string, number>>; at: Date }

/**
 * Takes the person out of his account when its time has come; what he bought keeps pointing at the empty account.
 * @returns the path of his picture ('' for none); null when it was taken back meanwhile, or waits for open business
 */
export async function anonymisePerson(tx: Tx, { userId, countOpen, at }: AnonymisePerson): Promise<string | null> {
  const isAdministrator = (await selectUser(tx, userId))?.role === 'admin'
  if (isAdministrator && (await lockAdministrators(tx)).length === 1) return null
  const user = await lockUser(tx, userId)
  if (!user?.deletion_due_at || user.deletion_due_at > at) return null
  if (Object.values(await countOpen(tx)).some((count) => count > 0)) return null
  await endSessionsOf(tx, userId, 'the account was deleted', at)
  await blankSessions(tx, userId)
  await deleteIdentitiesOf(tx, userId)
  await anonymiseUserRow(tx, userId, at)
  await record(tx, { type: 'accounts.person_anonymised.v1', at, body: { userId } })
  return user.avatar_url
}
