import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBuyer, call, onSale, openShopWorld, place, runJob } from '../../tests/support/order-builders.ts'
import { aMobile, aName, bearer, otherThan, register, sentCode, signInWith } from '../../tests/support/registration.ts'
import { countOf } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { linkIdentity } from '../modules/accounts/index.ts'

const PASSWORD = 'test-password-1'
const WRONG_CODE = { sms_code: ['短信验证码不正确或已过期。'] }
const WRONG_PASSWORD = { password: ['密码不正确。'] }
const DAY_MINUTES = 24 * 60
const invalid = (errors: object) => ({ success: false, code: 400, error_code: 'VALIDATION_ERROR', errors })

const leave = (w: World, { headers }: Pick<SignedIn, 'headers'>, payload: object = { password: PASSWORD }) =>
  w.app.inject({ method: 'POST', url: '/api/user/deletion/', headers, payload })
const stay = (w: World, { headers }: Pick<SignedIn, 'headers'>) => w.app.inject({ method: 'DELETE', url: '/api/user/deletion/', headers })
const rowOf = (w: World, { userId }: SignedIn) => w.db.selectFrom('accounts.users')
  .select(['username', 'mobile', 'email', 'avatar_url', 'password_hash', 'role', 'is_agent', 'is_active', 'deletion_due_at', 'deleted_at'])
  .where('id', '=', userId).executeTakeFirstOrThrow()
const sweep = (w: World) => runJob(w, 'anonymise-accounts')
const cancel = (w: World, buyer: SignedIn, orderId: number) =>
  call(w, buyer, 'PATCH', `/api/orders/${orderId}/cancel/`, { reason: '不想买了' })

describe('asking for one\'s account to be deleted', () => {
  let w: World
  beforeAll(async () => { w = await openShopWorld() })
  afterAll(() => w[Symbol.asyncDispose]())
  const someone = (mobile: string | null = aMobile()) => w.signIn(aName(), { mobile })
  const dueAt = async (who: SignedIn) => (await rowOf(w, who)).deletion_due_at

  test('takes the password or a code to one\'s own mobile', async () => {
    const [mobile, other] = [aMobile(), aMobile()]
    const ann = await someone(mobile)
    const [mine, theirs] = [await sentCode(w, mobile), await sentCode(w, other)]
    const events = await countOf(w, 'platform.events')
    expect((await leave(w, ann, { password: 'wrong-password' })).json()).toMatchObject(invalid(WRONG_PASSWORD))
    expect((await leave(w, ann, {})).json()).toMatchObject(invalid(WRONG_PASSWORD))
    expect((await leave(w, ann, { sms_code: theirs })).json()).toMatchObject(invalid(WRONG_CODE))
    // A wrong code is not made good by the password beside it.
    const both = { sms_code: otherThan(mine), password: PASSWORD }
    expect((await leave(w, ann, both)).json()).toMatchObject(invalid(WRONG_CODE))
    expect([await dueAt(ann), await countOf(w, 'platform.events')]).toEqual([null, events])
    expect((await leave(w, ann, { sms_code: mine })).json()).toEqual({ deletes_at: '2026-11-27T10:00:00.000+08:00' })
    expect((await leave(w, ann, { sms_code: mine })).json()).toMatchObject({ code: 429 })
    w.advanceMinutes(1.01)
    // A code proves once; and asking again does not put off the day.
    expect((await leave(w, ann, { sms_code: mine })).json()).toMatchObject(invalid(WRONG_CODE))
    expect((await leave(w, ann)).json()).toEqual({ deletes_at: '2026-11-27T10:00:00.000+08:00' })
    expect((await call(w, ann, 'GET', '/api/user/profile/')).json().deletes_at).toBe('2026-11-27T10:00:00.000+08:00')
  })

  test('who has no mobile and no password has nothing to prove it with', async () => {
    const ann = await someone(null)
    await w.db.updateTable('accounts.users').set({ password_hash: null }).where('id', '=', ann.userId).execute()
    for (const said of [{}, { password: '' }, { password: PASSWORD }, { sms_code: '000000' }]) {
      expect((await leave(w, ann, said)).json()).toMatchObject(invalid(WRONG_PASSWORD))
    }
    expect(await dueAt(ann)).toBeNull()
  })

  test('is tried five times a minute', async () => {
    const [ann, bob] = [await someone(), await someone()]
    for (let n = 0; n < 5; n += 1) expect((await leave(w, ann, { password: 'wrong-password' })).statusCode).toBe(400)
    const sixth = await leave(w, ann)
    expect([sixth.statusCode, sixth.headers['retry-after'], sixth.json().error_code]).toEqual([429, '60', 'RATE_LIMIT_EXCEEDED'])
    expect(await dueAt(ann)).toBeNull()
    expect((await leave(w, bob)).statusCode).toBe(200)
  })

  test('waits for open orders', async () => {
    const [ann, fan] = [await aBuyer(w, aName()), await onSale(w)]
    const { order } = (await place(w, ann, fan)).json()
    const refused = (await leave(w, ann)).json()
    expect(refused).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT', facts: { counts: { orders: 1, repairs: 0 } } })
    for (const state of ['paid', 'shipped', 'returning', 'refunding']) {
      await w.db.updateTable('orders.orders').set({ state }).where('id', '=', order.id).execute()
      w.advanceMinutes(1.01)
      expect((await leave(w, ann)).statusCode, state).toBe(409)
    }
    expect(await dueAt(ann)).toBeNull()
    await w.db.updateTable('orders.orders').set({ state: 'completed' }).where('id', '=', order.id).execute()
    expect((await leave(w, ann)).statusCode).toBe(200)
  })

  test('is not for the last administrator', async () => {
    const boss = await w.signIn('boss', { role: 'admin' })
    expect((await leave(w, boss)).json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
    expect(await dueAt(boss)).toBeNull()
    await w.signIn('boss2', { role: 'admin' })
    expect((await leave(w, boss)).statusCode).toBe(200)
  })
})

describe('a deletion that was asked for', () => {
  test('happens after seven days and leaves the orders to nobody', async () => {
    await using w = await openShopWorld()
    const [ann, mobile] = [await aBuyer(w, 'annabel'), '13712345678']
    await w.db.updateTable('accounts.users').set({ mobile, email: 'ann@example.cn', avatar_url: 'a.webp' }).where('id', '=', ann.userId).execute()
    const fan = await onSale(w)
    const { order } = (await place(w, ann, fan)).json()
    expect((await cancel(w, ann, order.id)).statusCode).toBe(200)
    await call(w, ann, 'POST', '/api/cart/', { sku_id: fan.skuId, count: 1 })
    const person = { openid: 'Q1', unionid: null, nickname: '安', avatarUrl: '' }
    await w.inTx((tx) => linkIdentity(tx, { userId: ann.userId, provider: 'qq', person, at: w.deps.now() }))
    expect((await leave(w, ann)).statusCode).toBe(200)
    w.advanceMinutes(7 * DAY_MINUTES - 1)
    expect(await sweep(w)).toEqual({ done: 0, failed: 0, skipped: 0 })
    const late = (await signInWith(w, 'annabel', PASSWORD)).json()
    expect((await call(w, { ...ann, headers: bearer(late.access) }, 'GET', '/api/user/')).json().username).toBe('annabel')

    w.advanceMinutes(1)
    expect(await sweep(w)).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect(await rowOf(w, ann)).toEqual({
      username: `已注销_${ann.userId}`, mobile: null, email: '', avatar_url: '', password_hash: null, role: 'individual',
      is_agent: false, is_active: false, deletion_due_at: w.deps.now(), deleted_at: w.deps.now(),
    })
    expect((await w.app.inject({ url: '/api/user/', headers: bearer(late.access) })).statusCode).toBe(401)
    expect((await w.app.inject({ method: 'POST', url: '/api/auth/refresh/', payload: { refresh: late.refresh } })).statusCode).toBe(401)
    const sessions = await w.db.selectFrom('accounts.sessions').select(['user_agent', 'address', 'device_hash', 'ended_because']).execute()
    expect(sessions).toEqual([0, 1].map(() => ({ user_agent: '', address: '', device_hash: null, ended_because: 'the account was deleted' })))
    for (const table of ['customers.addresses', 'cart.lines', 'accounts.identities'] as const) expect(await countOf(w, table), table).toBe(0)
    expect(await w.db.selectFrom('orders.orders').select(['id', 'user_id']).execute()).toEqual([{ id: order.id, user_id: ann.userId }])
    expect(await sweep(w)).toEqual({ done: 0, failed: 0, skipped: 0 })
  })

  test('frees the name and the mobile for somebody new', async () => {
    await using w = await openShopWorld()
    const before = await w.signIn('annabel', { mobile: '13712345678' })
    await leave(w, before)
    w.advanceMinutes(7 * DAY_MINUTES)
    expect(await sweep(w)).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect((await signInWith(w, 'annabel', PASSWORD)).statusCode).toBe(401)
    expect((await w.app.inject({ url: '/api/usernames/annabel/count/' })).json().count).toBe(0)
    expect((await w.app.inject({ url: '/api/mobiles/13712345678/count/' })).json().count).toBe(0)
    const again = await register(w, { username: 'annabel', mobile: '13712345678', sms_code: await sentCode(w, '13712345678') })
    expect([again.statusCode, again.json().id === before.userId]).toEqual([201, false])
  })

  test('can be taken back until then', async () => {
    await using w = await openShopWorld()
    const ann = await w.signIn('annabel')
    await leave(w, ann)
    w.advanceMinutes(7 * DAY_MINUTES - 1)
    expect([(await stay(w, ann)).json(), (await rowOf(w, ann)).deletion_due_at]).toEqual([{ deletes_at: null }, null])
    w.advanceMinutes(DAY_MINUTES)
    expect(await sweep(w)).toEqual({ done: 0, failed: 0, skipped: 0 })
    expect(await rowOf(w, ann)).toMatchObject({ username: 'annabel', is_active: true, deleted_at: null })
  })

  test('leaves the last administrator, whoever asked first', async () => {
    await using w = await openShopWorld()
    const [one, two] = [await w.signIn('one_boss', { role: 'admin' }), await w.signIn('two_boss', { role: 'admin' })]
    await leave(w, one)
    await leave(w, two)
    w.advanceMinutes(7 * DAY_MINUTES)
    expect(await sweep(w)).toEqual({ done: 1, failed: 0, skipped: 1 })
    expect(await rowOf(w, two)).toMatchObject({ role: 'admin', is_active: true })
  })

  test('waits for what was ordered meanwhile', async () => {
    await using w = await openShopWorld()
    const ann = await aBuyer(w, 'annabel')
    await leave(w, ann)
    const { order } = (await place(w, ann, await onSale(w))).json()
    w.advanceMinutes(7 * DAY_MINUTES)
    expect(await sweep(w)).toEqual({ done: 0, failed: 0, skipped: 1 })
    expect([(await rowOf(w, ann)).username, await countOf(w, 'customers.addresses')]).toEqual(['annabel', 1])
    await w.db.updateTable('orders.orders').set({ state: 'completed' }).where('id', '=', order.id).execute()
    expect(await sweep(w)).toEqual({ done: 1, failed: 0, skipped: 0 })
  })
})
