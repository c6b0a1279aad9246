import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import {
  NEW_PASSWORD, aMobile, aName, aPicture, bearer, codesTo, otherThan, sentCode, signInWith,
} from '../../tests/support/registration.ts'
import { companiesOf } from '../../tests/support/sign-ins.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { hashPassword, setPassword } from '../modules/accounts/index.ts'

let w: World
beforeAll(async () => { w = await openWorld({ listen: true }) })
afterAll(() => w[Symbol.asyncDispose]())

const OLD_PASSWORD = 'test-password-1'
const WRONG_CODE = { sms_code: ['短信验证码不正确或已过期。'] }
const COMMON = { password: ['这个密码太常见，容易被猜到，请换一个。'] }
const OWN = { password: ['密码里不要用自己的用户名或手机号。'] }
const DIFFERS = { password2: ['两次输入的密码不一致。'] }
const CHANGED = '密码已修改，其他设备需要重新登录。'
const invalid = (errors: object) => ({ success: false, code: 400, error_code: 'VALIDATION_ERROR', errors })
const tooMany = { code: 429, error_code: 'RATE_LIMIT_EXCEEDED', facts: { retry_after_seconds: 60 } }

type Someone = SignedIn & { mobile: string }
async function someone(): Promise<Someone> {
  const mobile = aMobile()
  return { ...(await w.signIn(aName(), { mobile })), mobile }
}
const meStatus = async (headers: Record<string, string>) => (await w.app.inject({ url: '/api/user/', headers })).statusCode
const hashOf = (userId: number) => w.db.selectFrom('accounts.users').select('password_hash').where('id', '=', userId).executeTakeFirstOrThrow()
const standing = ({ userId }: SignedIn) => w.db.selectFrom('accounts.sessions').select('id')
  .where('user_id', '=', userId).where('ended_at', 'is', null).execute()
const refresh = (token: string) => w.app.inject({ method: 'POST', url: '/api/auth/refresh/', payload: { refresh: token } })

const forgot = async (said: object) =>
  w.app.inject({ method: 'POST', url: '/api/password/forgot/', payload: { ...(await aPicture(w)), ...said } })
const reset = (said: object) => w.app.inject({
  method: 'POST', url: '/api/password/reset/', payload: { password: NEW_PASSWORD, password2: NEW_PASSWORD, ...said },
})
/** The message is sent while the answer waits. */
async function resetCode({ mobile }: Someone): Promise<string> {
  const before = (await codesTo(w, mobile)).length
  expect((await forgot({ mobile })).statusCode).toBe(200)
  await expect.poll(() => codesTo(w, mobile)).toHaveLength(before + 1)
  return (await codesTo(w, mobile))[0] ?? ''
}

test('a change whose old password was replaced meanwhile does not undo the new one', async () => {
  const { userId, headers, username } = await w.signIn(aName())
  const passwordHash = await hashPassword('the-owners-new-1')
  const payload = { old_password: 'test-password-1', password: NEW_PASSWORD, password2: NEW_PASSWORD }
  const race = await whileFirstIsOpen(w, (tx) => setPassword(tx, { userId, passwordHash, at: w.deps.now() }),
    () => w.app.inject({ method: 'PUT', url: '/api/user/password/', headers, payload }))
  if (race.rival.status !== 'fulfilled') throw race.rival.reason
  expect([race.rivalWaited, race.rival.value.json().errors]).toEqual([true, { old_password: ['密码不正确。'] }])
  expect((await signInWith(w, username, 'the-owners-new-1')).statusCode).toBe(200)
})

describe('a forgotten password', () => {
  test('is answered the same whoever is asked for, and only an account\'s own mobile hears of it', async () => {
    const [ann, bob, noMobile] = [await someone(), await someone(), await w.signIn(aName())]
    const asked = [
      { username: ann.username.toUpperCase() }, { mobile: bob.mobile }, { username: 'nobody_here' }, { mobile: aMobile() },
      { username: noMobile.username },
    ]
    const answers = await Promise.all(asked.map(forgot))
    await companiesOf(w).sms.desk.setDown(true)
    answers.push(await forgot({ mobile: (await someone()).mobile }))
    await companiesOf(w).sms.desk.setDown(false)
    expect(answers.map((answer) => [answer.statusCode, answer.body])).toEqual(
      answers.map(() => [200, JSON.stringify({ message: '如果账号存在，验证码已发到它的手机。' })]),
    )
    const messages = await companiesOf(w).sms.desk.messages()
    expect(messages.map(({ to }) => to).sort()).toEqual([ann.mobile, bob.mobile].sort())
  })

  test('costs a picture read right, whoever is asked for, and says for whom', async () => {
    const { mobile } = await someone()
    for (const who of [{ mobile }, { mobile: aMobile() }]) {
      expect((await forgot({ ...who, text: '!!!!' })).json()).toMatchObject(invalid({ text: ['图形验证码不正确或已过期，请换一张。'] }))
    }
    expect((await forgot({})).json()).toMatchObject(invalid({ username: ['此项必填。'] }))
    expect(await codesTo(w, mobile)).toEqual([])
    // A form brings both fields, one of them empty.
    expect((await forgot({ username: mobile, mobile: '' })).statusCode).toBe(200)
  })

  test('is asked for once a minute, of an account or of none', async () => {
    const { username } = await someone()
    for (const name of [username, 'nobody_else']) {
      expect((await forgot({ username: name })).statusCode).toBe(200)
      const again = await forgot({ username: name.toUpperCase() })
      expect([again.json(), again.headers['retry-after']]).toMatchObject([tooMany, '60'])
    }
    w.advanceMinutes(1.01)
    expect((await forgot({ username })).statusCode).toBe(200)
  })

  test('is set anew with the code, which ends every session and is spent', async () => {
    const ann = await someone()
    const other = (await signInWith(w, ann.username, OLD_PASSWORD)).json()
    const code = await resetCode(ann)
    const answer = await reset({ username: ann.username, sms_code: code })
    expect([answer.statusCode, answer.json(), answer.cookies]).toEqual([200, { message: CHANGED }, []])
    expect(await standing(ann)).toEqual([])
    expect([await meStatus(ann.headers), await meStatus(bearer(other.access))]).toEqual([401, 401])
    expect((await refresh(other.refresh)).statusCode).toBe(401)
    expect((await signInWith(w, ann.username, OLD_PASSWORD)).statusCode).toBe(401)
    expect((await signInWith(w, ann.mobile, NEW_PASSWORD)).statusCode).toBe(200)
    expect((await reset({ mobile: ann.mobile, sms_code: code })).json()).toMatchObject(invalid(WRONG_CODE))
  })

  test('has codes of its own: none of another purpose opens it, nor is it good for another', async () => {
    const ann = await someone()
    const [verify, code] = [await sentCode(w, ann.mobile), await resetCode(ann)]
    expect((await reset({ mobile: ann.mobile, sms_code: verify })).json()).toMatchObject(invalid(WRONG_CODE))
    const leave = await w.app.inject({ method: 'POST', url: '/api/user/deletion/', headers: ann.headers, payload: { sms_code: code } })
    expect(leave.json()).toMatchObject(invalid(WRONG_CODE))
    expect((await reset({ mobile: ann.mobile, sms_code: code })).statusCode).toBe(200)
  })

  test('is not set by a code that was guessed at five times', async () => {
    const [four, five] = [await someone(), await someone()]
    const guess = async (who: Someone, code: string) => (await reset({ mobile: who.mobile, sms_code: code })).statusCode
    const [good, dead, before] = [await resetCode(four), await resetCode(five), await hashOf(five.userId)]
    for (let n = 0; n < 4; n += 1) expect(await guess(four, otherThan(good))).toBe(400)
    expect(await guess(four, good)).toBe(200)
    for (let n = 0; n < 5; n += 1) expect(await guess(five, otherThan(dead))).toBe(400)
    const sixth = await reset({ mobile: five.mobile, sms_code: dead })
    expect([sixth.json(), sixth.headers['retry-after']]).toMatchObject([tooMany, '60'])
    w.advanceMinutes(1.01)
    expect([await guess(five, dead), await hashOf(five.userId)]).toEqual([400, before])
    expect(await standing(five)).toHaveLength(1)
  })

  test('is refused alike for a wrong code and for no account; what is wrong with it says nothing of an account', async () => {
    const ann = await someone()
    const noMobile = await w.signIn(aName())
    const strangers = [{ mobile: ann.mobile }, { mobile: aMobile() }, { username: noMobile.username }]
    // Her name and mobile are in the password, which only she may hear of.
    for (const password of [NEW_PASSWORD, `${ann.username}-x1`]) {
      const said = { sms_code: '000000', password, password2: password }
      const answers = await Promise.all(strangers.map((who) => reset({ ...who, ...said })))
      expect(answers.map((each) => each.json())).toMatchObject(strangers.map(() => invalid(WRONG_CODE)))
      expect(new Set(answers.map((each) => each.body)).size).toBe(1)
    }
  })

  test('has to be a good one; a bad one leaves the code good', async () => {
    const ann = await someone()
    const [sms_code, before] = [await resetCode(ann), await hashOf(ann.userId)]
    const of = async (password: string, password2 = password) =>
      (await reset({ mobile: ann.mobile, sms_code, password, password2 })).json()
    expect(await of('password1')).toMatchObject(invalid(COMMON))
    expect(await of(NEW_PASSWORD, `${NEW_PASSWORD}!`)).toMatchObject(invalid(DIFFERS))
    expect(await of(`${ann.username}-x1`)).toMatchObject(invalid(OWN))
    expect(await of(`${ann.mobile}-x1`)).toMatchObject(invalid(OWN))
    expect(await hashOf(ann.userId)).toEqual(before)
    expect(await of(NEW_PASSWORD)).toEqual({ message: CHANGED })
  })

  test('that was the old one lets nobody in who brings it at that moment', async () => {
    const { userId, username } = await someone()
    const passwordHash = await hashPassword(NEW_PASSWORD)
    const race = await whileFirstIsOpen(w,
      (tx) => setPassword(tx, { userId, passwordHash, at: w.deps.now() }), () => signInWith(w, username, OLD_PASSWORD))
    if (race.rival.status !== 'fulfilled') throw race.rival.reason
    expect([race.rivalWaited, race.rival.value.statusCode]).toEqual([true, 401])
  })
})

describe('changing the password', () => {
  const change = (headers: Record<string, string>, said: object) => w.app.inject({
    method: 'PUT', url: '/api/user/password/', headers, payload: { password: NEW_PASSWORD, password2: NEW_PASSWORD, ...said },
  })

  test('ends every other session and gives fresh tokens to who asked', async () => {
    const ann = await someone()
    const other = (await signInWith(w, ann.username, OLD_PASSWORD)).json()
    const answer = await change(ann.headers, { old_password: OLD_PASSWORD })
    const { access, refresh: fresh, ...rest } = answer.json()
    expect([answer.statusCode, rest]).toEqual([200, { message: CHANGED }])
    expect(answer.cookies).toMatchObject([{ name: 'hearth_device' }, { name: 'hearth_access', value: access }, { name: 'hearth_refresh', value: fresh }])
    expect([await meStatus(ann.headers), await meStatus(bearer(other.access))]).toEqual([401, 401])
    expect(await meStatus(bearer(access))).toBe(200)
    expect([(await refresh(other.refresh)).statusCode, (await refresh(fresh)).statusCode]).toEqual([401, 200])
    expect((await signInWith(w, ann.username, OLD_PASSWORD)).statusCode).toBe(401)
    expect((await signInWith(w, ann.username, NEW_PASSWORD)).statusCode).toBe(200)
  })

  test('needs the old one, and a good new one; else nothing changes', async () => {
    const ann = await someone()
    const [before, events] = [await hashOf(ann.userId), await countOf(w, 'platform.events')]
    const wrongOld = invalid({ old_password: ['密码不正确。'] })
    expect((await change(ann.headers, { old_password: 'wrong-password' })).json()).toMatchObject(wrongOld)
    // A message code is no way round a password.
    expect((await change(ann.headers, { sms_code: await sentCode(w, ann.mobile) })).json()).toMatchObject(wrongOld)
    const own = `${ann.username}-x1`
    for (const [said, errors] of [
      [{ password: 'password1', password2: 'password1' }, COMMON], [{ password: own, password2: own }, OWN], [{ password2: 'x' }, DIFFERS],
    ] as const) {
      expect((await change(ann.headers, { old_password: OLD_PASSWORD, ...said })).json()).toMatchObject(invalid(errors))
    }
    expect([await hashOf(ann.userId), await countOf(w, 'platform.events'), await meStatus(ann.headers)]).toEqual([before, events, 200])
    expect((await change({}, { old_password: OLD_PASSWORD })).json()).toMatchObject({ code: 401, error_code: 'UNAUTHORIZED' })
  })

  test('is tried five times a minute', async () => {
    const [ann, bob] = [await someone(), await someone()]
    for (let n = 0; n < 5; n += 1) expect((await change(ann.headers, { old_password: 'wrong-password' })).statusCode).toBe(400)
    const sixth = await change(ann.headers, { old_password: OLD_PASSWORD })
    expect([sixth.json(), sixth.headers['retry-after']]).toMatchObject([tooMany, '60'])
    expect((await change(bob.headers, { old_password: OLD_PASSWORD })).statusCode).toBe(200)
    w.advanceMinutes(1.01)
    expect((await change(ann.headers, { old_password: OLD_PASSWORD })).statusCode).toBe(200)
  })

  test('of who has none asks for a code to the mobile', async () => {
    const [ann, noMobile] = [await someone(), await w.signIn(aName())]
    await w.db.updateTable('accounts.users').set({ password_hash: null }).where('id', 'in', [ann.userId, noMobile.userId]).execute()
    expect((await change(noMobile.headers, { old_password: '', sms_code: '000000' })).json()).toMatchObject(invalid({ mobile: ['此项必填。'] }))
    const sms_code = await sentCode(w, ann.mobile)
    for (const said of [{}, { old_password: '' }, { sms_code: otherThan(sms_code) }, { sms_code: await sentCode(w, aMobile()) }]) {
      expect((await change(ann.headers, said)).json()).toMatchObject(invalid(WRONG_CODE))
    }
    expect((await hashOf(ann.userId)).password_hash).toBeNull()
    const { access } = (await change(ann.headers, { sms_code })).json()
    expect([await meStatus(bearer(access)), await meStatus(ann.headers)]).toEqual([200, 401])
    expect((await signInWith(w, ann.username, NEW_PASSWORD)).statusCode).toBe(200)
  })
})
