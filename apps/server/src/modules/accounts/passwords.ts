import argon2 from '@node-rs/argon2'
import { inTurn } from './in-turn.ts'

const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
// A hash of nothing anyone types: an unknown account takes as long as a wrong password.
let decoy: Promise<string> | null = null

/** argon2id, 19 MiB, 2 passes; on a thread of its own. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => argon2.hash(password, ARGON2ID))
}

/** Whether this is the password; takes as long when there is none. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const against = passwordHash ?? (await decoy)
  const isRight = await inTurn(() => argon2.verify(against, password))
  return isRight && Boolean(passwordHash)
}
