import { selectCompleted } from './company-books.sql.ts'
import { itemAt } from '../living-shop/random.ts'
import { giveUp, payFor, sendBack } from './paying.ts'
import { order } from './stage.ts'
import type { Bought, Stage } from './stage.ts'

/** Refunds by every way they can go: in part, in whole, out of money, stuck at the bank, refused and given up. */
export async function tellRefunds(stage: Stage): Promise<void> {
  const { tx, people, hoursAgo, onDay } = stage
  const buyers = people.filter((person) => person.role === 'individual' && !person.isAgent).slice(4)
  const completed = await selectCompleted(tx, buyers.map(({ id }) => id))
  const [partly, wholly, lacking] = [0, 1, 2].map((at) => itemAt(completed, at))
  if (!partly || !wholly || !lacking) return
  await sendBack(stage, { orderId: partly.id, amountFen: 5_000, reason: '价格补差', said: 'succeeded', at: hoursAgo(22) })
  await sendBack(stage, { orderId: wholly.id, reason: '运输磕碰，协商全额退款', said: 'succeeded', at: onDay(2, 15.5) })
  // The simulated companies go by the last two places of a refund: .97 lacks balance, .96 gets stuck.
  await sendBack(stage, { orderId: lacking.id, amountFen: 12_897, reason: '赠品缺货，折价退回', said: 'no_balance', at: hoursAgo(4) })

  const stuck = await bought(stage, { buyer: 'dingyifan', kind: 'coffee-machine', at: onDay(2, 11) })
  await sendBack(stage, { orderId: stuck, amountFen: 6_596, reason: '配件短缺补偿', said: 'abnormal', at: hoursAgo(9) })
  const refused = await bought(stage, { buyer: 'huangshufen', kind: 'rice-cooker', at: onDay(3, 20) })
  const refund = await sendBack(stage, { orderId: refused, amountFen: 3_095, reason: '晚到补偿', said: 'failed', at: onDay(2, 9.5) })
  await giveUp(stage, refund, '客户改领代金券', onDay(2, 16))
  await bought(stage, { buyer: 'xiongwei_nc', kind: 'vacuum-stick', at: onDay(2, 19.25) })
}

/** Ordered and paid by WeChat Pay. @returns the order's id */
async function bought(stage: Stage, asked: Omit<Bought, 'method'>): Promise<number> {
  const placed = await order(stage, { ...asked, method: 'wechat' })
  await payFor(stage, placed)
  return placed.order.id
}
