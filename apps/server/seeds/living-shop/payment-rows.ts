import { compactStamp, dayOf } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { later } from './calendar.ts'
import type { Order } from './orders.ts'
import type { Random } from './random.ts'
import { openRandom } from './random.ts'
import { numbered } from './rows.ts'
import type { Row, ShopRows, SimRefundRow, SimTradeRow } from './rows.ts'

type PaymentRows = Pick<ShopRows,
  'payments.payments' | 'payments.payment_moves' | 'payments.refunds' | 'payments.refund_moves' |
  'sim.alipay_trades' | 'sim.alipay_refunds'>

type Payment = { id: number; order: Order; tradeId: string | null }
type Refund = { id: number; number: string; payment: Payment; tradeId: string; at: Date }

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const ANSWER_MS = 2_400

/** One payment per order with its history, refunds of what was cancelled, and the same at the simulated Alipay. */
export function paymentRows(orders: readonly Order[], publicUrl: string): PaymentRows {
  const random = openRandom('refunds')
  const payments = orders.map((order): Payment => ({ id: order.id, order, tradeId: order.paidAt && tradeIdOf(order) }))
  const refunds = numbered(payments.flatMap((payment) => refundOf(payment, random)), ({ at }) => at)
  return {
    'payments.payments': payments.map(paymentRow),
    'payments.payment_moves': numbered(payments.flatMap(moveRows), (move) => move.at as Date),
    'payments.refunds': refunds.map(refundRow),
    'payments.refund_moves': numbered(refunds.flatMap(refundMoveRows), (move) => move.at as Date),
    'sim.alipay_trades': payments.flatMap((payment) => tradeRow(payment, publicUrl)),
    'sim.alipay_refunds': refunds.map(simRefundRow),
  }
}

/** The company's number begins with the day on which the buyer opened its page. */
function tradeIdOf({ placedAt, tradeDigits }: Order): string {
  return `${dayOf(placedAt).replaceAll('-', '')}22001${tradeDigits}`
}

function stateOf({ order }: Payment): 'init' | 'succeeded' | 'cancelled' | 'expired' {
  if (order.paidAt) return 'succeeded'
  if (order.cancelledBy === 'timeout') return 'expired'
  return order.cancelledAt ? 'cancelled' : 'init'
}

function paymentRow(payment: Payment): Row<'payments.payments'> {
  const { id, order, tradeId } = payment
  return {
    id, order_id: order.id, order_number: order.number, user_id: order.buyer.id, method: 'alipay',
    channel: order.paidAt ? 'page' : null, trade_number: order.number, amount_fen: order.payableFen, state: stateOf(payment), trade_id: tradeId, expires_at: order.expiresAt,
    created_at: order.placedAt,
    updated_at: order.paidAt ?? order.cancelledAt ?? order.placedAt,
  }
}

function moveRows(payment: Payment): Row<'payments.payment_moves'>[] {
  const { id, order: { placedAt, paidAt, cancelledAt, cancelledBy } } = payment
  const move = (event: string, [from, to]: [string | null, string], at: Date) =>
    ({ payment_id: id, event, from_state: from, to_state: to, at })
  const opened = move('open', [null, 'init'], placedAt)
  if (paidAt) {
    const startedAt = later(placedAt, (paidAt.getTime() - placedAt.getTime()) / 2)
    const started = move('start', ['init', 'processing'], startedAt)
    return [opened, started, move('succeed', ['processing', 'succeeded'], paidAt)]
  }
  if (!cancelledAt) return [opened]
  return [opened, cancelledBy === 'timeout'
    ? move('expire', ['init', 'expired'], cancelledAt) : move('cancel', ['init', 'cancelled'], cancelledAt)]
}

function refundOf(payment: Payment, random: Random): Omit<Refund, 'id'>[] {
  const { order: { cancelledAt }, tradeId } = payment
  if (!cancelledAt || !tradeId) return []
  const tail = Array.from({ length: 10 }, () => LETTERS.charAt(random.int(0, LETTERS.length - 1))).join('')
  return [{ number: `R${compactStamp(cancelledAt)}${tail}`, payment, tradeId, at: cancelledAt }]
}

function refundRow({ id, number, payment, tradeId, at }: Refund): Row<'payments.refunds'> {
  const { order } = payment
  const answeredAt = later(at, ANSWER_MS)
  const answer = {
    code: '10000', msg: 'Success', trade_no: tradeId, out_trade_no: order.number, fund_change: 'Y',
    refund_fee: yuanText(order.payableFen),
  }
  return {
    id, refund_number: number, provider: 'alipay', order_number: order.number, order_id: order.id,
    payment_id: payment.id, suspense_id: null, trade_number: order.number, trade_id: tradeId,
    amount_fen: order.payableFen, reason: order.cancelReason, state: 'succeeded',
    attempts: 1, last_answer: JSON.stringify(answer), created_at: at, updated_at: answeredAt, succeeded_at: answeredAt,
    paid_from: 'alipay', ask_at: answeredAt,
  }
}

function refundMoveRows({ id, payment, at }: Refund): Row<'payments.refund_moves'>[] {
  const move = (event: string, [from, to]: [string | null, string], when: Date) =>
    ({ refund_id: id, event, from_state: from, to_state: to, note: event === 'make' ? payment.order.cancelReason : '', at: when })
  return [
    move('make', [null, 'pending'], at), move('start', ['pending', 'processing'], later(at, ANSWER_MS / 2)),
    move('succeed', ['processing', 'succeeded'], later(at, ANSWER_MS)),
  ]
}

/** A trade of which everything went back is closed there and stays paid. */
function tradeRow({ order, tradeId }: Payment, publicUrl: string): SimTradeRow[] {
  if (!tradeId || !order.paidAt) return []
  return [{
    out_trade_no: order.number, trade_no: tradeId, status: order.cancelledAt ? 'TRADE_CLOSED' : 'TRADE_SUCCESS',
    total_fen: order.payableFen, subject: `Hearth 订单 ${order.number}`, method: 'alipay.trade.page.pay',
    notify_url: `${publicUrl}/api/payments/callback/alipay/`, return_url: `${publicUrl}/pay/result`,
    created_at: later(order.placedAt, (order.paidAt.getTime() - order.placedAt.getTime()) / 2),
    time_expire: order.expiresAt, paid_at: order.paidAt,
  }]
}

function simRefundRow({ number, payment: { order }, at }: Refund): SimRefundRow {
  return {
    out_trade_no: order.number, out_request_no: number, amount_fen: order.payableFen, status: 'REFUND_SUCCESS',
    created_at: later(at, ANSWER_MS),
  }
}
