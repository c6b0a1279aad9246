import type { InjectOptions } from 'fastify'
import { readPictureCode } from '../../src/modules/accounts/index.ts'
import { companiesOf } from './sign-ins.ts'
import type { World } from './world.ts'

/** From where and as whom somebody calls. */
export type Caller = Pick<InjectOptions, 'headers' | 'remoteAddress'>
/** A password that nobody has used yet. */
export const NEW_PASSWORD = 'Kestrel-Moor-27'
let made = 0

/** A mobile that nobody has. */
export function aMobile(): string {
  made += 1
  return `139${String(made).padStart(8, '0')}`
}

/** A user name that nobody has. */
export function aName(): string {
  made += 1
  return `person_${made}`
}

/** Draws a picture code. @returns its id and what it says, as the routes take them */
export async function aPicture(w: World): Promise<{ image_code_id: string; text: string }> {
  made += 1
  const id = `picture-${made}`
  await w.app.inject({ url: `/api/image_codes/${id}/` })
  return { image_code_id: id, text: (await readPictureCode(w.deps.store, id, w.deps.now())) ?? '' }
}

/** Asks for a message code with a picture read right. */
export async function askCode(w: World, mobile: string, caller: Caller = {}) {
  return w.app.inject({ url: `/api/sms_codes/${mobile}/`, query: await aPicture(w), ...caller })
}

/** The codes that were sent to a mobile, the newest first. */
export async function codesTo(w: World, mobile: string): Promise<string[]> {
  return (await companiesOf(w).sms.desk.messages(mobile)).map(({ code }) => code ?? '')
}

/** Has a code sent. @returns it */
export async function sentCode(w: World, mobile: string): Promise<string> {
  const answer = await askCode(w, mobile)
  const [code] = await codesTo(w, mobile)
  if (answer.statusCode !== 200 || !code) throw new Error(`No code came to ${mobile}: ${answer.body}`)
  return code
}

/** A code of six digits that is not this one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** Registers; what is not said is in order, but for the code. */
export function register(w: World, said: object, caller: Caller = {}) {
  const payload = {
    username: aName(), mobile: aMobile(), password: NEW_PASSWORD, password2: NEW_PASSWORD, sms_code: '000000', allow: 'true',
    ...said,
  }
  return w.app.inject({ method: 'POST', url: '/api/users/', payload, ...caller })
}

export const signInWith = (w: World, username: string, password: string) =>
  w.app.inject({ method: 'POST', url: '/api/authorizations/', payload: { username, password } })

/** The headers of somebody with this access token. */
export const bearer = (access: string) => ({ authorization: `Bearer ${access}` })
