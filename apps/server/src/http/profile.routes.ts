import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { ProfileView, WhoAmI } from '@hearth/contracts/accounts'
import { DeletionBody, DeletionView, ProfileBody, StatisticsView } from '@hearth/contracts/registration'
import { isoShanghai } from '@hearth/kernel/dates'
import { isMobile } from '@hearth/kernel/mobile'
import {
  accountSentences, changePerson, isEmail, isPassword, isUploadOf, refuseFields, requestDeletion,
  selectPasswordHash, useSmsCode, usernameFault, withdrawDeletion,
} from '../modules/accounts/index.ts'
import type { Person, UserChange } from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import { hitThrottle } from '../platform/shared-store.ts'
import { selectOpenBusiness, selectOwnStatistics } from '../reads/person-business.sql.ts'
import { selectPersonSummary } from '../reads/person-summary.sql.ts'
import { personOf } from './access.ts'
import { profileView } from './account-view.ts'
import { keepAvatar } from './avatar.ts'
import type { Deps } from './deps.ts'

const MOBILES = { name: 'change-mobile', limit: 5, windowMs: 60_000 }
const AVATARS = { name: 'avatar', limit: 30, windowMs: 600_000 }
const DELETIONS = { name: 'delete-account', limit: 5, windowMs: 60_000 }

/** One's own profile, picture and numbers, and leaving for good (A-07 to A-09, D-09). */
export const profileRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const config = { access: 'person' } as const
  const profile = async (request: FastifyRequest) =>
    profileView(await selectPersonSummary(deps.db, personOf(request).id), deps.files)

  app.get('/user/', { config, schema: { response: { 200: WhoAmI } } }, async (request) => {
    const { id, username, mobile, email } = personOf(request)
    return { id, username, mobile, email }
  })

  app.get('/user/profile/', { config, schema: { response: { 200: ProfileView } } }, profile)

  app.patch('/user/profile/', { config, schema: { body: ProfileBody, response: { 200: ProfileView } } },
    async (request) => {
      const change = await readChange(deps, request, request.body)
      await writeOwn(deps, request, change)
      return profile(request)
    })

  app.post('/user/avatar/', {
    config: { ...config, takesFiles: true }, schema: { response: { 200: ProfileView } },
  }, async (request) => {
    const { id } = personOf(request)
    await hitThrottle(deps.store, AVATARS, String(id), deps.now())
    const avatarUrl = await keepAvatar(deps, id, request.body)
    await writeOwn(deps, request, { avatarUrl })
    return profile(request)
  })

  app.get('/user/statistics/', { config, schema: { response: { 200: StatisticsView } } }, async (request) => {
    const { total, completed, pending, spent_fen: fen } = await selectOwnStatistics(deps.db, personOf(request).id)
    return {
      orders_count: total, completed_orders_count: completed, pending_orders_count: pending, total_spent: fen / 100,
    }
  })

  app.post('/user/deletion/', { config, schema: { body: DeletionBody, response: { 200: DeletionView } } },
    async (request) => {
      const { id: userId } = personOf(request)
      await proveOneself(deps, request, request.body)
      const at = deps.now()
      const dueAt = await inTransaction(deps.db, async (tx) =>
        requestDeletion(tx, { userId, open: await selectOpenBusiness(tx, userId), at }))
      return { deletes_at: isoShanghai(dueAt) }
    })

  app.delete('/user/deletion/', { config, schema: { response: { 200: DeletionView } } }, async (request) => {
    const { id: userId } = personOf(request)
    await inTransaction(deps.db, (tx) => withdrawDeletion(tx, { userId, at: deps.now() }))
    return { deletes_at: null }
  })
}

/** Writes what somebody changes of himself; a picture that he uploaded and does not use any more goes. */
async function writeOwn(deps: Deps, request: FastifyRequest, change: UserChange): Promise<void> {
  const { id } = personOf(request)
  const before = (await selectPersonSummary(deps.db, id)).avatar_url
  await inTransaction(deps.db, (tx) => changePerson(tx, { id, actorId: id, change, at: deps.now() }))
  const isReplaced = change.avatarUrl !== undefined && change.avatarUrl !== before
  if (isReplaced && isUploadOf(id, before)) await deps.files.remove(before)
}

/** Fields nobody may set of himself, such as `role`, are not read at all. */
async function readChange(deps: Deps, request: FastifyRequest, body: ProfileBody): Promise<UserChange> {
  const before = personOf(request)
  const username = body.username?.trim()
  const mobile = (body.mobile ?? body.phone)?.trim()
  const email = body.email?.trim()
  const avatarUrl = body.avatar_url?.trim()
  const nameFault = username !== undefined && username !== before.username ? usernameFault(username, 'renaming') : null
  if (nameFault) refuseFields({ username: [nameFault] })
  if (email && !isEmail(email)) refuseFields({ email: [accountSentences.email] })
  if (avatarUrl && !isWebAddress(avatarUrl)) refuseFields({ avatar_url: [{ zh: '应为图片网址。', en: 'Must be the address of a picture.' }] })
  const newMobile = mobile !== undefined && mobile !== '' && mobile !== before.mobile ? mobile : undefined
  if (newMobile !== undefined) await proveMobile(deps, before, body, newMobile)
  return { username, mobile: newMobile, email, avatarUrl: avatarUrl && deps.files.path(avatarUrl) }
}

/**
 * A mobile is a way into the account: the new one is proved by the code that was sent to it. In place of another one
 * the password is asked for as well, so that a device left open does not give the account away.
 */
async function proveMobile(deps: Deps, person: Person, body: ProfileBody, mobile: string): Promise<void> {
  const field = body.mobile === undefined ? 'phone' : 'mobile'
  if (!isMobile(mobile)) refuseFields({ [field]: [accountSentences.mobile] })
  if (!body.sms_code) refuseFields({ sms_code: [accountSentences.missing] })
  const passwordHash = person.mobile === null ? null : await selectPasswordHash(deps.db, person.id)
  if (passwordHash !== null) {
    await hitThrottle(deps.store, MOBILES, String(person.id), deps.now())
    const isRight = await isPassword(passwordHash, body.password ?? '')
    if (!isRight) refuseFields({ password: [body.password ? accountSentences.password : accountSentences.missing] })
  }
  await useSmsCode(deps.store, { mobile, purpose: 'verify', code: body.sms_code }, deps.now())
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** By the password, or by a code sent to the account's own mobile. */
async function proveOneself(deps: Deps, request: FastifyRequest, body: DeletionBody): Promise<void> {
  const { id, mobile } = personOf(request)
  const at = deps.now()
  await hitThrottle(deps.store, DELETIONS, String(id), at)
  if (body.sms_code && mobile) return useSmsCode(deps.store, { mobile, purpose: 'verify', code: body.sms_code }, at)
  const passwordHash = await selectPasswordHash(deps.db, id)
  if (!(await isPassword(passwordHash, body.password ?? ''))) refuseFields({ password: [accountSentences.password] })
}
