import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSku } from '../../tests/support/builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { NEW_PASSWORD, aMobile, aName, bearer, register, sentCode } from '../../tests/support/registration.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { createPerson } from '../modules/accounts/index.ts'

let w: World
beforeAll(async () => { w = await openWorld({ listen: true }) })
afterAll(() => w[Symbol.asyncDispose]())

const MISSING = ['此项必填。']
const TAKEN = ['已被使用。']
const WRONG_CODE = { sms_code: ['短信验证码不正确或已过期。'] }
const invalid = (errors: object) => ({ success: false, code: 400, error_code: 'VALIDATION_ERROR', errors })
const get = (url: string) => w.app.inject({ url: encodeURI(url) })
const written = async () => [await countOf(w, 'accounts.users'), await countOf(w, 'accounts.sessions'), await countOf(w, 'platform.events')]
const userNamed = (username: string) => w.db.selectFrom('accounts.users')
  .select(['username', 'mobile', 'email', 'role', 'is_agent', 'is_active', 'password_hash'])
  .where('username', '=', username).executeTakeFirst()

describe('what is free', () => {
  test.each([
    ['abcd', 404], ['abcde', 200], ['a'.repeat(20), 200], ['a'.repeat(21), 404], ['小明的账号', 200], ['ab-cde', 404], ['ab cde', 404],
  ])('the user name %s is asked about: %i', async (name, status) => {
    const answer = await get(`/api/usernames/${name}/count/`)
    expect(answer.json()).toMatchObject(status === 200 ? { username: name, count: 0 } : { code: 404, error_code: 'NOT_FOUND' })
    expect(answer.statusCode).toBe(status)
  })

  test.each([
    ['13000000000', 200], ['19900000000', 200], ['12000000000', 404], ['1300000000', 404], ['130000000000', 404], ['1300000000a', 404],
  ])('the mobile %s is asked about: %i', async (mobile, status) => {
    const answer = await get(`/api/mobiles/${mobile}/count`)
    expect(answer.json()).toMatchObject(status === 200 ? { mobile, count: 0 } : { code: 404, error_code: 'NOT_FOUND' })
    expect(answer.statusCode).toBe(status)
  })

  test('what somebody has counts 1; a name however it is written', async () => {
    await w.signIn('OceanPax', { mobile: '13812340001' })
    for (const username of ['OceanPax', 'oceanpax', 'ＯceanPax', 'осеаnPax']) {
      expect((await get(`/api/usernames/${username}/count/`)).json()).toEqual({ username, count: 1 })
    }
    expect((await get('/api/mobiles/13812340001/count/')).json()).toEqual({ mobile: '13812340001', count: 1 })
  })
})

describe('registering', () => {
  test('makes an account and signs in, in the answer and in cookies', async () => {
    const [username, mobile] = [aName(), aMobile()]
    const answer = await register(w, { username, mobile, sms_code: await sentCode(w, mobile) })
    expect(answer.statusCode).toBe(201)
    const said = answer.json()
    expect(said).toEqual({
      id: expect.any(Number), username, mobile, token: said.access, access: expect.stringMatching(/^ey/), refresh: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(answer.cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual(
      ['hearth_device', 'hearth_access', 'hearth_refresh'].map((name) => ({ name, httpOnly: true, sameSite: 'Lax' })),
    )
    const me = { id: said.id, username, mobile, email: '' }
    expect((await w.app.inject({ url: '/api/user/', headers: bearer(said.token) })).json()).toEqual(me)
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    expect((await w.app.inject({ url: '/api/user/', headers: { cookie } })).json()).toEqual(me)
    expect(await userNamed(username)).toEqual({
      username, mobile, email: '', role: 'individual', is_agent: false, is_active: true, password_hash: expect.stringMatching(/^\$argon2id\$/),
    })
  })

  test('gives no rights, whatever is asked for', async () => {
    const [username, mobile] = [aName(), aMobile()]
    const rights = { role: 'admin', is_agent: true, is_staff: true, is_superuser: true, id: 999_999 }
    const answer = await register(w, { ...rights, username, mobile, sms_code: await sentCode(w, mobile) })
    expect([answer.statusCode, answer.json().id === 999_999]).toEqual([201, false])
    expect(await userNamed(username)).toMatchObject({ role: 'individual', is_agent: false })
  })

  test('brings along the cart of the visitor', async () => {
    const [mobile, { skuId }] = [aMobile(), await aSku(w, { onHandQty: 5 })]
    const added = await w.app.inject({ method: 'POST', url: '/api/cart/', payload: { sku_id: skuId, count: 2 } })
    const cookie = `hearth_cart=${added.cookies.find(({ name }) => name === 'hearth_cart')?.value ?? ''}`
    const sms_code = await sentCode(w, mobile)
    const { access } = (await register(w, { mobile, sms_code }, { headers: { cookie } })).json()
    expect((await w.app.inject({ url: '/api/cart/', headers: bearer(access) })).json()).toMatchObject([{ id: skuId, count: 2, selected: true }])
    expect((await w.app.inject({ url: '/api/cart/', headers: { cookie } })).json()).toEqual([])
  })

  test('takes a form as well as JSON', async () => {
    const [username, mobile] = [aName(), aMobile()]
    const fields = { username, mobile, password: NEW_PASSWORD, password2: NEW_PASSWORD, sms_code: await sentCode(w, mobile), allow: 'true' }
    const answer = await w.app.inject({
      method: 'POST', url: '/api/users', headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
    expect([answer.statusCode, answer.json().username]).toEqual([201, username])
  })

  test.each([true, 'true', 'on', '1'])('the terms are accepted by %j', async (allow) => {
    const mobile = aMobile()
    expect((await register(w, { mobile, allow, sms_code: await sentCode(w, mobile) })).statusCode).toBe(201)
  })

  test.each([false, 'false', 'off', '', 'truth'])('and not by %j', async (allow) => {
    expect((await register(w, { allow })).json()).toMatchObject(invalid({ allow: ['请先同意服务条款。'] }))
  })
})

describe('registering refuses', () => {
  test('everything at once, and writes nothing; the code stays good', async () => {
    const mobile = aMobile()
    const [code, before] = [await sentCode(w, mobile), await written()]
    const nothing = await w.app.inject({ method: 'POST', url: '/api/users/', payload: {} })
    expect(nothing.json()).toMatchObject(invalid({
      username: MISSING, password: MISSING, password2: MISSING, mobile: MISSING, sms_code: MISSING, allow: MISSING,
    }))
    const wrong = await register(w, { username: 'a b', mobile: '123', password: 'short', sms_code: code, allow: 'false' })
    expect(wrong.json().errors).toEqual({
      username: ['5 到 20 个字：汉字、字母、数字或下划线。'], mobile: ['请填写 11 位手机号。'],
      password: ['密码为 8 到 20 个字符。'], allow: ['请先同意服务条款。'],
    })
    const differs = await register(w, { mobile, sms_code: code, password2: `${NEW_PASSWORD}!` })
    expect(differs.json()).toMatchObject(invalid({ password2: ['两次输入的密码不一致。'] }))
    expect(await written()).toEqual(before)
    expect((await register(w, { mobile, sms_code: code })).statusCode).toBe(201)
  })

  test('a wrong code', async () => {
    const before = await written()
    expect((await register(w, { sms_code: '000000' })).json()).toMatchObject(invalid(WRONG_CODE))
    expect(await written()).toEqual(before)
  })

  test('what somebody has', async () => {
    const [username, mobile] = [aName(), aMobile()]
    await w.signIn(username, { mobile })
    const answer = await register(w, { username: username.toUpperCase(), mobile })
    expect(answer.json()).toMatchObject(invalid({ username: TAKEN, mobile: TAKEN }))
  })

  test.each([
    ['12345678', '不能全是数字。'],
    ['１２３４５', '不能全是数字。'],
    ['a'.repeat(21), '5 到 20 个字：汉字、字母、数字或下划线。'],
    ['ВОЕХРАХ', '已被使用。'], // Cyrillic throughout, drawn like the Latin BOEXPAX
    ['boexpax', '已被使用。'],
    ['bоexpax', '不能混用不同文字里相似的字母。'], // one Cyrillic о
    ['ｂoexpax', '不能混用不同文字里相似的字母。'], // one full-width b
    ['Admin', '这个用户名不能使用。'],
    ['admin2026', '这个用户名不能使用。'],
    ['ѕуѕтем', '这个用户名不能使用。'], // Cyrillic throughout, drawn like system
    ['系统管理员', '这个用户名不能使用。'],
    ['官方客服01', '这个用户名不能使用。'],
  ])('the name %s: %s', async (username, because) => {
    await w.signIn('Boexpax')
    expect((await register(w, { username })).json()).toMatchObject(invalid({ username: [because] }))
  })

  test.each([
    ['password1', '这个密码太常见，容易被猜到，请换一个。'],
    ['PASSWORD1', '这个密码太常见，容易被猜到，请换一个。'],
    ['12345678', '这个密码太常见，容易被猜到，请换一个。'],
    ['woaini1314', '这个密码太常见，容易被猜到，请换一个。'],
    ['a123456789', '这个密码太常见，容易被猜到，请换一个。'],
    ['鱼鱼鱼鱼鱼鱼鱼鱼', '这个密码太常见，容易被猜到，请换一个。'],
    ['x-Nightjar-9', '密码里不要用自己的用户名或手机号。'],
    ['13987654321x', '密码里不要用自己的用户名或手机号。'],
    ['Kestrel', '密码为 8 到 20 个字符。'],
    ['Kestrel-Moor-Night-27', '密码为 8 到 20 个字符。'],
  ])('the password %s: %s', async (password, because) => {
    const answer = await register(w, { username: 'nightjar', mobile: '13987654321', password, password2: password })
    expect(answer.json()).toMatchObject(invalid({ password: [because] }))
  })

  test('a name or mobile that is taken at this very moment', async () => {
    const theirs = { username: aName(), mobile: aMobile() }
    const named = { username: theirs.username.toUpperCase(), mobile: aMobile() }
    const mine = [named, { username: aName(), mobile: theirs.mobile }]
    const codes = [await sentCode(w, mine[0]?.mobile ?? ''), await sentCode(w, theirs.mobile)]
    const [users = 0, sessions] = await written()
    for (const [n, field] of ['username', 'mobile'].entries()) {
      const other = { username: aName(), mobile: aMobile(), [field]: theirs[field as 'username' | 'mobile'] }
      const race = await whileFirstIsOpen(w,
        (tx) => createPerson(tx, { ...other, passwordHash: null, actorId: null, at: w.deps.now() }),
        () => register(w, { ...mine[n], sms_code: codes[n] }))
      if (race.rival.status !== 'fulfilled') throw race.rival.reason
      expect([race.first.status, race.rivalWaited]).toEqual(['fulfilled', true])
      expect(race.rival.value.json()).toMatchObject(invalid({ [field]: TAKEN }))
    }
    expect((await written()).slice(0, 2)).toEqual([users + 2, sessions])
  })

  test('a shopper who is signed in and brings no code', async () => {
    const { headers } = await w.signIn(aName())
    const before = await written()
    const answer = await w.app.inject({ method: 'POST', url: '/api/users/', headers, payload: { username: aName(), password: NEW_PASSWORD } })
    expect(answer.json()).toMatchObject({ success: false, code: 403, error_code: 'FORBIDDEN' })
    expect(await written()).toEqual(before)
  })

  test.each(['null', '[]', '"x"', '7'])('a body that is no object: %s', async (payload) => {
    const { headers } = await w.signIn('shopper')
    const send = (who: Record<string, string>) => w.app.inject({
      method: 'POST', url: '/api/users/', payload, headers: { ...who, 'content-type': 'application/json' },
    })
    expect([(await send({})).statusCode, (await send(headers)).statusCode]).toEqual([400, 403])
  })
})
