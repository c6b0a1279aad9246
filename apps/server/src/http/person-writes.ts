import type { FastifyRequest } from 'fastify'
import type { PersonBody, PersonPatch } from '@hearth/contracts/people'
import type { Sentence } from '@hearth/kernel/errors'
import { isMobile } from '@hearth/kernel/mobile'
import {
  accountSentences, changePerson, createPerson, hashPassword, isEmail, passwordFaults, refuseFields,
  usernameFault,
} from '../modules/accounts/index.ts'
import type { UserChange } from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import { selectPerson } from '../reads/people-list.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'

/** An administrator makes somebody (X-02, G-13). Throws accounts.invalid. @returns the person's id */
export async function makePerson(deps: Deps, request: FastifyRequest, said: PersonBody): Promise<number> {
  const actorId = personOf(request).id
  const { username = '', mobile = null, email, passwordHash = null, role, isAgent, isActive } =
    await readPerson(said, { username: '', mobile: null })
  const at = deps.now()
  return inTransaction(deps.db, async (tx) => {
    const id = await createPerson(tx, { username, mobile, email, passwordHash, role, isAgent, actorId, at })
    if (isActive === false) await changePerson(tx, { id, actorId, change: { isActive }, at })
    return id
  })
}

/** An administrator changes somebody; what is left out stays. Throws as {@link changePerson} does. */
export async function writePerson(deps: Deps, request: FastifyRequest, id: number, said: PersonPatch): Promise<void> {
  const actorId = personOf(request).id
  const before = await selectPerson(deps.db, id)
  const change = await readPerson(said, { username: before?.username ?? '', mobile: before?.mobile ?? null })
  await inTransaction(deps.db, (tx) => changePerson(tx, { id, actorId, change, at: deps.now() }))
}

type Before = { username: string; mobile: string | null }

/** What was said of a person, checked; an empty mobile is none. */
async function readPerson(said: PersonPatch, before: Before): Promise<UserChange> {
  const username = said.username?.trim()
  const givenMobile = said.mobile === undefined ? said.phone : said.mobile
  const mobile = givenMobile === undefined ? undefined : givenMobile?.trim() || null
  const email = said.email?.trim()
  const password = said.password || undefined
  const faults: Record<string, Sentence[]> = {}
  const nameFault = username !== undefined && username !== before.username ? usernameFault(username, 'staff') : null
  if (nameFault) faults.username = [nameFault]
  const isKeptMobile = mobile === undefined || mobile === null || mobile === before.mobile
  if (!isKeptMobile && !isMobile(mobile)) faults[said.mobile === undefined ? 'phone' : 'mobile'] = [accountSentences.mobile]
  if (email && !isEmail(email)) faults.email = [accountSentences.email]
  if (password !== undefined) {
    const own = { username: username ?? before.username, mobile: mobile ?? before.mobile }
    Object.assign(faults, passwordFaults({ password, ...own }))
  }
  if (Object.keys(faults).length > 0) refuseFields(faults)
  const { role, is_agent: isAgent, is_active: isActive } = said
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  return { username, mobile, email, role, isAgent, isActive, passwordHash }
}
