import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { Role } from './account.ts'
import { usernameKey } from './username.ts'

const COLUMNS = [
  'id', 'username', 'mobile', 'email', 'avatar_url', 'role', 'is_agent', 'is_active', 'password_hash', 'deletion_due_at',
] as const

/** @returns the person with this user name (whatever its case) or mobile number, with the password hash */
export function selectUserByLogin(db: Db, login: string) {
  return db.selectFrom('accounts.users').select(COLUMNS)
    .where((eb) => eb.or([eb('username_key', '=', usernameKey(login)), eb('mobile', '=', login)]))
    .where('is_active', '=', true)
    // a name that reads like somebody's mobile never wins over the mobile
    .orderBy(sql`mobile is not distinct from ${login}`, 'desc')
    .limit(1).executeTakeFirst()
}

export function selectUser(db: Db, id: number) {
  return db.selectFrom('accounts.users').select(['id', 'username', 'role', 'is_agent'])
    .where('id', '=', id).where('is_active', '=', true).executeTakeFirst()
}

export async function selectPasswordHash(db: Db, id: number): Promise<string | null> {
  const row = await db.selectFrom('accounts.users').select('password_hash').where('id', '=', id).executeTakeFirst()
  return row?.password_hash ?? null
}

/** Locks a person who has not been deleted. */
export function lockUser(tx: Tx, id: number) {
  return tx.selectFrom('accounts.users').select(COLUMNS).where('id', '=', id).where('deleted_at', 'is', null)
    .forUpdate().executeTakeFirst()
}

export async function countUsername(db: Db, username: string): Promise<number> {
  const row = await db.selectFrom('accounts.users').select('id').where('username_key', '=', usernameKey(username)).executeTakeFirst()
  return row ? 1 : 0
}

export async function countMobile(db: Db, mobile: string): Promise<number> {
  const row = await db.selectFrom('accounts.users').select('id').where('mobile', '=', mobile).executeTakeFirst()
  return row ? 1 : 0
}

/** Locks every administrator who may sign in, so that two cannot step down at the same moment. */
export async function lockAdministrators(tx: Tx): Promise<number[]> {
  const rows = await tx.selectFrom('accounts.users').select('id')
    .where('role', '=', 'admin').where('is_active', '=', true).orderBy('id').forUpdate().execute()
  return rows.map((row) => row.id)
}

/** Agents by id; `search` looks into name and mobile. */
export function selectAgents(db: Db, search: string) {
  return db.selectFrom('accounts.users').select(['id', 'username', 'mobile', 'email', 'role', 'is_agent'])
    .where('is_agent', '=', true).where('is_active', '=', true)
    .$if(search !== '', (query) => query.where((eb) => eb.or([
      eb(sql`position(lower(${search}) in lower(username))`, '>', 0), eb(sql`position(${search} in coalesce(mobile, ''))`, '>', 0),
    ])))
    .orderBy('id').limit(1_000).execute()
}

export type NewUser = {
  username: string
  mobile: string | null
  email: string
  passwordHash: string | null
  role: Role
  isAgent: boolean
  at: Date
}

export async function insertUser(tx: Tx, user: NewUser): Promise<number> {
  const row = await tx.insertInto('accounts.users').values({
    username: user.username, username_key: usernameKey(user.username), mobile: user.mobile, email: user.email,
    password_hash: user.passwordHash, role: user.role, is_agent: user.isAgent, created_at: user.at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type UserChange = Partial<{
  username: string
  mobile: string | null
  email: string
  avatarUrl: string
  passwordHash: string
  role: Role
  isAgent: boolean
  isActive: boolean
  deletionDueAt: Date | null
}>

/** Writes what is given. A name or mobile that somebody else has breaks a unique index (see {@link takenField}). */
export async function updateUser(tx: Tx, id: number, change: UserChange): Promise<void> {
  const values = {
    username: change.username, username_key: change.username === undefined ? undefined : usernameKey(change.username),
    mobile: change.mobile, email: change.email, avatar_url: change.avatarUrl, password_hash: change.passwordHash,
    role: change.role, is_agent: change.isAgent, is_active: change.isActive, deletion_due_at: change.deletionDueAt,
  }
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await tx.updateTable('accounts.users').set(given).where('id', '=', id).execute()
}

export type SignInNow = { userId: number; at: Date; passwordHash?: string | null }

/**
 * Marks a sign-in. @returns false when the person was blocked meanwhile, or the password that let him in is no longer
 * his; who changes either waits for this transaction and then ends its session
 */
export async function touchLastLogin(tx: Tx, { userId, at, passwordHash }: SignInNow): Promise<boolean> {
  const done = await tx.updateTable('accounts.users').set({ last_login_at: at })
    .where('id', '=', userId).where('is_active', '=', true)
    .$if(passwordHash !== undefined, (query) => query.where('password_hash', 'is not distinct from', passwordHash ?? null))
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Leaves the row, for orders and machines point at it, and takes the person out of it. */
export async function anonymiseUserRow(tx: Tx, id: number, at: Date): Promise<void> {
  const username = `已注销_${id}`
  await tx.updateTable('accounts.users').set({
    username, username_key: usernameKey(username), mobile: null, email: '', avatar_url: '', password_hash: null,
    role: 'individual', is_agent: false, is_active: false, deleted_at: at,
  }).where('id', '=', id).execute()
}

/** Takes a person out of the database; a row that points at him refuses it. */
export async function deleteUserRow(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('accounts.sessions').where('user_id', '=', id).execute()
  await tx.deleteFrom('accounts.users').where('id', '=', id).execute()
}

export async function selectDueDeletions(db: Db, now: Date): Promise<number[]> {
  const rows = await db.selectFrom('accounts.users').select('id')
    .where('deletion_due_at', '<=', now).where('deleted_at', 'is', null).orderBy('id').limit(500).execute()
  return rows.map((row) => row.id)
}
