import type { Sentence } from '@hearth/kernel/errors'
import { isMobile } from '@hearth/kernel/mobile'
import type { Db, Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import type { Role } from './account.ts'
import { countMobile, countUsername, insertUser } from './accounts.sql.ts'
import { refuseFields, sentences, takenField } from './errors.ts'
import { passwordFaults } from './password-rules.ts'
import { usernameFault } from './username.ts'

export type Registration = {
  username: string
  mobile: string
  password: string
  password2: string
  isAllowed: boolean
}

/** What is wrong with a registration, every field at once. Throws accounts.invalid. */
export async function checkRegistration(db: Db, given: Registration): Promise<void> {
  const { username, mobile, password, password2 } = given
  const faults: Record<string, Sentence[]> = { ...passwordFaults({ password, password2, username, mobile }) }
  const nameFault = usernameFault(username, 'registering') ?? ((await countUsername(db, username)) > 0 ? sentences.taken : null)
  if (nameFault) faults.username = [nameFault]
  const isTaken = isMobile(mobile) && (await countMobile(db, mobile)) > 0
  const mobileFault = isTaken ? sentences.taken : isMobile(mobile) ? null : sentences.mobile
  if (mobileFault) faults.mobile = [mobileFault]
  if (!given.isAllowed) faults.allow = [sentences.allow]
  if (Object.keys(faults).length > 0) refuseFields(faults)
}

export type NewPerson = {
  username: string
  mobile: string | null
  email?: string
  passwordHash: string | null
  role?: Role
  isAgent?: boolean
  /** Who made him; null when he came himself. */
  actorId: number | null
  at: Date
}

/** Makes an account. Throws accounts.invalid on the field that somebody else has taken meanwhile. */
export async function createPerson(tx: Tx, input: NewPerson): Promise<number> {
  const { username, mobile, email = '', passwordHash, role = 'individual', isAgent = false, actorId, at } = input
  const userId = await unlessTaken(insertUser(tx, { username, mobile, email, passwordHash, role, isAgent, at }))
  await record(tx, { type: 'accounts.person_created.v1', at, body: { userId, actorId, role, isAgent } })
  return userId
}

/** Turns a broken unique index into the refusal of its field. */
export async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (fault) {
    const field = takenField(fault)
    if (field) refuseFields({ [field]: [sentences.taken] })
    throw fault
  }
}
