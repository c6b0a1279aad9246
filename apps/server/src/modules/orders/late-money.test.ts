import { describe, expect, test } from 'vitest'
import {
  aBuyer, anOrder, atAlipay, call, finishRefundsOf, levelOf, onSale, openShopWorld, orderState, pay, paymentRows, place,
  runJob, suspenseRows, tradeAt,
} from '../../../tests/support/order-builders.ts'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { countOf } from '../../../tests/support/world.ts'
import { cancelOrder } from './cancel-order.ts'
import { expireOrder } from './expire-unpaid-orders.ts'
import { updateOrderExpiry } from './order-times.sql.ts'
import { settlePaidTrade } from './settle-payment.ts'

describe('expiry', () => {
  test('at nine minutes nothing happens, past ten the order is cancelled, its trade closed, its stock free', async () => {
    await using w = await openShopWorld()
    const { ann, fan, number } = await anOrder(w, { onHandQty: 1 })
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'notify_again')
    w.advanceMinutes(9)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 0, skipped: 0 })
    w.advanceMinutes(2)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect((await call(w, ann, 'GET', `/api/orders/${number}/`)).json()).toMatchObject({ status: 'cancelled', status_code: 6, cancel_reason: '超时未支付，订单自动取消' })
    expect(await paymentRows(w)).toEqual([{ state: 'expired', amount_fen: 499900 }])
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 1, held_qty: 0 })
    expect((await tradeAt(w, number)).trade_status).toBe('TRADE_CLOSED')
  })

  test('the company is asked first: what was paid in time is settled, not cancelled', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    w.advanceMinutes(11)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 0, skipped: 1 })
    expect(await orderState(w, number)).toBe('paid')
  })

  test('a company that does not answer leaves the order for the next run', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await w.server.desk?.alipay.desk.trouble({ method: 'alipay.trade.query', kind: 'http_500', times: 1 })
    w.advanceMinutes(11)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 1, skipped: 0 })
    expect(await orderState(w, number)).toBe('pending')
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 1, failed: 0, skipped: 0 })
  })

  test('an order that cannot be cancelled does not hold up those after it, and is told as a fault', async () => {
    await using w = await openShopWorld()
    const { ann, fan, number } = await anOrder(w)
    w.advanceMinutes(1)
    const next = (await place(w, ann, await onSale(w))).json().order_id
    // The books of its stock are wrong: nothing of it is held.
    await w.db.updateTable('stock.levels').set({ held_qty: 0 }).where('sku_id', '=', fan.skuId).execute()
    w.advanceMinutes(11)
    await expect(runJob(w, 'expire-unpaid-orders')).rejects.toThrow('levels')
    expect([await orderState(w, number), await orderState(w, next)]).toEqual(['pending', 'cancelled'])
  })

  test('an order that was given more time while its companies were asked stays', async () => {
    await using w = await openShopWorld()
    const { number, id } = await anOrder(w)
    w.advanceMinutes(11)
    const at = w.deps.now()
    await w.inTx((tx) => updateOrderExpiry(tx, id, { expiresAt: new Date(at.getTime() + 60_000), at }))
    expect([await expireOrder(w.deps, { id }), await orderState(w, number)]).toEqual(['skipped', 'pending'])
    w.advanceMinutes(2)
    expect([await expireOrder(w.deps, { id }), await orderState(w, number)]).toEqual(['done', 'cancelled'])
  })

  test('paid while the expiry holds the order: late money that revives it, and never both', async () => {
    await using w = await openShopWorld()
    const { fan, number, id } = await anOrder(w, { onHandQty: 1 })
    const at = w.deps.now()
    const race = await whileFirstIsOpen(w,
      (tx) => cancelOrder(tx, { orderId: id, actorId: null, by: 'timeout', reason: '', note: '', at }),
      () => w.inTx((tx) => settlePaidTrade(tx, { method: 'alipay', tradeNumber: number, tradeId: 'T1', amountFen: 499900, at })))
    expect([race.rivalWaited, race.rival]).toEqual([true, { status: 'fulfilled', value: 'revived' }])
    expect(await orderState(w, number)).toBe('paid')
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 1, held_qty: 1 })
    expect(await suspenseRows(w)).toEqual([{ reason: 'late', state: 'revived', amount_fen: 499900 }])
    expect(await paymentRows(w)).toEqual([{ state: 'expired', amount_fen: 499900 }, { state: 'succeeded', amount_fen: 499900 }])
  })

  test('expired while the payment holds the order: it stays paid', async () => {
    await using w = await openShopWorld()
    const { fan, number, id } = await anOrder(w, { onHandQty: 1 })
    const at = w.deps.now()
    const race = await whileFirstIsOpen(w,
      (tx) => settlePaidTrade(tx, { method: 'alipay', tradeNumber: number, tradeId: 'T1', amountFen: 499900, at }),
      () => w.inTx((tx) => cancelOrder(tx, { orderId: id, actorId: null, by: 'timeout', reason: '', note: '', at })))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toMatchObject({ status: 'rejected', reason: { key: 'orders.move_refused' } })
    expect(await orderState(w, number)).toBe('paid')
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 1, held_qty: 1 })
  })
})

describe('money that cannot pay its order goes back', () => {
  test('late, and the stock is gone: refunded once under one number', async () => {
    await using w = await openShopWorld()
    const { ann, fan, number } = await anOrder(w, { onHandQty: 1 })
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    const id = (await call(w, ann, 'GET', `/api/orders/${number}/`)).json().id
    await w.inTx((tx) => cancelOrder(tx, { orderId: id, actorId: null, by: 'timeout', reason: '', note: '', at: w.deps.now() }))
    const bob = await aBuyer(w, 'bob')
    expect((await place(w, bob, fan)).statusCode).toBe(201)
    expect((await atAlipay(w, number, 'notify_again')).json().notice).toEqual({ status: 200, body: 'success' })
    expect((await atAlipay(w, number, 'notify_again')).json().notice).toEqual({ status: 200, body: 'success' })
    await finishRefundsOf(w)
    expect(await orderState(w, number)).toBe('cancelled')
    expect(await suspenseRows(w)).toEqual([{ reason: 'late', state: 'refunded', amount_fen: 499900 }])
    expect(await tradeAt(w, number)).toMatchObject({ refunded_amount: '4999.00' })
    expect((await tradeAt(w, number)).refunds).toHaveLength(1)
  })

  test('an order cancelled by its buyer is never revived', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    await call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`, { reason: '不想要了' })
    await atAlipay(w, number, 'notify_again')
    await finishRefundsOf(w)
    expect(await orderState(w, number)).toBe('cancelled')
    expect(await suspenseRows(w)).toEqual([{ reason: 'late', state: 'refunded', amount_fen: 499900 }])
  })

  test('a trade of another company under the number of the one that paid is double money too', async () => {
    await using w = await openShopWorld()
    const { number } = await anOrder(w)
    const trade = { tradeNumber: number, tradeId: 'T1', amountFen: 499900, at: w.deps.now() }
    const settle = (method: 'alipay' | 'bank') => w.inTx((tx) => settlePaidTrade(tx, { ...trade, method }))
    expect([await settle('alipay'), await settle('alipay'), await settle('bank'), await settle('bank')])
      .toEqual(['settled', 'repeated', 'refunded', 'refunded'])
    expect(await suspenseRows(w)).toEqual([{ reason: 'double', state: 'refunding', amount_fen: 499900 }])
  })

  test('a second trade for a paid order is double money', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await pay(w, ann, number)
    const second = await w.inTx((tx) => settlePaidTrade(tx, { method: 'alipay', tradeNumber: number, tradeId: 'T2', amountFen: 499900, at: w.deps.now() }))
    expect(second).toBe('refunded')
    expect(await suspenseRows(w)).toEqual([{ reason: 'double', state: 'refunding', amount_fen: 499900 }])
    expect(await orderState(w, number)).toBe('paid')
  })

  test('money for a number nobody knows is kept, not sent anywhere', async () => {
    await using w = await openShopWorld()
    const trade = { method: 'alipay' as const, tradeNumber: '9'.repeat(22), tradeId: 'T9', amountFen: 100, at: w.deps.now() }
    expect(await w.inTx((tx) => settlePaidTrade(tx, trade))).toBe('unknown_order')
    expect(await suspenseRows(w)).toEqual([{ reason: 'unknown_order', state: 'open', amount_fen: 100 }])
    expect(await countOf(w, 'payments.refunds')).toBe(0)
  })
})

describe('cancelling', () => {
  test('a paid order goes back through the provider and frees its stock', async () => {
    await using w = await openShopWorld()
    const { ann, fan, number } = await anOrder(w)
    await pay(w, ann, number)
    const answer = await call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`, { reason: '买错了' })
    expect(answer.json()).toMatchObject({ status: 'cancelled', cancel_reason: '买错了', refund_info: { status: 'pending', amount: '4999.00' }, allowed_moves: [] })
    await finishRefundsOf(w)
    expect((await call(w, ann, 'GET', `/api/orders/${number}/`)).json().refund_info).toEqual({ status: 'succeeded', amount: '4999.00' })
    expect(await tradeAt(w, number)).toMatchObject({ refunded_amount: '4999.00' })
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 0 })
    const again = await call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`)
    expect(again.json()).toMatchObject({ code: 400, error_code: 'INVALID_ORDER_STATUS' })
    expect(await countOf(w, 'payments.refunds')).toBe(1)
  })

  test('twice at once: one cancels, the other is told it is too late', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await pay(w, ann, number)
    const both = await Promise.all([0, 1].map(() => call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`, {})))
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 400])
    expect(await countOf(w, 'payments.refunds')).toBe(1)
  })

  test('a lost answer to the refund is asked about, and the money goes back once', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await pay(w, ann, number)
    await w.server.desk?.alipay.desk.trouble({ method: 'alipay.trade.refund', kind: 'lost_answer', times: 1 })
    await call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`, {})
    w.advanceMinutes(2)
    await runJob(w, 'finish-refunds')
    w.advanceMinutes(2)
    await runJob(w, 'finish-refunds')
    const trade = await tradeAt(w, number)
    expect([trade.refunded_amount, trade.refunds.length]).toEqual(['4999.00', 1])
    expect((await call(w, ann, 'GET', `/api/orders/${number}/`)).json().refund_info.status).toBe('succeeded')
  })

  test('other people\'s orders do not exist for others, and shoppers cannot ship or complete', async () => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    const bob = await aBuyer(w, 'bob')
    for (const move of ['cancel', 'confirm_receipt']) {
      expect((await call(w, bob, 'PATCH', `/api/orders/${number}/${move}/`, {})).statusCode).toBe(404)
    }
    for (const move of ['ship', 'complete']) {
      expect((await call(w, ann, 'PATCH', `/api/orders/${number}/${move}/`, { tracking_number: 'X1' })).statusCode).toBe(403)
    }
    expect((await call(w, bob, 'GET', `/api/orders/${number}/`)).statusCode).toBe(404)
    expect((await call(w, bob, 'GET', '/api/orders/')).json().count).toBe(0)
    expect(await orderState(w, number)).toBe('pending')
  })
})
