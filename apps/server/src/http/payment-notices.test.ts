import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  anOrder, atAlipay, call, openShopWorld, orderState, paymentRows, suspenseRows,
} from '../../tests/support/order-builders.ts'
import { fakeCompany } from '../../tests/support/fake-company.ts'
import { auditOf, countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { signSimple } from './simple-notices.ts'

const SECRET = 'a-secret-of-simple-notices'
const env = { PAYMENT_NOTICE_SECRET: SECRET }

const send = (w: World, provider: string, payload: object, headers: Record<string, string> = {}) =>
  w.app.inject({ method: 'POST', url: `/api/payments/callback/${provider}/`, payload, headers })
const sendSigned = (w: World, fields: Record<string, string>, provider = 'mock') =>
  send(w, provider, { ...fields, sign: signSimple(fields, SECRET) })
const verdictsOf = async (w: World) =>
  (await w.db.selectFrom('payments.notices').select('verdict').orderBy('id').execute()).map((row) => row.verdict)

describe('the simple form (decision 18)', () => {
  test('is signed over its sorted fields, pays once, and one fen or one character off pays nothing', async () => {
    await using w = await openShopWorld({ env })
    const { number } = await anOrder(w)
    const fields = { order_number: number, status: 'succeeded', amount: '4999.00', transaction_id: 'M1' }
    expect(signSimple({ b: '2', a: '1', sign: 'x', signature: 'y' }, 'k'))
      .toBe('acaa976e196269880b8b3898a5ec2f3881696e4570890e89538ba5a0cbfe2829')
    for (const bad of [fields, { ...fields, sign: '0'.repeat(64) }, { ...fields, amount: '4999.01', sign: signSimple(fields, SECRET) }]) {
      expect((await send(w, 'mock', bad)).json()).toMatchObject({ code: 403, error_code: 'PAYMENT_VERIFICATION_FAILED' })
    }
    expect((await sendSigned(w, { ...fields, amount: '4998.99' })).json()).toMatchObject({ code: 400, error_code: 'PAYMENT_VERIFICATION_FAILED' })
    expect([await orderState(w, number), await verdictsOf(w)]).toEqual(['pending', ['wrong_amount']])
    const answers = await Promise.all(Array.from({ length: 16 }, () => sendSigned(w, fields)))
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`))).toEqual(new Set(['200 {"code":"SUCCESS","message":"OK"}']))
    expect(await orderState(w, number)).toBe('paid')
    expect(await paymentRows(w)).toEqual([{ state: 'succeeded', amount_fen: 499900 }])
    expect(await suspenseRows(w)).toEqual([])
    expect(await verdictsOf(w)).toEqual(['wrong_amount', 'settled'])
  })

  test('other words move the attempt; an ended one keeps late money; what nobody knows is 404', async () => {
    await using w = await openShopWorld({ env })
    const [failing, expiring] = [await anOrder(w), await anOrder(w)]
    const said = (order: { number: string }, status: string) => sendSigned(w, { out_trade_no: order.number, status })
    await said(failing, 'processing')
    expect((await said(failing, 'fail')).statusCode).toBe(200)
    expect((await said(expiring, 'expired')).statusCode).toBe(200)
    expect((await paymentRows(w)).map((row) => row.state)).toEqual(['failed', 'expired'])
    expect([await orderState(w, failing.number), await orderState(w, expiring.number)]).toEqual(['pending', 'cancelled'])
    expect((await said(expiring, 'success')).json().code).toBe('SUCCESS')
    expect(await suspenseRows(w)).toEqual([{ reason: 'late', state: 'revived', amount_fen: 499900 }])
    expect((await sendSigned(w, { payment_id: '999999', status: 'success' })).statusCode).toBe(404)
    expect((await sendSigned(w, { order_number: failing.number, status: 'success' }, 'bank')).statusCode).toBe(404)
  })

  test('does not exist in production, and Alipay and WeChat never take it', async () => {
    await using w = await openWorld({ env })
    for (const provider of ['alipay', 'wechat']) {
      fakeCompany(w, provider as 'alipay')
      expect((await sendSigned(w, { payment_id: '1', status: 'success' }, provider)).statusCode).toBe(403)
    }
    Object.assign(w.config, { isProduction: true })
    for (const provider of ['mock', 'bank']) {
      expect((await sendSigned(w, { payment_id: '1', status: 'success' }, provider)).json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
    }
  })
})

describe('notices of companies', () => {
  test('the text of a JSON notice is proved as it came, its headers with it', async () => {
    await using w = await openShopWorld()
    const { number, id, ann } = await anOrder(w)
    const wechat = fakeCompany(w, 'wechat')
    const { payment } = (await call(w, ann, 'POST', '/api/payments/', { order_id: id })).json()
    const started = (await call(w, ann, 'POST', `/api/payments/${payment.id}/start/`, { provider: 'wechat', channel: 'native' })).json()
    const tradeNumber = `${number}_${started.payment.id}`
    const notice = {
      kind: 'payment', noticeId: 'n1', tradeNumber, tradeId: 't1', amountFen: 499900, status: 'paid',
      appId: wechat.appId, sellerId: wechat.sellerId,
    }
    const heard = (over: object, headers = { 'x-proof': 'right' }) => send(w, 'wechat', { ...notice, ...over }, headers)
    expect((await heard({}, { 'x-proof': 'wrong' })).statusCode).toBe(403)
    expect((await heard({ noticeId: 'n2', appId: 'other' })).statusCode).toBe(400)
    expect((await heard({ noticeId: 'n3', sellerId: 'other' })).statusCode).toBe(400)
    expect((await heard({ noticeId: 'n4', amountFen: 499899 })).statusCode).toBe(400)
    expect((await heard({ noticeId: 'n5', tradeNumber: `${number}_999` })).statusCode).toBe(404)
    expect(await orderState(w, number)).toBe('pending')
    const paid = await heard({})
    expect([paid.statusCode, paid.headers['content-type'], paid.body]).toEqual([
      200, 'application/json; charset=utf-8', '{"code":"SUCCESS","message":"OK"}',
    ])
    expect((await heard({ noticeId: 'n6', status: 'closed' })).statusCode).toBe(200)
    expect(await orderState(w, number)).toBe('paid')
    expect(await verdictsOf(w)).toEqual(['wrong_app', 'wrong_seller', 'wrong_amount', 'unknown_order', 'settled', 'noted'])
    expect((await auditOf(w)).map(({ event, verdict }) => `${event} ${verdict}`)).toEqual([
      'payment_started native', 'payment_notice bad_signature', 'payment_notice wrong_app', 'payment_notice wrong_seller',
      'payment_notice wrong_amount', 'suspense_kept unknown_order', 'payment_notice unknown_order', 'payment_notice settled',
      'payment_notice noted',
    ])
  })

  test('a database that fails makes the company say it again, and nothing is lost', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    await sql`alter table payments.notices rename to notices_away`.execute(w.db)
    expect((await atAlipay(w, number, 'notify_again')).json().notice.status).toBe(500)
    expect(await orderState(w, number)).toBe('pending')
    await sql`alter table payments.notices_away rename to notices`.execute(w.db)
    expect((await atAlipay(w, number, 'notify_again')).json().notice).toEqual({ status: 200, body: 'success' })
    expect(await orderState(w, number)).toBe('paid')
  })

  test('a thousand at once are all processed, never throttled, each order paid once', async () => {
    await using w = await openShopWorld()
    const orders = []
    for (let n = 0; n < 10; n += 1) orders.push(await anOrder(w))
    const wechat = fakeCompany(w, 'alipay')
    const notices = orders.flatMap(({ number }, at) => Array.from({ length: 100 }, (_, n) => ({
      kind: 'payment', noticeId: `n${at}-${n % 50}`, tradeNumber: number, tradeId: `t${number}`, amountFen: 499900, status: 'paid',
      appId: wechat.appId, sellerId: wechat.sellerId,
    })))
    const answers = await Promise.all(notices.map((notice) => send(w, 'alipay', notice, { 'x-proof': 'right' })))
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body.slice(0, 200)}`)).size).toBe(1)
    expect(answers[0]?.statusCode).toBe(200)
    expect((await paymentRows(w)).map((row) => row.state)).toEqual(Array.from({ length: 10 }, () => 'succeeded'))
    expect(await countOf(w, 'payments.notices')).toBe(500)
    expect(await suspenseRows(w)).toEqual([])
  })
})
