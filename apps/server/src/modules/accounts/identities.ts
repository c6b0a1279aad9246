import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { lockUser, updateUser } from './accounts.sql.ts'
import type { OutsidePerson } from './identity-provider.ts'
import { deleteIdentity, insertIdentity, lockIdentity, selectIdentities, selectIdentity } from './identities.sql.ts'
import { createPerson } from './register-person.ts'
import { madeUpName } from './username.ts'

export type ByIdentity = { provider: string; person: OutsidePerson; at: Date }

/** The account that is linked to somebody at WeChat; makes one when there is none (contract A-04). */
export async function findOrCreateByIdentity(tx: Tx, input: ByIdentity): Promise<{ id: number; username: string }> {
  await lockIdentity(tx, input.provider, input.person.openid)
  const known = await selectIdentity(tx, input.provider, input.person.openid)
  if (known) {
    if (!known.is_active) throw new Refusal('accounts.wrong_login')
    return known
  }
  const username = madeUpName()
  const id = await createPerson(tx, { username, mobile: null, passwordHash: null, actorId: null, at: input.at })
  await linkIdentity(tx, { ...input, userId: id })
  return { id, username }
}

/** Links somebody at a company to an account. Throws accounts.identity_taken when either has a link already. */
export async function linkIdentity(tx: Tx, input: ByIdentity & { userId: number }): Promise<void> {
  const { userId, provider, person: { openid, unionid, nickname }, at } = input
  const isLinked = await insertIdentity(tx, { userId, provider, openid, unionid, nickname, at })
  if (!isLinked) throw new Refusal('accounts.identity_taken')
  await record(tx, { type: 'accounts.identity_linked.v1', at, body: { userId, provider } })
}

/** Takes a link away; never the last way into the account. Throws accounts.identity_not_found, accounts.last_way_in. */
export async function unlinkIdentity(tx: Tx, input: { userId: number; provider: string; at: Date }): Promise<void> {
  const { userId, provider, at } = input
  const user = await lockUser(tx, userId)
  const linked = await selectIdentities(tx, userId)
  if (!linked.some((each) => each.provider === provider)) throw new Refusal('accounts.identity_not_found')
  // With a mobile a new password can always be had by a code.
  const hasOther = linked.length > 1 || Boolean(user?.password_hash) || Boolean(user?.mobile)
  if (!hasOther) throw new Refusal('accounts.last_way_in')
  await deleteIdentity(tx, userId, provider)
  await record(tx, { type: 'accounts.identity_unlinked.v1', at, body: { userId, provider } })
}

/** Gives administrator's rights to who signs in at the simulated WeChat with a code for it; never in production. */
export async function grantSimulatedAdmin(tx: Tx, userId: number): Promise<void> {
  await updateUser(tx, userId, { role: 'admin' })
}
