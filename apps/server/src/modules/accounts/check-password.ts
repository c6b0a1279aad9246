import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@hearth/kernel/errors'
import type { Db } from '../../platform/db.ts'
import type { Role } from './account.ts'
import { selectUserByLogin } from './accounts.sql.ts'

const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
// A hash of nothing anyone types: an unknown account takes as long as a wrong password.
let decoy: Promise<string> | null = null

/** argon2id, 19 MiB, 2 passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID)
}

/**
 * Finds whose name or mobile and password these are. Throws accounts.wrong_login, the same for an unknown account and a
 * wrong password, after the same work.
 */
export async function checkPassword(db: Db, login: string, password: string) {
  const user = await selectUserByLogin(db, login.trim())
  decoy ??= hashPassword('no account has this password')
  const isRight = await verify(user?.password_hash ?? (await decoy), password)
  if (!user?.password_hash || !isRight) throw new Refusal('accounts.wrong_login')
  return { id: user.id, username: user.username, role: user.role as Role, isAgent: user.is_agent }
}
