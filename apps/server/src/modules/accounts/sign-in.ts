import { Refusal } from '@hearth/kernel/errors'
import type { Db } from '../../platform/db.ts'
import { hitThrottle } from '../../platform/shared-store.ts'
import type { Hits, SharedStore } from '../../platform/shared-store.ts'
import type { Role } from './account.ts'
import { selectUserByLogin } from './accounts.sql.ts'
import { isPassword } from './passwords.ts'
import { checkPicture } from './codes.ts'
import { sentences } from './errors.ts'
import { hashOf } from './sessions.ts'
import { isKnownDevice } from './sessions.sql.ts'
import { usernameKey } from './username.ts'

const SIGN_INS = { name: 'sign-in', limit: 5, windowMs: 60_000 }
/** Wrong passwords of the last hour; how many there are decides what the next try has to bring. */
const FAILURES = { name: 'sign-in-failed', limit: 50, windowMs: 3_600_000 }
const FREE_FAILURES = 5
/** Of all accounts together: so many wrong passwords from one address are no mistakes of its people. */
const FAILURES_OF_ADDRESS = { name: 'sign-in-failed-address', limit: 200, windowMs: 600_000 }
const FREE_FAILURES_OF_ADDRESS = 100
const LONGEST_WAIT_MS = 15 * 60_000

export type PasswordSignIn = {
  login: string
  password: string
  picture: { id: string; text: string } | null
  address: string
  deviceId: string | null
  now: Date
}
export type WhoSignedIn = { id: number; username: string; role: Role; isAgent: boolean; passwordHash: string | null }

/**
 * Finds whose name or mobile and password these are. Five tries a minute for an address and a name; from the sixth
 * failure in an hour each try waits twice as long as the one before and brings a picture code. Another address's
 * failures ask for a picture code only, as do a hundred of one address in ten minutes, and nothing of a device on which
 * the person has signed in before: nobody locks him out. Throws throttle.too_many, accounts.needs_picture_code,
 * accounts.wrong_login; the same for unknown accounts.
 */
export async function signInByPassword(db: Db, store: SharedStore, input: PasswordSignIn): Promise<WhoSignedIn> {
  const { password, address, deviceId, now } = input
  const login = input.login.trim()
  const account = usernameKey(login)
  await hitThrottle(store, SIGN_INS, `${address}:${account}`, now)
  const user = await selectUserByLogin(db, login)
  const isKnown = deviceId !== null && (await isKnownDevice(db, user?.id ?? 0, hashOf(deviceId)))
  const here = isKnown ? `device:${hashOf(deviceId)}:${account}` : `address:${address}:${account}`
  const [fromHere, ofAll, ofAddress] = await Promise.all([
    store.hits(FAILURES, here, now), store.hits(FAILURES, account, now), store.hits(FAILURES_OF_ADDRESS, address, now),
  ])
  refuseTooSoon(fromHere, now)
  const failures = isKnown ? fromHere.count : Math.max(fromHere.count, ofAll.count)
  const isFlood = !isKnown && ofAddress.count >= FREE_FAILURES_OF_ADDRESS
  if (failures > FREE_FAILURES || isFlood) await checkNeededPicture(store, input)
  if (!(await isPassword(user?.password_hash, password)) || !user) {
    await store.hit(FAILURES, here, now)
    await store.hit(FAILURES, account, now)
    await store.hit(FAILURES_OF_ADDRESS, address, now)
    throw new Refusal('accounts.wrong_login', failures >= FREE_FAILURES ? { needs_image_code: true } : {})
  }
  if (fromHere.count > 0) await store.forgetHits(FAILURES, here)
  const { id, username, is_agent: isAgent, password_hash: passwordHash } = user
  return { id, username, role: user.role as Role, isAgent, passwordHash }
}

function refuseTooSoon({ count, lastAt }: Hits, now: Date): void {
  if (count <= FREE_FAILURES || !lastAt) return
  const waitMs = Math.min(LONGEST_WAIT_MS, 60_000 * 2 ** (count - FREE_FAILURES - 1))
  const leftMs = lastAt.getTime() + waitMs - now.getTime()
  if (leftMs > 0) throw new Refusal('throttle.too_many', { retry_after_seconds: Math.ceil(leftMs / 1_000) })
}

async function checkNeededPicture(store: SharedStore, { picture, now }: PasswordSignIn): Promise<void> {
  const facts = { needs_image_code: true }
  if (!picture) throw new Refusal('accounts.needs_picture_code', { ...facts, fields: { text: [sentences.missing] } })
  await checkPicture(store, picture, now, facts)
}
