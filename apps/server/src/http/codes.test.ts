import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMobile, aPicture, askCode, codesTo, otherThan, register, sentCode } from '../../tests/support/registration.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { readPictureCode } from '../modules/accounts/index.ts'

let w: World
beforeAll(async () => { w = await openWorld({ listen: true }) })
afterAll(() => w[Symbol.asyncDispose]())

const MISSING = ['此项必填。']
const WRONG_CODE = { sms_code: ['短信验证码不正确或已过期。'] }
const WRONG_PICTURE = { text: ['图形验证码不正确或已过期，请换一张。'] }
const invalid = (errors: object) => ({ success: false, code: 400, error_code: 'VALIDATION_ERROR', errors })
const get = (url: string) => w.app.inject({ url })
const ask = (mobile: string, query: Record<string, string>) => w.app.inject({ url: `/api/sms_codes/${mobile}/`, query })
const seconds = (n: number) => w.advanceMinutes(n / 60)
const counts = async () => [await countOf(w, 'accounts.users'), await countOf(w, 'accounts.sessions')]
const smsDown = (down: boolean) => w.app.inject({ method: 'POST', url: '/dev/api/messages/down/', payload: { down } })

describe('a picture code', () => {
  const textOf = (id: string) => readPictureCode(w.deps.store, id, w.deps.now())

  test('is a PNG that no cache keeps, of four characters; drawn again it says something new', async () => {
    const answer = await get('/api/image_codes/6f1c-1/')
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' })
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ format: 'png', width: 150, height: 50 })
    const before = await textOf('6f1c-1')
    expect(before).toMatch(/^[a-z0-9]{4}$/)
    await get('/api/image_codes/6f1c-1/')
    expect(await textOf('6f1c-1')).not.toBe(before)
    expect((await ask(aMobile(), { image_code_id: '6f1c-1', text: before ?? '' })).statusCode).toBe(400)
    for (const id of ['a.b', 'x'.repeat(65)]) expect((await get(`/api/image_codes/${id}/`)).statusCode).toBe(404)
  })

  test('is read in any case, once, for 300 seconds', async () => {
    const [used, late] = [await aPicture(w), await aPicture(w)]
    expect((await ask(aMobile(), { ...used, text: used.text.toUpperCase() })).json()).toEqual({ message: 'OK' })
    expect((await ask(aMobile(), used)).json()).toMatchObject(invalid(WRONG_PICTURE))
    seconds(300)
    expect((await ask(aMobile(), late)).json()).toMatchObject(invalid(WRONG_PICTURE))
  })

  test('comes 120 times a minute to one address', async () => {
    seconds(60)
    const draw = () => w.app.inject({ url: '/api/image_codes/many/', remoteAddress: '10.9.9.9' })
    const all = await Promise.all(Array.from({ length: 120 }, draw))
    expect(new Set(all.map((each) => each.statusCode))).toEqual(new Set([200]))
    const more = await draw()
    expect([more.statusCode, more.headers['retry-after']]).toEqual([429, '60'])
  })
})

describe('asking for a message code', () => {
  test('a wrong mobile is 404 before anything else is looked at', async () => {
    for (const mobile of ['12000000000', '1390000000']) expect((await ask(mobile, {})).statusCode).toBe(404)
  })

  test('what is missing is named, and costs no picture', async () => {
    const [mobile, picture] = [aMobile(), await aPicture(w)]
    expect((await ask(mobile, {})).json()).toMatchObject(invalid({ image_code_id: MISSING, text: MISSING }))
    const noText = await ask(mobile, { image_code_id: picture.image_code_id })
    expect(noText.json()).toMatchObject(invalid({ text: MISSING }))
    expect((await ask(mobile, picture)).statusCode).toBe(200)
    expect(await codesTo(w, mobile)).toEqual([expect.stringMatching(/^\d{6}$/)])
  })

  test('a wrong picture is spent, sends nothing and does not start the minute', async () => {
    const [mobile, picture] = [aMobile(), await aPicture(w)]
    expect((await ask(mobile, { ...picture, text: '!!!!' })).json()).toMatchObject(invalid(WRONG_PICTURE))
    expect((await ask(mobile, picture)).json()).toMatchObject(invalid(WRONG_PICTURE))
    expect(await codesTo(w, mobile)).toEqual([])
    expect((await askCode(w, mobile)).statusCode).toBe(200)
  })

  test('a second one within a minute is refused and leaves the first good', async () => {
    const mobile = aMobile()
    const code = await sentCode(w, mobile)
    seconds(59)
    const early = await askCode(w, mobile)
    expect([early.statusCode, early.headers['retry-after']]).toEqual([429, '1'])
    expect(early.json()).toMatchObject({ error_code: 'RATE_LIMIT_EXCEEDED', facts: { retry_after_seconds: 1 } })
    expect(await codesTo(w, mobile)).toEqual([code])
    expect((await register(w, { mobile, sms_code: code })).statusCode).toBe(201)
    seconds(2)
    expect((await askCode(w, mobile)).statusCode).toBe(200)
  })

  test('while the company is down nothing counts', async () => {
    const mobile = aMobile()
    await smsDown(true)
    for (let n = 0; n < 11; n += 1) {
      expect((await askCode(w, mobile)).json()).toMatchObject({ code: 503, error_code: 'SERVICE_UNAVAILABLE' })
    }
    await smsDown(false)
    expect((await askCode(w, mobile)).statusCode).toBe(200)
    expect(await codesTo(w, mobile)).toHaveLength(1)
  })

  test('a number the company does not serve is the field\'s fault', async () => {
    const refused = (await askCode(w, '13900009997')).json()
    expect(refused).toMatchObject(invalid({ mobile: ['这个号码收不到短信。'] }))
    expect((await askCode(w, '13900009997')).statusCode).toBe(400)
  })
})

test('a mobile, an address and a device each get so many codes a day', async () => {
  const env = { SMS_DAILY_PER_MOBILE: '2', SMS_DAILY_PER_ADDRESS: '3', SMS_DAILY_PER_DEVICE: '2' }
  await using small = await openWorld({ listen: true, env })
  const askFrom = async (mobile: string, address: string, device?: string) => {
    small.advanceMinutes(1.01)
    const headers = device ? { 'x-device-id': device } : {}
    return (await askCode(small, mobile, { remoteAddress: address, headers })).statusCode
  }
  const mobile = aMobile()
  expect([await askFrom(mobile, '10.0.0.1'), await askFrom(mobile, '10.0.0.2'), await askFrom(mobile, '10.0.0.3')]).toEqual([200, 200, 429])
  const addresses = [aMobile(), aMobile(), aMobile(), aMobile()].map((each) => () => askFrom(each, '10.0.1.1'))
  for (const [n, asks] of addresses.entries()) expect(await asks()).toBe(n < 3 ? 200 : 429)
  const [first, second, third] = [aMobile(), aMobile(), aMobile()]
  expect([await askFrom(first, '10.0.2.1', 'telephone-1'), await askFrom(second, '10.0.2.2', 'telephone-1')]).toEqual([200, 200])
  expect(await askFrom(third, '10.0.2.3', 'telephone-1')).toBe(429)
  // What one cap refused, the others have not counted: not even the minute of the mobile.
  expect((await askCode(small, third, { remoteAddress: '10.0.2.3' })).statusCode).toBe(200)
  small.advanceMinutes(24 * 60)
  expect([await askFrom(mobile, '10.0.1.1', 'telephone-1'), await codesTo(small, mobile)]).toEqual([200, expect.objectContaining({ length: 3 })])
})

describe('a message code', () => {
  test('lives 300 seconds', async () => {
    const [inTime, late] = [aMobile(), aMobile()]
    const codes = [await sentCode(w, inTime), await sentCode(w, late)]
    seconds(299)
    expect((await register(w, { mobile: inTime, sms_code: codes[0] })).statusCode).toBe(201)
    seconds(1)
    expect((await register(w, { mobile: late, sms_code: codes[1] })).json()).toMatchObject(invalid(WRONG_CODE))
  })

  test('is good for the mobile it went to and no other', async () => {
    const [mine, other] = [aMobile(), aMobile()]
    const [code, before] = [await sentCode(w, mine), await counts()]
    expect((await register(w, { mobile: other, sms_code: code })).json()).toMatchObject(invalid(WRONG_CODE))
    expect(await counts()).toEqual(before)
    expect((await register(w, { mobile: mine, sms_code: code })).statusCode).toBe(201)
  })

  test('stands four wrong guesses, not five, and is never found in a hundred', async () => {
    const [four, hundred] = [aMobile(), aMobile()]
    const guess = async (mobile: string, code: string) => (await register(w, { mobile, sms_code: code })).statusCode
    const good = await sentCode(w, four)
    for (let n = 0; n < 4; n += 1) expect(await guess(four, otherThan(good))).toBe(400)
    expect(await guess(four, good)).toBe(201)
    const [code, before] = [await sentCode(w, hundred), await counts()]
    for (let n = 0; n < 5; n += 1) expect(await guess(hundred, otherThan(code))).toBe(400)
    for (let n = 0; n < 95; n += 1) expect(await guess(hundred, n % 2 ? code : otherThan(code))).toBe(400)
    expect(await counts()).toEqual(before)
    seconds(61)
    expect(await guess(hundred, await sentCode(w, hundred))).toBe(201)
  })

  test('used by two at once makes one account', async () => {
    const mobile = aMobile()
    const [code, [users = 0]] = [await sentCode(w, mobile), await counts()]
    const both = await Promise.all([0, 1].map(() => register(w, { mobile, sms_code: code })))
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 400])
    expect(await countOf(w, 'accounts.users')).toBe(users + 1)
  })
})
