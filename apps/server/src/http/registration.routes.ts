import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PersonDetail, PersonBody } from '@hearth/contracts/people'
import {
  CodeSent, MobileCount, RegisteredView, RegistrationBody, SmsCodeQuery, UsernameCount,
} from '@hearth/contracts/registration'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import {
  checkPicture, checkRegistration, countMobile, countUsername, createPerson, drawPictureCode, hashPassword,
  sendSmsCode, useSmsCode,
} from '../modules/accounts/index.ts'
import { hitThrottle } from '../platform/shared-store.ts'
import { createByAdmin } from './people.routes.ts'
import type { Deps } from './deps.ts'
import { deviceIdOf, keepDeviceId } from './device.ts'
import { networkOf } from './network.ts'
import { signInAs } from './open-session.ts'
import { bodyReader } from './validation.ts'

const open = { access: 'open' } as const
const PICTURES = { name: 'pictures', limit: 120, windowMs: 60_000 }
const readRegistration = bodyReader(RegistrationBody)
const readPerson = bodyReader(PersonBody)
const TRUE = /^(?:true|1|yes|y|on|t)$/i

/** Names and mobiles that are free, codes, and registration (D-01 to D-05). */
export const registrationRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get<{ Params: { username: string } }>('/usernames/:username/count/', {
    config: open, schema: { response: { 200: UsernameCount } },
  }, async (request) => {
    const { username } = request.params
    if (!/^[\p{L}\p{N}_]{5,20}$/u.test(username)) throw new Refusal('http.not_found')
    return { username, count: await countUsername(deps.db, username) }
  })

  app.get<{ Params: { mobile: string } }>('/mobiles/:mobile(^1[3-9]\\d{9}$)/count/', {
    config: open, schema: { response: { 200: MobileCount } },
  }, async (request) => ({
    mobile: request.params.mobile, count: await countMobile(deps.db, request.params.mobile),
  }))

  app.get<{ Params: { id: string } }>('/image_codes/:id(^[\\w-]{1,64}$)/', { config: open }, async (request, reply) => {
    await hitThrottle(deps.store, PICTURES, networkOf(request), deps.now())
    keepDeviceId(request, reply, deps.config)
    const picture = await drawPictureCode(deps.store, request.params.id, deps.now())
    return reply.header('cache-control', 'no-store').type('image/png').send(picture)
  })

  app.get<{ Params: { mobile: string } }>('/sms_codes/:mobile(^1[3-9]\\d{9}$)/', {
    config: open, schema: { querystring: SmsCodeQuery, response: { 200: CodeSent } },
  }, async (request) => {
    const { image_code_id: id, text } = request.query as { image_code_id: string; text: string }
    const now = deps.now()
    await checkPicture(deps.store, { id, text }, now)
    const { store, sms, config: { smsDaily } } = deps
    await sendSmsCode({ store, sms, smsDaily, now }, {
      mobile: request.params.mobile, purpose: 'verify', address: networkOf(request), deviceId: deviceIdOf(request),
    })
    return { message: 'OK' }
  })

  // One documented path: who comes without a token, or with a code, registers (D-05); an administrator makes
  // somebody (X-02, contract §5.6).
  app.post('/users/', {
    config: { access: 'public' },
    schema: {
      body: Type.Union([RegistrationBody, PersonBody]), response: { 201: Type.Union([RegisteredView, PersonDetail]) },
    },
    validatorCompiler: () => (value: unknown) => ({ value }),
  }, async (request, reply) => {
    const body = request.body as Record<string, unknown> | null
    const isRegistration = !request.person || body?.sms_code !== undefined
    if (!isRegistration && request.person?.role !== 'admin') throw new Refusal('http.forbidden')
    reply.code(201)
    return isRegistration
      ? register(deps, request, reply, readRegistration(body))
      : createByAdmin(deps, request, readPerson(body))
  })
}

async function register(deps: Deps, request: FastifyRequest, reply: FastifyReply, said: RegistrationBody) {
  const { username, mobile, password, password2, sms_code: code, allow } = said
  const isAllowed = TRUE.test(String(allow))
  await checkRegistration(deps.db, { username, mobile, password, password2, isAllowed })
  await useSmsCode(deps.store, { mobile, purpose: 'verify', code }, deps.now())
  const passwordHash = await hashPassword(password)
  const signedIn = await signInAs(deps, request, reply, {
    find: async (tx) => {
      const id = await createPerson(tx, { username, mobile, passwordHash, actorId: null, at: deps.now() })
      return { id, username }
    },
  })
  return { ...signedIn, mobile }
}
