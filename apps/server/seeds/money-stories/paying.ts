import { compactStamp } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { giveUpOrderRefund, refundOrder, settlePaidTrade, settleRefund, startOrderPayment } from '../../src/modules/orders/index.ts'
import type { Settlement } from '../../src/modules/orders/index.ts'
import type { Refund, RefundOutcome } from '../../src/modules/payments/index.ts'
import { MINUTE_MS, later } from '../living-shop/calendar.ts'
import { enterRefund, enterTrade, refundIdOf } from './company-books.sql.ts'
import type { Placed, Stage } from './stage.ts'

const ANSWER_MS = 2_400

/** A payment at a company, under a number of ours that may be nobody's. */
export type Paid = { method: 'alipay' | 'wechat'; tradeNumber: string; amountFen: number; at: Date }

/** Money comes to a company, which has it in its books, and we hear of it. */
export async function payAt(stage: Stage, { method, tradeNumber, amountFen, at }: Paid): Promise<Settlement> {
  const tradeId = tradeIdOf({ method, tradeNumber, amountFen, at })
  await enterTrade(stage.tx, { method, tradeNumber, tradeId, amountFen, at })
  return settlePaidTrade(stage.tx, { method, tradeNumber, tradeId, amountFen, at: later(at, ANSWER_MS) })
}

/** The company's number of a trade, as long as the real ones. */
function tradeIdOf({ method, tradeNumber, at }: Paid): string {
  const [day, digits] = [compactStamp(at).slice(0, 8), tradeNumber.replace(/\D/g, '')]
  if (method === 'alipay') return `${day}22001${digits.slice(-15).padStart(15, '0')}`
  return `4200002${day}${digits.slice(-13).padStart(13, '0')}`
}

/** The buyer goes to pay, and pays. */
export async function payFor(stage: Stage, { order, payment, userId, at }: Placed): Promise<Settlement> {
  const started = await goToPay(stage, { order, payment, userId, at })
  const method = started.method === 'alipay' ? 'alipay' : 'wechat'
  const [tradeNumber, amountFen] = [started.tradeNumber, order.payableFen]
  return payAt(stage, { method, tradeNumber, amountFen, at: later(at, 3 * MINUTE_MS) })
}

/** The buyer chooses how to pay and sets out. */
export async function goToPay({ tx, deps }: Stage, { order, payment, userId, at }: Placed) {
  const channel = payment.method === 'bank' ? null : payment.method === 'wechat' ? 'native' : 'page'
  const started = await startOrderPayment(tx, {
    orderId: order.id, userId, paymentId: payment.id, method: payment.method, channel,
    maxFen: deps.config.paymentMaxFen, at: later(at, MINUTE_MS),
  })
  if (!started) throw new Error(`The time to pay ${order.number} is over`)
  return started
}

export type SentBack = {
  orderId: number
  amountFen?: number
  reason: string
  /** What the company answers; null: nobody has sent it yet. */
  said: RefundOutcome['status'] | null
  at: Date
}

/** Support sends money of an order back. */
export async function sendBack(stage: Stage, { said, ...asked }: SentBack): Promise<Refund> {
  const refund = await refundOrder(stage.tx, { ...asked, actorId: stage.supportId })
  return said ? hear(stage, refund, said, asked.at) : refund
}

/** The company answers to a refund, and has it in its books. */
export async function hear(stage: Stage, refund: Refund, status: RefundOutcome['status'], at: Date): Promise<Refund> {
  const answeredAt = later(at, ANSWER_MS)
  await enterRefund(stage.tx, refund, status, answeredAt)
  const said = refund.provider === 'wechat' ? wechatAnswer(refund, status, answeredAt) : alipayAnswer(refund, status)
  const outcome = { status, amountFen: refund.amountFen, answer: JSON.stringify(said) }
  return settleRefund(stage.tx, refund.id, outcome, answeredAt)
}

function alipayAnswer({ tradeId, tradeNumber, amountFen }: Refund, status: RefundOutcome['status']) {
  if (status === 'no_balance') {
    return { code: '40004', msg: 'Business Failed', sub_code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH', sub_msg: '商户的支付宝账户余额不足' }
  }
  return { code: '10000', msg: 'Success', trade_no: tradeId, out_trade_no: tradeNumber, fund_change: 'Y', refund_fee: yuanText(amountFen) }
}

const STATUSES: Record<string, string> = { succeeded: 'SUCCESS', abnormal: 'ABNORMAL', failed: 'CLOSED' }

function wechatAnswer(refund: Refund, status: RefundOutcome['status'], at: Date) {
  return {
    refund_id: refundIdOf(refund, at), out_refund_no: refund.refundNumber, transaction_id: refund.tradeId,
    out_trade_no: refund.tradeNumber, status: STATUSES[status], amount: { refund: refund.amountFen },
  }
}

/** Support gives a refund up. */
export function giveUp(stage: Stage, refund: Refund, note: string, at: Date): Promise<Refund> {
  return giveUpOrderRefund(stage.tx, { refundId: refund.id, actorId: stage.supportId, note, seen: refund, at })
}
