import type { Sentence } from '@hearth/kernel/errors'
import { isMobile } from '@hearth/kernel/mobile'
import type { Db, Tx } from '../../platform/db.ts'
import type { SharedStore } from '../../platform/shared-store.ts'
import { countUsername, selectUserByLogin } from './accounts.sql.ts'
import { holdsSmsCode, useSmsCode } from './codes.ts'
import { refuseFields, sentences } from './errors.ts'
import { linkIdentity } from './identities.ts'
import { passwordFaults } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { IdentityProof } from './proofs.ts'
import { createPerson } from './register-person.ts'
import { madeUpName } from './username.ts'

export type BindIdentity = { proof: IdentityProof; mobile: string; password: string; code: string; at: Date }
type Found = { id: number; username: string; passwordHash: string | null }
/** `find` links and gives the account, inside the transaction that also opens the session. */
export type Bound = { isNew: boolean; find(tx: Tx): Promise<Found> }

/**
 * Binds somebody at a company to the account with this mobile, whose password he knows, or to a new account (contract
 * D-08). A wrong password leaves the message code good for another try. Throws accounts.invalid; `find` throws
 * accounts.identity_taken.
 */
export async function bindIdentity(parts: { db: Db; store: SharedStore }, input: BindIdentity): Promise<Bound> {
  const { db, store } = parts
  const { proof, mobile, password, code, at } = input
  if (!isMobile(mobile)) refuseFields({ mobile: [sentences.mobile] })
  const given = { mobile, purpose: 'verify' as const, code }
  const user = await accountOf(db, mobile)
  const faults = await faultsOf(user, input)
  if (faults && (await holdsSmsCode(store, given, at))) refuseFields(faults)
  await useSmsCode(store, given, at)
  if (user) {
    const found = { id: user.id, username: user.username, passwordHash: user.password_hash }
    return { isNew: false, find: async (tx) => {
      await linkIdentity(tx, { ...proof, userId: user.id, at })
      return found
    } }
  }
  const passwordHash = await hashPassword(password)
  return { isNew: true, find: async (tx) => {
    const username = await freeName(tx, mobile)
    const id = await createPerson(tx, { username, mobile, passwordHash, actorId: null, at })
    await linkIdentity(tx, { ...proof, userId: id, at })
    return { id, username, passwordHash }
  } }
}

async function accountOf(db: Db, mobile: string) {
  const user = await selectUserByLogin(db, mobile)
  return user?.mobile === mobile ? user : null
}

type Account = Awaited<ReturnType<typeof accountOf>>
type Faults = Record<string, Sentence[]>

async function faultsOf(user: Account, { password, mobile }: BindIdentity): Promise<Faults | null> {
  if (user) return (await isPassword(user.password_hash, password)) ? null : { password: [sentences.password] }
  const faults = passwordFaults({ password, mobile })
  return Object.keys(faults).length > 0 ? faults : null
}

/** The mobile itself (contract D-08), unless somebody who had this number before still carries it as his name. */
async function freeName(tx: Tx, mobile: string): Promise<string> {
  return (await countUsername(tx, mobile)) === 0 ? mobile : madeUpName()
}
