import { describe, expect, test } from 'vitest'
import {
  aBuyer, anOrder, atAlipay, call, openShopWorld, orderState, pay, paymentRows, runJob, suspenseRows, tradeAt,
} from '../../../tests/support/order-builders.ts'
import { countOf } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { settlePaidTrade } from './settle-payment.ts'

const NOTICE = '/api/payments/callback/alipay/'

describe('paying', () => {
  test('the notice pays the order once, and says success', async () => {
    await using w = await openShopWorld()
    const { ann, number, id } = await anOrder(w)
    const done = (await pay(w, ann, number)).json()
    expect(done.notice).toEqual({ status: 200, body: 'success' })
    expect((await call(w, ann, 'GET', `/api/orders/${number}/`)).json()).toMatchObject({
      status: 'paid', status_code: 2, allowed_moves: ['cancel'], expires_at: null,
      status_history: [{ from_status: null, to_status: 'pending', operator: 'ann' }, { from_status: 'pending', to_status: 'paid', operator: null }],
    })
    expect(await paymentRows(w)).toEqual([{ state: 'succeeded', amount_fen: 499900 }])
    expect((await atAlipay(w, number, 'notify_again')).json().notice).toEqual({ status: 200, body: 'success' })
    expect(await w.db.selectFrom('orders.order_moves').selectAll().where('order_id', '=', id).execute()).toHaveLength(2)
  })

  test('paid by another way than was chosen: the order says so, the chosen attempt ends, and it is told once', async () => {
    await using w = await openShopWorld()
    const { number, id } = await anOrder(w)
    const trade = { method: 'bank' as const, tradeNumber: number, tradeId: 'B1', amountFen: 499_900, at: w.deps.now() }
    const settled = await Promise.all([0, 1].map(() => w.inTx((tx) => settlePaidTrade(tx, trade))))
    expect(settled.sort()).toEqual(['repeated', 'settled'])
    expect(await w.db.selectFrom('orders.orders').select(['state', 'pay_method']).execute()).toEqual([{ state: 'paid', pay_method: 'bank' }])
    expect(await w.db.selectFrom('payments.payments').select(['method', 'state', 'trade_id']).orderBy('id').execute())
      .toEqual([{ method: 'alipay', state: 'cancelled', trade_id: null }, { method: 'bank', state: 'succeeded', trade_id: 'B1' }])
    expect(await w.db.selectFrom('platform.events').select('body').where('type', '=', 'orders.order_paid.v1').execute())
      .toEqual([{ body: { orderId: id, amountFen: 499_900 } }])
  })

  test('sixteen notices at once have one effect', async () => {
    await using w = await openShopWorld()
    const { ann, number, id } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    const answers = await Promise.all(Array.from({ length: 16 }, () => atAlipay(w, number, 'notify_again')))
    expect(new Set(answers.map((answer) => answer.json().notice.body))).toEqual(new Set(['success']))
    expect(await paymentRows(w)).toEqual([{ state: 'succeeded', amount_fen: 499900 }])
    expect(await w.db.selectFrom('orders.order_moves').selectAll().where('order_id', '=', id).execute()).toHaveLength(2)
    expect(await suspenseRows(w)).toEqual([])
  })

  test('the browser\'s return settles by asking the company, again and again alike', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    const { return_url } = (await atAlipay(w, number, 'pay_without_notice')).json()
    const url = `/api/payment/status/${new URL(return_url).search}`
    const first = await w.app.inject({ method: 'PUT', url })
    const trade = await tradeAt(w, number)
    expect([first.statusCode, first.json()]).toEqual([200, { trade_id: trade.trade_no }])
    expect(await orderState(w, number)).toBe('paid')
    expect((await w.app.inject({ method: 'PUT', url })).json()).toEqual({ trade_id: trade.trade_no })
    const altered = await w.app.inject({ method: 'PUT', url: url.replace(number, `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`) })
    expect(altered.json()).toMatchObject({ code: 403, error_code: 'PAYMENT_VERIFICATION_FAILED' })
    expect((await w.app.inject({ method: 'PUT', url: '/api/payment/status/' })).statusCode).toBe(403)
  })

  test('a return before the money is not a payment', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    const { return_url } = (await atAlipay(w, number, 'close')).json()
    const answer = await w.app.inject({ method: 'PUT', url: `/api/payment/status/${new URL(return_url).search}` })
    expect(answer.json()).toMatchObject({ code: 400, error_code: 'PAYMENT_VERIFICATION_FAILED' })
    expect(await orderState(w, number)).toBe('pending')
  })

  test('a lost notice is found by asking', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    w.advanceMinutes(7)
    expect(await runJob(w, 'ask-alipay-payments')).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect(await orderState(w, number)).toBe('paid')
  })

  test('only its owner is told where to pay, only while it is pending, ten times a minute', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    const bob = await aBuyer(w, 'bob')
    const url = `/api/orders/${number}/payment/`
    expect((await call(w, bob, 'GET', url)).statusCode).toBe(404)
    expect((await call(w, ann, 'GET', '/api/orders/99999999999999999999/payment/')).statusCode).toBe(404)
    const { alipay_url } = (await call(w, ann, 'GET', url)).json()
    expect(JSON.parse(new URL(alipay_url).searchParams.get('biz_content') ?? '')).toMatchObject({ out_trade_no: number, total_amount: '4999.00' })
    await atAlipay(w, number, 'pay')
    expect((await call(w, ann, 'GET', url)).json()).toMatchObject({ code: 400, error_code: 'INVALID_ORDER_STATUS' })
    for (let n = 0; n < 7; n += 1) await call(w, ann, 'GET', url)
    expect((await call(w, ann, 'GET', url)).json()).toMatchObject({ code: 429, error_code: 'RATE_LIMIT_EXCEEDED' })
  })
})

describe('notices that are not to be believed', () => {
  /** How many notices were counted under a verdict. */
  const counted = async (w: World, verdict: string) =>
    (await w.deps.metrics.notices.get()).values.find(({ labels }) => labels.verdict === verdict)?.value ?? 0

  test.each(['notify_tampered'])('%s is refused, counted, and changes nothing', async (action) => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    expect((await atAlipay(w, number, action)).json().notice.status).toBe(403)
    expect([await orderState(w, number), await counted(w, 'bad_signature')]).toEqual(['pending', 1])
    expect(await countOf(w, 'payments.notices')).toBe(0)
  })

  test.each(['notify_wrong_amount', 'notify_wrong_app', 'notify_wrong_seller'])('%s is kept as a case and not paid', async (action) => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    expect((await atAlipay(w, number, action)).json().notice.status).toBe(400)
    expect(await orderState(w, number)).toBe('pending')
    const cases = await w.db.selectFrom('payments.notices').select('verdict').execute()
    expect(cases).toEqual([{ verdict: action.replace('notify_', '') }])
    expect(await counted(w, action.replace('notify_', ''))).toBe(1)
  })

  test.each([
    ['nothing', {}], ['no signature', { out_trade_no: '1', total_amount: '1.00' }],
    ['an invented one', { out_trade_no: '1', sign: 'AAAA', sign_type: 'RSA2' }],
  ])('%s', async (_, payload) => {
    await using w = await openShopWorld()
    const answer = await w.app.inject({ method: 'POST', url: NOTICE, payload })
    expect(answer.json()).toMatchObject({ code: 403, error_code: 'PAYMENT_VERIFICATION_FAILED' })
    expect((await w.app.inject({ method: 'POST', url: '/api/payments/callback/nobody/', payload })).statusCode).toBe(400)
  })
})
