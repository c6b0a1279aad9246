import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'

/** Two first sign-ins of one person at the same moment make one account. */
export async function lockIdentity(tx: Tx, provider: string, openid: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('accounts.identities'), hashtext(${`${provider}:${openid}`}))`.execute(tx)
}

/** @returns whose identity this is, when it is anybody's */
export function selectIdentity(db: Db, provider: string, openid: string) {
  return db.selectFrom('accounts.identities as i').innerJoin('accounts.users as u', 'u.id', 'i.user_id')
    .select(['u.id', 'u.username', 'u.role', 'u.is_agent', 'u.is_active'])
    .where('i.provider', '=', provider).where('i.openid', '=', openid).executeTakeFirst()
}

export type NewIdentity = {
  userId: number
  provider: string
  openid: string
  unionid: string | null
  nickname: string
  at: Date
}

/** @returns false when the identity, or this person's place for one of this company, is taken */
export async function insertIdentity(tx: Tx, identity: NewIdentity): Promise<boolean> {
  const row = await tx.insertInto('accounts.identities').values({
    user_id: identity.userId, provider: identity.provider, openid: identity.openid, unionid: identity.unionid,
    nickname: identity.nickname.slice(0, 50), linked_at: identity.at,
  }).onConflict((on) => on.doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}

export function selectIdentities(db: Db, userId: number) {
  return db.selectFrom('accounts.identities').select(['provider', 'nickname', 'linked_at'])
    .where('user_id', '=', userId).orderBy('id').execute()
}

/** A person's openid at a company, when one is linked. */
export async function selectOpenid(db: Db, userId: number, provider: string): Promise<string | null> {
  const row = await db.selectFrom('accounts.identities').select('openid')
    .where('user_id', '=', userId).where('provider', '=', provider).executeTakeFirst()
  return row?.openid ?? null
}

/** @returns whether there was one */
export async function deleteIdentity(tx: Tx, userId: number, provider: string): Promise<boolean> {
  const done = await tx.deleteFrom('accounts.identities')
    .where('user_id', '=', userId).where('provider', '=', provider).executeTakeFirst()
  return done.numDeletedRows > 0n
}

export async function deleteIdentitiesOf(tx: Tx, userId: number): Promise<void> {
  await tx.deleteFrom('accounts.identities').where('user_id', '=', userId).execute()
}
