import type { PaymentCaseView, RefundView, SuspenseView } from '@hearth/contracts/refunds'
import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { PaymentCaseRow } from '../reads/payment-cases.sql.ts'
import type { RefundRow } from '../reads/refund-list.sql.ts'
import type { SuspenseRow } from '../reads/suspense-list.sql.ts'

/** What the contract's status of a refund is: what a company left to a person is still on its way. */
const statusOf: Record<string, RefundView['status']> = { abnormal: 'processing', no_balance: 'processing' }

/** The states behind a status of the contract, for filters. */
export function refundStatesOf(status: RefundView['status']): string[] {
  return status === 'processing' ? ['processing', 'abnormal', 'no_balance'] : [status]
}

/** Refund with its history and the moves that staff may make now. */
export function refundView(row: RefundRow): RefundView {
  return {
    id: row.id, refund_number: row.refund_number, order: row.order_id, order_number: row.order_number,
    payment: row.payment_id, suspense: row.suspense_id, provider: row.provider as RefundView['provider'],
    amount: yuanText(row.amount_fen), status: statusOf[row.state] ?? (row.state as RefundView['status']),
    problem: row.problem !== '' && row.given_up_at === null, given_up: row.given_up_at !== null,
    reason_code: row.problem === '' ? null : (row.problem as RefundView['reason_code']),
    reason: row.reason, transaction_id: row.transaction_id, paid_from: row.paid_from as RefundView['paid_from'],
    company_answer: row.last_answer, attempts: row.attempts, operator: row.operator,
    created_at: isoShanghai(row.created_at), updated_at: isoShanghai(row.updated_at),
    succeeded_at: row.succeeded_at && isoShanghai(row.succeeded_at),
    allowed_moves: movesFor(row), logs: logsOf(row.moves),
  }
}

function movesFor({ provider, state, problem, given_up_at }: RefundRow): RefundView['allowed_moves'] {
  if (state === 'succeeded') return problem === 'paid_twice' ? ['settle_repeat'] : []
  if (given_up_at) return ['start']
  if (provider === 'bank') return state === 'failed' ? ['start', 'succeed', 'fail'] : ['succeed', 'fail']
  const online: Record<string, RefundView['allowed_moves']> = {
    pending: ['start', 'fail'], processing: ['ask', 'succeed', 'fail'], failed: ['start', 'ask', 'pay_out', 'fail'],
    abnormal: ['start', 'ask', 'pay_out'], no_balance: ['start', 'ask', 'pay_out', 'fail'],
  }
  return online[state] ?? []
}

function logsOf(moves: RefundRow['moves']): RefundView['logs'] {
  return moves.map((move) => ({
    t: isoShanghai(new Date(move.at)), event: move.event, from: move.from_state, to: move.to_state,
    operator: move.operator, note: move.note,
  }))
}

const DAY_MS = 86_400_000

/** Money in suspense with its age; open for longer than `overdueDays` it is overdue. */
export function suspenseView(row: SuspenseRow, { now, overdueDays }: { now: Date; overdueDays: number }): SuspenseView {
  const ageMs = now.getTime() - row.created_at.getTime()
  return {
    id: row.id, provider: row.provider as SuspenseView['provider'], trade_number: row.trade_number,
    trade_id: row.trade_id, order: row.order_id, order_number: row.order_number, amount: yuanText(row.amount_fen),
    reason: row.reason as SuspenseView['reason'], status: row.state as SuspenseView['status'],
    age_days: Math.max(0, Math.floor(ageMs / DAY_MS)),
    is_overdue: row.state === 'open' && ageMs > overdueDays * DAY_MS, refund: row.refund_id,
    created_at: isoShanghai(row.created_at), updated_at: isoShanghai(row.updated_at),
    allowed_moves: suspenseMovesFor(row), logs: logsOf(row.moves),
  }
}

function suspenseMovesFor({ state, reason, order_state }: SuspenseRow): SuspenseView['allowed_moves'] {
  if (state !== 'open') return []
  if (reason === 'unknown_order') return ['refund', 'match']
  return order_state === 'cancelled' ? ['refund', 'revive'] : ['refund']
}

/** A genuine notice that does not fit its order, with the amount that it names: Alipay's in yuan, WeChat's in fen. */
export function paymentCaseView(row: PaymentCaseRow): PaymentCaseView {
  const { trade_no, transaction_id } = row.body
  return {
    id: row.id, provider: row.provider as PaymentCaseView['provider'], order: row.order_id, order_number: row.order_number,
    verdict: row.verdict as PaymentCaseView['verdict'], trade_id: String(trade_no ?? transaction_id ?? ''),
    amount: saidAmount(row.body),
    notice: row.body, received_at: isoShanghai(row.received_at), closed_at: row.closed_at && isoShanghai(row.closed_at),
    closed_by: row.closed_by, closed_reason: row.closed_reason,
  }
}

function saidAmount({ total_amount: yuan, amount_fen: fen }: PaymentCaseRow['body']): string | null {
  if (typeof yuan === 'string' && /^\d{1,12}\.\d{2}$/.test(yuan)) return yuan
  return typeof fen === 'string' && /^\d{1,14}$/.test(fen) ? yuanText(Number(fen)) : null
}
