import { compactStamp } from '@hearth/kernel/dates'
import { payOutOrderRefund } from '../../src/modules/orders/index.ts'
import { selectCompleted } from './company-books.sql.ts'
import { itemAt } from '../living-shop/random.ts'
import { giveUp, hear, payFor, sendBack } from './paying.ts'
import type { SentBack } from './paying.ts'
import { order } from './stage.ts'
import type { Bought, Stage, Story } from './stage.ts'

/** Refunds by every way they can go: in part, in whole, out of money, stuck, refused and given up, gone twice. */
export async function refundStories(stage: Stage): Promise<Story[]> {
  const { tx, people, hoursAgo, onDay } = stage
  const buyers = people.filter((person) => person.role === 'individual' && !person.isAgent).slice(4)
  const completed = await selectCompleted(tx, buyers.map(({ id }) => id))
  const of = (at: number) => itemAt(completed, at).id
  const back = (sent: SentBack): Story => ({ endsAt: sent.at, tell: () => sendBack(stage, sent) })
  return [
    back({ orderId: of(0), amountFen: 5_000, reason: '价格补差', said: 'succeeded', at: hoursAgo(22) }),
    back({ orderId: of(1), reason: '运输磕碰，协商全额退款', said: 'succeeded', at: onDay(2, 15.5) }),
    // The simulated companies go by the last two places of a refund: .97 lacks balance, .96 gets stuck.
    back({ orderId: of(2), amountFen: 12_897, reason: '赠品缺货，折价退回', said: 'no_balance', at: hoursAgo(4) }),
    { endsAt: hoursAgo(20), tell: () => goneTwice(stage) },
    { endsAt: hoursAgo(9), tell: () => stuck(stage) }, { endsAt: onDay(2, 16), tell: () => refused(stage) },
    { endsAt: onDay(2, 19.25), tell: () => bought(stage, { buyer: 'xiongwei_nc', kind: 'vacuum-stick', at: onDay(2, 19.25) }) },
  ]
}

async function stuck(stage: Stage): Promise<void> {
  const orderId = await bought(stage, { buyer: 'dingyifan', kind: 'coffee-machine', at: stage.onDay(2, 11) })
  await sendBack(stage, { orderId, amountFen: 6_596, reason: '配件短缺补偿', said: 'abnormal', at: stage.hoursAgo(9) })
}

/** Paid out by hand because the company was stuck; then the company got it through all the same. */
async function goneTwice(stage: Stage): Promise<void> {
  const { hoursAgo, adminId } = stage
  const orderId = await bought(stage, { buyer: 'luojunhao_dg', kind: 'air-fryer', at: stage.onDay(2, 18) })
  const sent = await sendBack(stage, { orderId, amountFen: 4_996, reason: '炸篮有划痕，折价退回', said: 'abnormal', at: hoursAgo(20) })
  const paid = await payOutOrderRefund(stage.tx, {
    refundId: sent.id, seen: sent, paidFrom: 'bank', transactionId: `CMB${compactStamp(hoursAgo(18))}0087`, actorId: adminId,
    note: '客户急用，先用网银转账', at: hoursAgo(18),
  })
  await hear(stage, paid, 'succeeded', hoursAgo(6))
}

async function refused(stage: Stage): Promise<void> {
  const { onDay } = stage
  const orderId = await bought(stage, { buyer: 'huangshufen', kind: 'rice-cooker', at: onDay(3, 20) })
  const refund = await sendBack(stage, { orderId, amountFen: 3_095, reason: '晚到补偿', said: 'failed', at: onDay(2, 9.5) })
  await giveUp(stage, refund, '客户改领代金券', onDay(2, 16))
}

/** Ordered and paid by WeChat Pay. @returns the order's id */
async function bought(stage: Stage, asked: Omit<Bought, 'method'>): Promise<number> {
  const placed = await order(stage, { ...asked, method: 'wechat' })
  await payFor(stage, placed)
  return placed.order.id
}
