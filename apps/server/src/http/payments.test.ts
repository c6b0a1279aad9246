import { describe, expect, test } from 'vitest'
import { linkIdentity } from '../modules/accounts/index.ts'
import {
  aBuyer, anOrder, atAlipay, call, openShopWorld, orderState, pay, runJob,
} from '../../tests/support/order-builders.ts'
import { fakeCompany } from '../../tests/support/fake-company.ts'
import { countOf } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { isAmountDue } from './amount-due.ts'

const post = (w: World, by: SignedIn, path: string, payload: object = {}, headers: Record<string, string> = {}) =>
  w.app.inject({ method: 'POST', url: `/api/payments/${path}`, headers: { ...by.headers, ...headers }, payload })
/** The throttles are a test of their own. */
const rested = (w: World) => w.deps.store.resetHits()
const attemptOf = async (w: World, by: SignedIn, orderId: number) =>
  (await post(w, by, '', { order_id: orderId })).json().payment

describe('attempts (A-57 to A-62)', () => {
  test('the live attempt of an order is answered; wrong amounts and other people\'s orders are refused', async () => {
    await using w = await openShopWorld()
    const { ann, id } = await anOrder(w)
    const bob = await aBuyer(w, 'bob')
    const live = await post(w, ann, '', { order_id: id, method: 'alipay', amount: '4999.00' })
    expect([live.statusCode, live.json().detail]).toEqual([200, '这笔订单已有一笔进行中的支付，请继续完成它。'])
    expect(live.json().payment).toMatchObject({
      order: id, amount: '4999.00', method: 'alipay', status: 'init', trade_id: null, channel: null, proof: null,
      logs: [{ event: 'open', from: null, to: 'init', t: '2026-11-20T10:00:00.000+08:00' }],
    })
    for (const amount of ['4998.99', 4999.01, '0']) {
      expect((await post(w, ann, '', { order_id: id, amount })).json()).toMatchObject({ code: 400, error_code: 'INVALID_PAYMENT_AMOUNT' })
    }
    expect((await post(w, bob, '', { order_id: id })).statusCode).toBe(404)
    expect(await countOf(w, 'payments.payments')).toBe(1)
  })

  test('after it ended a new one is opened, once per key; paid and expired orders take none', async () => {
    await using w = await openShopWorld()
    const { ann, number, id } = await anOrder(w)
    const first = await attemptOf(w, ann, id)
    expect((await post(w, ann, `${first.id}/cancel/`)).json().payment.status).toBe('cancelled')
    const twins = await Promise.all([1, 2, 3].map(() => post(w, ann, '', { order_id: id, method: 'bank' }, { 'idempotency-key': 'k' })))
    expect(twins.map((answer) => answer.statusCode)).toEqual([201, 201, 201])
    expect(new Set(twins.map((answer) => answer.json().id)).size).toBe(1)
    expect((await post(w, ann, '', { order_id: id }, { 'idempotency-key': 'k' })).json().error_code).toBe('IDEMPOTENCY_CONFLICT')
    await rested(w)
    await pay(w, ann, number)
    expect((await post(w, ann, '', { order_id: id })).json()).toMatchObject({ code: 409, error_code: 'DUPLICATE_PAYMENT' })
    const other = await anOrder(w)
    w.advanceMinutes(11)
    await rested(w)
    expect((await post(w, ann, '', { order_id: other.id })).json()).toMatchObject({ code: 400, message: '支付时间已过，订单已取消，请重新下单。' })
    expect(await orderState(w, other.number)).toBe('cancelled')
  })

  test('lists show one\'s own, staff all; ten calls a minute', async () => {
    await using w = await openShopWorld()
    const { ann, id, number } = await anOrder(w)
    const [bob, admin] = [await aBuyer(w, 'bob'), await w.signIn('admin', { role: 'admin' })]
    const seen = async (by: SignedIn, query = '') => (await call(w, by, 'GET', `/api/payments/?${query}`)).json().count
    expect([await seen(ann), await seen(bob), await seen(admin, `order_id=${id}`), await seen(admin, 'status=expired')]).toEqual([1, 0, 1, 0])
    expect([await seen(admin, `order_number=${number}`), await seen(admin, `order_number=${number}0`)]).toEqual([1, 0])
    expect([await seen(bob, `order_number=${number}`)]).toEqual([0])
    for (let n = 0; n < 9; n += 1) await seen(ann)
    const limited = await call(w, ann, 'GET', '/api/payments/')
    expect([limited.statusCode, limited.headers['retry-after']]).toEqual([429, '60'])
    for (let n = 0; n < 12; n += 1) expect(await seen(admin)).toBe(1)
  })

  test('ending an attempt is one of the ten too: each asks a company twice', async () => {
    await using w = await openShopWorld()
    const { ann, id } = await anOrder(w)
    const admin = await w.signIn('admin', { role: 'admin' })
    const { id: paymentId } = await attemptOf(w, ann, id)
    await w.deps.store.resetHits()
    const said = async (by: SignedIn, method: 'POST' | 'PUT' | 'DELETE', move = '') =>
      (await call(w, by, method, `/api/payments/${paymentId}/${move}`, { method: 'alipay' })).statusCode
    const moves = ['cancel/', 'fail/', 'expire/', 'succeed/']
    for (let n = 0; n < 10; n += 1) expect(await said(ann, 'POST', moves[n % 4])).not.toBe(429)
    for (const move of moves) expect(await said(ann, 'POST', move)).toBe(429)
    for (let n = 0; n < 10; n += 1) expect(await said(admin, 'PUT')).not.toBe(429)
    expect([await said(admin, 'PUT'), await said(admin, 'DELETE')]).toEqual([429, 429])
  })

  test('administrators change the method while nobody has started, and remove what came to nothing', async () => {
    await using w = await openShopWorld()
    const { ann, number, id } = await anOrder(w)
    const admin = await w.signIn('admin', { role: 'admin' })
    const { id: paymentId } = await attemptOf(w, ann, id)
    const url = `/api/payments/${paymentId}/`
    const odd = { method: 'wechat', status: 'succeeded', amount: '0.01' }
    expect((await call(w, admin, 'PATCH', url, odd)).json()).toMatchObject({ method: 'wechat', status: 'init', amount: '4999.00' })
    expect((await call(w, admin, 'PUT', url, {})).statusCode).toBe(400)
    await call(w, admin, 'PUT', url, { method: 'alipay' })
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    expect((await call(w, admin, 'PATCH', url, { method: 'bank' })).json().code).toBe(400)
    expect((await call(w, admin, 'DELETE', url)).json()).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT' })
    await post(w, ann, `${paymentId}/cancel/`)
    expect((await call(w, admin, 'DELETE', url)).statusCode).toBe(204)
    expect((await call(w, ann, 'GET', url)).statusCode).toBe(404)
    expect(await countOf(w, 'payments.payments')).toBe(1)
  })

  test('less than a fen away is what is due', () => {
    const due = (amount: string | number) => isAmountDue(amount, 1_000)
    expect(['10', '10.00', 10, '10.009', '9.995', '9.99', '10.01', 9.99, 'x', '', '9.990'].map(due))
      .toEqual([true, true, true, true, true, false, false, false, false, false, false])
  })
})

describe('starting (X-83)', () => {
  test('Alipay answers its address; WeChat a code, or parameters for who has an openid', async () => {
    await using w = await openShopWorld()
    const { ann, id, number } = await anOrder(w)
    const wechat = fakeCompany(w, 'wechat')
    const { id: paymentId } = await attemptOf(w, ann, id)
    const start = async (body: object) => {
      await rested(w)
      return (await post(w, ann, `${paymentId}/start/`, body)).json()
    }
    const alipay = await start({})
    expect(alipay).toMatchObject({ payment: { status: 'processing', channel: 'page' }, pay_way: { kind: 'link' } })
    expect(JSON.parse(new URL(alipay.pay_params.alipay_url).searchParams.get('biz_content') ?? '')).toMatchObject({ out_trade_no: number })
    expect(await start({ provider: 'wechat' })).toMatchObject({ code: 400, facts: { missing: 'openid' } })
    expect(await start({ channel: 'native' })).toMatchObject({ code: 400, error_code: 'VALIDATION_ERROR' })
    expect((await attemptOf(w, ann, id)).method).toBe('alipay')
    const proof = { provider: 'wechat', person: { openid: 'openid-ann', unionid: null, nickname: '', avatarUrl: '' } }
    await w.inTx((tx) => linkIdentity(tx, { ...proof, userId: ann.userId, at: w.deps.now() }))
    const inside = await start({ provider: 'wechat' })
    expect(inside).toMatchObject({
      payment: { method: 'wechat', channel: 'jsapi', status: 'processing' }, pay_way: { kind: 'jsapi' },
      pay_params: { appId: 'wechat-app', mchId: 'wechat-seller', prepay_id: 'p1', package: 'prepay_id=p1', signType: 'RSA', total: 499900, total_fee: 499900 },
    })
    expect(wechat.started[0]).toMatchObject({ openId: 'openid-ann', channel: 'jsapi', amountFen: 499900 })
    expect((await start({})).code, 'the attempt by Alipay has ended').toBe(400)
    await rested(w)
    const code = (await post(w, ann, `${inside.payment.id}/start/`, { channel: 'native' })).json()
    expect(code).toMatchObject({ pay_way: { kind: 'code', url: `pay://${number}_${code.payment.id}` }, payment: { channel: 'native' } })
    expect(code.payment.id).not.toBe(inside.payment.id)
  })

  test('the same person not twice in five seconds, one device three times in ten; an office is not locked out', async () => {
    await using w = await openShopWorld()
    const { ann, id } = await anOrder(w)
    const { id: paymentId } = await attemptOf(w, ann, id)
    const start = (headers: Record<string, string> = {}) => post(w, ann, `${paymentId}/start/`, {}, headers)
    expect((await start({ 'idempotency-key': 'k' })).statusCode).toBe(200)
    const again = await start()
    expect([again.statusCode, again.json().error_code, again.headers['retry-after']]).toEqual([429, 'RATE_LIMIT_EXCEEDED', '5'])
    expect((await start({ 'idempotency-key': 'k' })).statusCode, 'a repeated call is no second start').toBe(200)
    w.setNow(new Date(w.deps.now().getTime() + 5_001))
    expect((await start()).statusCode).toBe(200)
    await rested(w)
    const others = await Promise.all(['b1', 'b2', 'b3', 'b4', 'b5'].map(async (name) => aBuyer(w, name)))
    const foreign = (by: SignedIn, device?: string) =>
      post(w, by, `${paymentId}/start/`, {}, device ? { 'x-device-id': device } : {}).then((answer) => answer.statusCode)
    const oneDevice = []
    for (const by of others.slice(0, 4)) oneDevice.push(await foreign(by, 'shared-device-1'))
    expect(oneDevice).toEqual([404, 404, 404, 429])
    await rested(w)
    const oneOffice = []
    for (const by of others) oneOffice.push(await foreign(by))
    expect(oneOffice).toEqual([404, 404, 404, 404, 404])
  })

  test('a limit, a company that refuses and one that is down each say so, and nothing is half done', async () => {
    await using w = await openShopWorld({ env: { PAYMENT_MAX_AMOUNT: '4999.00' } })
    const { ann, id } = await anOrder(w)
    const wechat = fakeCompany(w, 'wechat')
    const { id: paymentId } = await attemptOf(w, ann, id)
    const start = async (body: object, of: number = paymentId) => {
      await rested(w)
      return (await post(w, ann, `${of}/start/`, body)).json()
    }
    wechat.isDown = true
    expect(await start({ provider: 'wechat', channel: 'native' })).toMatchObject({ code: 503, error_code: 'SERVICE_UNAVAILABLE' })
    wechat.isDown = false
    const mine = await attemptOf(w, ann, id)
    wechat.refuseNext = 'OUT_TRADE_NO_USED'
    expect(await start({ channel: 'native' }, mine.id)).toMatchObject({ code: 400, facts: { reason: 'OUT_TRADE_NO_USED' } })
    expect((await call(w, ann, 'GET', `/api/payments/${mine.id}/`)).json()).toMatchObject({ status: 'failed', logs: [{}, {}, { event: 'fail', note: 'OUT_TRADE_NO_USED' }] })
    const dear = await anOrder(w, { priceFen: 499901 })
    await rested(w)
    const above = await attemptOf(w, ann, dear.id)
    expect(await start({}, above.id)).toMatchObject({ code: 400, error_code: 'INVALID_PAYMENT_AMOUNT', facts: { maximum: '4999.00' } })
    w.deps.payments.wechat = null
    expect(await start({ provider: 'wechat', channel: 'native' }, above.id)).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
  })

  test('when the time is over the attempt expires, unless the company says that it was paid', async () => {
    await using w = await openShopWorld()
    const { ann, id, number } = await anOrder(w)
    const paid = await anOrder(w)
    const { id: paymentId } = await attemptOf(w, ann, id)
    const other = await attemptOf(w, ann, paid.id)
    await call(w, ann, 'GET', `/api/orders/${paid.number}/payment/`)
    await atAlipay(w, paid.number, 'pay_without_notice')
    w.advanceMinutes(11)
    await rested(w)
    expect((await post(w, ann, `${paymentId}/start/`)).json()).toMatchObject({ code: 400, message: '支付时间已过，订单已取消，请重新下单。' })
    expect((await call(w, ann, 'GET', `/api/payments/${paymentId}/`)).json().status).toBe('expired')
    expect(await orderState(w, number)).toBe('cancelled')
    await rested(w)
    expect((await post(w, ann, `${other.id}/start/`)).json()).toMatchObject({ code: 409, error_code: 'DUPLICATE_PAYMENT' })
    expect(await orderState(w, paid.number)).toBe('paid')
  })
})

describe('ending (X-84 to X-87)', () => {
  test('a started attempt is closed at its company before it is cancelled here; paid there, it is paid here', async () => {
    await using w = await openShopWorld()
    const { ann, id, number } = await anOrder(w)
    const { id: paymentId } = await attemptOf(w, ann, id)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await w.server.desk?.alipay.desk.trouble({ method: 'alipay.trade.query', kind: 'http_500', times: 1 })
    expect((await post(w, ann, `${paymentId}/cancel/`)).statusCode).toBe(503)
    await atAlipay(w, number, 'pay_without_notice')
    expect((await post(w, ann, `${paymentId}/cancel/`)).json()).toMatchObject({ code: 409, error_code: 'DUPLICATE_PAYMENT' })
    expect(await orderState(w, number)).toBe('paid')
    expect((await post(w, ann, `${paymentId}/fail/`)).json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
  })

  test('pretended moves', async () => {
    await using w = await openShopWorld()
    const [failing, expiring, paying] = [await anOrder(w), await anOrder(w), await anOrder(w)]
    const { ann } = paying
    const idOf = async (order: { id: number }) => (await attemptOf(w, ann, order.id)).id
    const moved = async (order: { id: number }, move: string) => {
      await rested(w)
      return (await post(w, ann, `${await idOf(order)}/${move}/`)).json().payment.status
    }
    expect([await moved(failing, 'fail'), await moved(expiring, 'expire'), await moved(paying, 'succeed')])
      .toEqual(['failed', 'expired', 'succeeded'])
    const states = await Promise.all([failing, expiring, paying].map(({ number }) => orderState(w, number)))
    expect(states).toEqual(['pending', 'cancelled', 'paid'])
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 0, skipped: 0 })
  })
})
