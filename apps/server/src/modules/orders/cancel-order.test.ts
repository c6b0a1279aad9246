import { describe, expect, test } from 'vitest'
import { anOrder, levelOf, openShopWorld, paymentRows, suspenseRows } from '../../../tests/support/order-builders.ts'
import type { World } from '../../../tests/support/world.ts'
import { cancelOrder } from './cancel-order.ts'
import type { CancelOrder } from './cancel-order.ts'
import { moveOrder } from './move-order.ts'
import { settlePaidTrade } from './settle-payment.ts'

const cancel = (w: World, orderId: number, how: Partial<CancelOrder> = {}) => w.inTx((tx) => cancelOrder(tx, {
  orderId, actorId: null, by: 'buyer', reason: '不想要了', note: '', at: w.deps.now(), ...how,
}))
const released = (w: World) => w.db.selectFrom('stock.moves').select(['qty', 'reason', 'actor_id', 'order_id'])
  .where('change_type', '=', 'release').execute()
const told = (w: World, type: string) => w.db.selectFrom('platform.events').select('body').where('type', '=', type).execute()
const refunds = (w: World) => w.db.selectFrom('payments.refunds').select(['amount_fen', 'reason']).execute()
const rowOf = (w: World, id: number) => w.db.selectFrom('orders.orders')
  .select(['state', 'cancelled_by', 'cancel_reason', 'paid_at', 'cancelled_at', 'updated_at']).where('id', '=', id).executeTakeFirstOrThrow()
const paid = (w: World, number: string) => w.inTx((tx) => settlePaidTrade(tx, {
  method: 'alipay', tradeNumber: number, tradeId: 't1', amountFen: 499_900, at: w.deps.now(),
}))

describe('cancelling', () => {
  test('an unpaid order by its buyer: payment ended, pieces free, told, nothing refunded', async () => {
    await using w = await openShopWorld()
    const { ann, fan, id, number } = await anOrder(w, { onHandQty: 2 })
    w.advanceMinutes(1)
    const order = await cancel(w, id, { actorId: ann.userId })
    expect(order).toMatchObject({ id, number, state: 'cancelled', cancelledBy: 'buyer', payableFen: 499_900 })
    expect(await rowOf(w, id)).toEqual({
      state: 'cancelled', cancelled_by: 'buyer', cancel_reason: '不想要了', paid_at: null, cancelled_at: w.deps.now(), updated_at: w.deps.now(),
    })
    expect(await paymentRows(w)).toEqual([{ state: 'cancelled', amount_fen: 499_900 }])
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 2, held_qty: 0 })
    expect(await released(w)).toEqual([{ qty: 1, reason: '订单取消', actor_id: ann.userId, order_id: id }])
    expect(await told(w, 'orders.order_cancelled.v1')).toEqual([{ body: { orderId: id, orderNumber: number } }])
    expect(await refunds(w)).toEqual([])
  })

  test('by the clock: the payment has expired, and the log of the stock says why', async () => {
    await using w = await openShopWorld()
    const { id } = await anOrder(w)
    await cancel(w, id, { by: 'timeout', reason: '超时未支付，订单自动取消' })
    expect(await rowOf(w, id)).toMatchObject({ cancelled_by: 'timeout', cancel_reason: '超时未支付，订单自动取消' })
    expect(await paymentRows(w)).toEqual([{ state: 'expired', amount_fen: 499_900 }])
    expect(await released(w)).toMatchObject([{ reason: '超时未支付', actor_id: null }])
  })

  test('a paid order: all of its money goes back under the reason given, or under our word for it', async () => {
    await using w = await openShopWorld()
    const { id, number } = await anOrder(w)
    await paid(w, number)
    await cancel(w, id, { by: 'staff', reason: '' })
    expect(await refunds(w)).toEqual([{ amount_fen: 499_900, reason: '订单取消' }])
    expect(await suspenseRows(w)).toEqual([])
    await using other = await openShopWorld()
    const mine = await anOrder(other)
    await paid(other, mine.number)
    await cancel(other, mine.id, { reason: '送货太久' })
    expect(await refunds(other)).toEqual([{ amount_fen: 499_900, reason: '送货太久' }])
  })

  test('an order that is gone, or is cancelled already, is refused and nothing more is written', async () => {
    await using w = await openShopWorld()
    const { id } = await anOrder(w)
    await expect(cancel(w, 999_999)).rejects.toMatchObject({ key: 'orders.not_found' })
    await cancel(w, id)
    await expect(cancel(w, id)).rejects.toMatchObject({
      key: 'orders.move_refused', facts: { status: 'cancelled', move: 'cancel' },
    })
    expect([(await released(w)).length, (await told(w, 'orders.order_cancelled.v1')).length]).toEqual([1, 1])
  })
})

test('a move keeps the instant, its line of history and who cancelled; going back keeps the first instant', async () => {
  await using w = await openShopWorld()
  const { ann, id, number } = await anOrder(w)
  const move = (name: Parameters<typeof moveOrder>[1]['move'], more: object = {}) =>
    w.inTx((tx) => moveOrder(tx, { orderId: id, move: name, actorId: ann.userId, note: '备注', at: w.deps.now(), ...more }))
  await paid(w, number)
  const paidAt = w.deps.now()
  w.advanceMinutes(5)
  expect(await move('ship')).toMatchObject({ id, state: 'shipped', cancelledBy: null })
  w.advanceMinutes(5)
  const row = await w.db.selectFrom('orders.orders').select(['state', 'paid_at', 'shipped_at', 'completed_at', 'updated_at'])
    .where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toEqual({
    state: 'shipped', paid_at: paidAt, shipped_at: new Date(paidAt.getTime() + 300_000), completed_at: null,
    updated_at: new Date(paidAt.getTime() + 300_000),
  })
  const history = await w.db.selectFrom('orders.order_moves').select(['move', 'from_state', 'to_state', 'actor_id', 'note'])
    .where('order_id', '=', id).orderBy('id').execute()
  expect(history).toEqual([
    { move: 'place', from_state: null, to_state: 'pending', actor_id: ann.userId, note: '' },
    { move: 'pay', from_state: 'pending', to_state: 'paid', actor_id: null, note: '' },
    { move: 'ship', from_state: 'paid', to_state: 'shipped', actor_id: ann.userId, note: '备注' },
  ])
})
