import { hashPassword, insertUser, openSession } from '../../src/modules/accounts/index.ts'
import type { Role } from '../../src/modules/accounts/index.ts'
import type { SignedIn, World } from './world.ts'

/** Who calls, in the order of the columns; null is nobody. */
export const standings = {
  anonymous: null,
  shopper: {},
  other: {},
  dealer: { role: 'dealer' },
  agent: { isAgent: true },
  support: { role: 'support' },
  admin: { role: 'admin' },
} as const satisfies Record<string, { role?: Role; isAgent?: boolean } | null>
export type Caller = keyof typeof standings
export const callers = Object.keys(standings) as Caller[]

export const PASSWORD = 'matrix-password-1'
let passwordHash: Promise<string> | null = null
let made = 0

export type Someone = SignedIn & { mobile: string; email: string; refresh: string }

/** A person of his own, signed in without the price of a password. */
export async function aPerson(w: World, standing: Exclude<(typeof standings)[Caller], null>): Promise<Someone> {
  made += 1
  const [username, mobile] = [`person_${made}`, `139${String(made).padStart(8, '0')}`]
  const email = `${username}@example.com`
  const { role, isAgent } = { role: 'individual' as Role, isAgent: false, ...standing }
  const { deps: { tokens, config } } = w
  const at = w.deps.now()
  passwordHash ??= hashPassword(PASSWORD)
  const person = { username, mobile, email, passwordHash: await passwordHash, role, isAgent, at }
  const device = { userAgent: '', address: '', deviceId: null }
  return w.inTx(async (tx) => {
    const userId = await insertUser(tx, person)
    const { access, refresh } = await openSession(tx, tokens, { userId, device, refreshDays: config.refreshDays, at })
    return { userId, username, mobile, email, refresh, headers: { authorization: `Bearer ${access}` } }
  })
}
