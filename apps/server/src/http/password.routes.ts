import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  ChangePasswordBody, CodeSent, Done, ForgotPasswordBody, PasswordChanged, ResetPasswordBody,
} from '@hearth/contracts/registration'
import {
  accountSentences, checkPicture, hashPassword, holdsSmsCode, isPassword, passwordFaults, refuseFields,
  selectPasswordHash, selectUserByLogin, sendSmsCode, setPassword, useSmsCode, usernameKey,
} from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import { hitThrottle } from '../platform/shared-store.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { networkOf } from './network.ts'
import { deviceIdOf } from './device.ts'
import { languageOf } from './language.ts'
import { signInAs } from './open-session.ts'

const open = { access: 'open' } as const
const FORGOTTEN = { name: 'forgot-password', limit: 1, windowMs: 60_000 }
const RESETS = { name: 'reset-password', limit: 5, windowMs: 60_000 }
const CHANGES = { name: 'change-password', limit: 5, windowMs: 60_000 }
/** Every answer takes as long, whether or not there is an account; the message is sent meanwhile. */
const ANSWER_MS = 500
const said = {
  sent: { zh: '如果账号存在，验证码已发到它的手机。', en: 'If there is such an account, a code is on its way to its mobile.' },
  changed: { zh: '密码已修改，其他设备需要重新登录。', en: 'The password was changed. Other devices have to sign in again.' },
}

/** Forgotten and changed passwords (G-06, G-07; decisions 14 and 22). */
export const passwordRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post('/password/forgot/', { config: open, schema: { body: ForgotPasswordBody, response: { 200: CodeSent } } },
    async (request) => {
      const login = loginOf(request.body)
      const now = deps.now()
      await checkPicture(deps.store, { id: request.body.image_code_id, text: request.body.text }, now)
      await hitThrottle(deps.store, FORGOTTEN, usernameKey(login), now)
      void sendToOwner(deps, request, login).catch((fault: unknown) => {
        request.log.warn({ err: fault }, 'a reset code was not sent')
      })
      await wait(ANSWER_MS)
      return { message: said.sent[languageOf(request)] }
    })

  app.post('/password/reset/', { config: open, schema: { body: ResetPasswordBody, response: { 200: Done } } },
    async (request) => {
      await resetPassword(deps, networkOf(request), request.body)
      return { message: said.changed[languageOf(request)] }
    })

  app.put('/user/password/', {
    config: { access: 'person' }, schema: { body: ChangePasswordBody, response: { 200: PasswordChanged } },
  }, async (request, reply) => changePassword(deps, request, reply, request.body))
}

function loginOf({ mobile, username }: { mobile?: string; username?: string }): string {
  const login = (mobile || username || '').trim()
  return login === '' ? refuseFields({ username: [accountSentences.missing] }) : login
}

async function sendToOwner(deps: Deps, request: FastifyRequest, login: string): Promise<void> {
  const { store, sms, config: { smsDaily } } = deps
  const user = await selectUserByLogin(deps.db, login)
  if (!user?.mobile) return
  await sendSmsCode({ store, sms, smsDaily, now: deps.now() }, {
    mobile: user.mobile, purpose: 'reset_password', address: networkOf(request), deviceId: deviceIdOf(request),
  })
}

function wait(ms: number): Promise<void> {
  return new Promise((go) => void setTimeout(go, ms))
}

async function resetPassword(deps: Deps, address: string, body: ResetPasswordBody): Promise<void> {
  const { store, db } = deps
  const { sms_code: code, password, password2 } = body
  const login = loginOf(body)
  const at = deps.now()
  await hitThrottle(store, RESETS, `${address}:${usernameKey(login)}`, at)
  refuseFaults(passwordFaults({ password, password2 }))
  const user = await selectUserByLogin(db, login)
  if (!user?.mobile) return refuseFields({ sms_code: [accountSentences.smsCode] })
  const { id: userId, username, mobile } = user
  const given = { mobile, purpose: 'reset_password' as const, code }
  // That the account's name is in the password tells whose it is: only who has the code hears it, and keeps it.
  if (await holdsSmsCode(store, given, at)) refuseFaults(passwordFaults({ password, username, mobile }))
  await useSmsCode(store, given, at)
  const passwordHash = await hashPassword(password)
  await inTransaction(db, (tx) => setPassword(tx, { userId, passwordHash, at }))
}

function refuseFaults(faults: ReturnType<typeof passwordFaults>): void {
  if (Object.keys(faults).length > 0) refuseFields(faults)
}

async function changePassword(deps: Deps, request: FastifyRequest, reply: FastifyReply, body: ChangePasswordBody) {
  const { id, username, mobile } = personOf(request)
  const { old_password: old, sms_code: code, password, password2 } = body
  const at = deps.now()
  await hitThrottle(deps.store, CHANGES, String(id), at)
  const before = await selectPasswordHash(deps.db, id)
  refuseFaults(passwordFaults({ password, password2, username, mobile }))
  if (before !== null) {
    if (!(await isPassword(before, old ?? ''))) refuseFields({ old_password: [accountSentences.password] })
  } else if (mobile) await useSmsCode(deps.store, { mobile, purpose: 'verify', code: code ?? '' }, at)
  else refuseFields({ mobile: [accountSentences.missing] })
  const passwordHash = await hashPassword(password)
  const { access, refresh } = await signInAs(deps, request, reply, {
    find: async (tx) => {
      await setPassword(tx, { userId: id, passwordHash, before, at })
      return { id, username, passwordHash }
    },
  })
  return { message: said.changed[languageOf(request)], access, refresh }
}
