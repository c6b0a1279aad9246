import { compactStamp } from '@hearth/kernel/dates'
import { orderNotes } from '@hearth/kernel/order-notes'
import { cancelOrder, matchToOrder } from '../../src/modules/orders/index.ts'
import { noteNotice, openSuspense, refundsOfOrder } from '../../src/modules/payments/index.ts'
import { HOUR_MS, MINUTE_MS, later } from '../living-shop/calendar.ts'
import { giveUp, goToPay, hear, payAt, payFor } from './paying.ts'
import { order } from './stage.ts'
import type { Bought, Placed, Stage, Story } from './stage.ts'

const TIMEOUT = orderNotes.expired.zh

/** Money that could not pay its order: still open, sent back, stuck on its way, matched by a person, come too late. */
export function suspenseStories(stage: Stage): Story[] {
  const { onDay, hoursAgo } = stage
  return [
    { endsAt: onDay(5, 16.2), tell: () => strayMoney(stage, 'wechat', 23_900, onDay(5, 16.2)) },
    { endsAt: onDay(4, 13.2), tell: () => sentBack(stage, onDay(4, 13)) },
    { endsAt: onDay(3, 10.2), tell: () => matched(stage, onDay(3, 10)) },
    { endsAt: onDay(3, 18.2), tell: () => givenUp(stage, onDay(3, 18)) },
    { endsAt: onDay(2, 21.3), tell: () => revived(stage, onDay(2, 21)) },
    { endsAt: hoursAgo(5), tell: () => paidTwice(stage, hoursAgo(6)) },
    { endsAt: hoursAgo(3), tell: () => oddNotice(stage, hoursAgo(3)) },
  ]
}

async function sentBack(stage: Stage, at: Date): Promise<void> {
  const refund = await lateMoney(stage, { buyer: 'maxiulan', kind: 'hair-dryer', at })
  await hear(stage, refund, 'succeeded', later(refund.createdAt, MINUTE_MS))
}

async function givenUp(stage: Stage, at: Date): Promise<void> {
  const refund = await lateMoney(stage, { buyer: 'songpengfei', kind: 'steam-oven', at })
  const failed = await hear(stage, refund, 'failed', later(refund.createdAt, MINUTE_MS))
  await giveUp(stage, failed, '客户仍想要这台，等他决定', stage.onDay(2, 17))
}

/** Somebody pays under a number that is nobody's. */
function strayMoney(stage: Stage, method: 'alipay' | 'wechat', amountFen: number, at: Date) {
  return payAt(stage, { method, tradeNumber: `${compactStamp(at)}90000001`, amountFen, at })
}

/** A buyer scans an old code; support finds his order and lets the money pay it. */
async function matched(stage: Stage, at: Date): Promise<void> {
  const { tx, supportId } = stage
  const placed = await order(stage, { buyer: 'hushiqi', kind: 'microwave', method: 'alipay', at })
  await strayMoney(stage, 'alipay', placed.order.payableFen, later(at, 2 * MINUTE_MS))
  const entry = (await openSuspense(tx)).find(({ amountFen }) => amountFen === placed.order.payableFen)
  if (!entry) throw new Error('The stray money is not in suspense')
  const deed = { suspenseId: entry.id, actorId: supportId, note: '客户来电核对过付款记录', at: later(at, 8 * MINUTE_MS) }
  await matchToOrder(tx, deed, placed.order.number)
}

/** The buyer cancels and pays all the same. @returns the refund by which it goes back */
async function lateMoney(stage: Stage, asked: Omit<Bought, 'method'>) {
  const placed = await order(stage, { ...asked, method: 'wechat' })
  const started = await goToPay(stage, placed)
  await cancel(stage, placed, 'buyer', 4)
  const paidAt = later(placed.at, 6 * MINUTE_MS)
  await payAt(stage, { method: 'wechat', tradeNumber: started.tradeNumber, amountFen: placed.order.payableFen, at: paidAt })
  const refund = (await refundsOfOrder(stage.tx, placed.order.id)).at(-1)
  if (!refund) throw new Error('Late money goes back')
  return refund
}

/** Money that is late by minutes pays its order, because the goods are still there. */
async function revived(stage: Stage, at: Date): Promise<void> {
  const placed = await order(stage, { buyer: 'pengchao_xt', kind: 'kettle', method: 'wechat', at })
  const { tradeNumber } = await goToPay(stage, placed)
  await cancel(stage, placed, 'timeout', 11)
  await payAt(stage, { method: 'wechat', tradeNumber, amountFen: placed.order.payableFen, at: later(at, 14 * MINUTE_MS) })
}

/** An order is paid by WeChat Pay and again by Alipay; the second money is stuck on its way back. */
async function paidTwice(stage: Stage, at: Date): Promise<void> {
  const placed = await order(stage, { buyer: 'tangxiangxiang', kind: 'fan', method: 'wechat', at })
  await payFor(stage, placed)
  const { number, payableFen, id } = placed.order
  await payAt(stage, { method: 'alipay', tradeNumber: number, amountFen: payableFen, at: later(at, HOUR_MS) })
  const refund = (await refundsOfOrder(stage.tx, id)).at(-1)
  if (refund) await hear(stage, refund, 'no_balance', later(at, HOUR_MS + MINUTE_MS))
}

function cancel({ tx }: Stage, { order: { id }, userId, at }: Placed, by: 'buyer' | 'timeout', minutes: number) {
  const reason = by === 'timeout' ? TIMEOUT : '不想要了'
  return cancelOrder(tx, {
    orderId: id, actorId: by === 'timeout' ? null : userId, by, reason, note: reason, at: later(at, minutes * MINUTE_MS),
  })
}

/** A genuine notice tells another amount than the order has. */
async function oddNotice(stage: Stage, at: Date): Promise<void> {
  const placed = await order(stage, { buyer: 'liangweijie', kind: 'air-purifier', method: 'alipay', at })
  await cancel(stage, placed, 'timeout', 10)
  await noteNotice(stage.tx, {
    provider: 'alipay', noticeId: `demo-${placed.order.number}`, orderNumber: placed.order.number, verdict: 'wrong_amount',
    body: { out_trade_no: placed.order.number, trade_status: 'TRADE_SUCCESS', total_amount: '1.00', trade_no: `demo-${placed.order.id}` },
    at: later(at, 5 * MINUTE_MS),
  })
}
