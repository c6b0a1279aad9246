import { createHmac, timingSafeEqual } from 'node:crypto'
import type { SimpleNoticeAnswer } from '@hearth/contracts/payments'
import { Refusal } from '@hearth/kernel/errors'
import { cancelOrder, lockOrder, settlePaidTrade } from '../modules/orders/index.ts'
import {
  endPayment, noteNotice, selectLatestPayment, selectListedPayment, startPayment,
} from '../modules/payments/index.ts'
import type { Payment } from '../modules/payments/index.ts'
import { noteAudit } from '../platform/audit.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { exactFen } from './amount-due.ts'
import type { Deps } from './deps.ts'

type Fields = Record<string, string>
type Status = 'succeeded' | 'failed' | 'cancelled' | 'expired' | 'processing'

const STATUSES: Record<string, Status> = {
  succeeded: 'succeeded', success: 'succeeded', trade_success: 'succeeded', failed: 'failed', fail: 'failed',
  cancelled: 'cancelled', trade_closed: 'cancelled', closed: 'cancelled', revoked: 'cancelled', expired: 'expired',
  processing: 'processing', userpaying: 'processing', notpay: 'processing', accept: 'processing',
}
const EXPIRED = '支付已过期，订单自动取消'

/**
 * The simple form of a notice, for `mock` and `bank` outside production: an attempt by `payment_id`, else the
 * latest of `order_number` or `out_trade_no`. Signed; in development the signature may be left out.
 */
export async function takeSimpleNotice(deps: Deps, name: 'mock' | 'bank', body: unknown): Promise<SimpleNoticeAnswer> {
  const fields = fieldsOf(body)
  if (!isSigned(fields, deps.config)) {
    deps.metrics.notices.inc({ provider: name, verdict: 'bad_signature' })
    throw new Refusal('payments.bad_signature')
  }
  const payment = await named(deps, fields)
  if (!payment || (name === 'bank' && payment.method !== 'bank')) throw new Refusal('payments.not_found')
  const status = statusOf(fields)
  const amountFen = amountOf(fields, payment.amountFen)
  const tradeId = fields.transaction_id || `${name}-${payment.id}`
  const at = deps.now()
  const verdict = await inTransaction(deps.db, async (tx) => {
    const found = amountFen === payment.amountFen
      ? await applied(tx, payment, { status, tradeId, at })
      : 'wrong_amount'
    await noteNotice(tx, {
      provider: name, noticeId: `${payment.id}-${status}-${tradeId}-${amountFen ?? 'odd'}`,
      orderNumber: payment.orderNumber, verdict: found, body: fields, at,
    })
    const { id: paymentId, tradeNumber } = payment
    await noteAudit(tx, { event: 'payment_notice', provider: name, verdict: found, paymentId, tradeNumber, tradeId, at })
    return found
  })
  deps.metrics.notices.inc({ provider: name, verdict })
  if (verdict === 'wrong_amount') throw new Refusal('payments.wrong_notice')
  return { code: 'SUCCESS', message: 'OK' }
}

function statusOf({ status, trade_status, result_code, trade_state }: Fields): Status {
  return STATUSES[(status ?? trade_status ?? result_code ?? trade_state ?? '').toLowerCase()] ?? 'failed'
}

type Said = { status: Status; tradeId: string; at: Date }

async function applied(tx: Tx, payment: Payment, { status, tradeId, at }: Said): Promise<string> {
  const { id: paymentId, method, tradeNumber, amountFen, orderId } = payment
  if (status === 'succeeded') return settlePaidTrade(tx, { method, tradeNumber, tradeId, amountFen, at })
  const order = await lockOrder(tx, orderId)
  if (status === 'processing') {
    if (payment.state === 'init') await startPayment(tx, { paymentId, channel: payment.channel, at })
    return 'noted'
  }
  const move = status === 'failed' ? 'fail' : status === 'expired' ? 'expire' : 'cancel'
  const ended = await endPayment(tx, { paymentId, move, isClosed: false, at })
  if (ended && status === 'expired' && order?.state === 'pending') {
    await cancelOrder(tx, { orderId, actorId: null, by: 'timeout', reason: EXPIRED, note: EXPIRED, at })
  }
  return ended ? status : 'noted'
}

async function named(deps: Deps, fields: Fields): Promise<Payment | null> {
  if (/^\d{1,15}$/.test(fields.payment_id ?? '')) return selectListedPayment(deps.db, Number(fields.payment_id))
  const number = fields.order_number ?? fields.out_trade_no ?? ''
  return number === '' ? null : selectLatestPayment(deps.db, number)
}

/** What was paid: `amount` and `total_amount` are yuan, `total_fee` and `total` fen; nothing named: all of it. */
function amountOf(fields: Fields, otherwise: number): number | null {
  const yuan = fields.amount ?? fields.total_amount
  if (yuan !== undefined) return exactFen(yuan)
  const fen = fields.total_fee ?? fields.total
  if (fen === undefined) return otherwise
  return /^\d{1,12}$/.test(fen) ? Number(fen) : null
}

/** Texts and numbers of the body as texts. */
function fieldsOf(body: unknown): Fields {
  const pairs = Object.entries(typeof body === 'object' && body !== null ? body : {})
  return Object.fromEntries(pairs.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => [name, String(value)]))
}

/** Hex HMAC-SHA256 over `k=v` sorted by key and joined by `&`, without the signature itself. */
export function signSimple(fields: Fields, secret: string): string {
  const text = Object.keys(fields).filter((name) => name !== 'sign' && name !== 'signature').toSorted()
    .map((name) => `${name}=${fields[name] ?? ''}`).join('&')
  return createHmac('sha256', secret).update(text).digest('hex')
}

function isSigned(fields: Fields, { env, simpleNoticeSecret }: Deps['config']): boolean {
  const given = fields.sign ?? fields.signature
  if (given === undefined) return env === 'development'
  const right = Buffer.from(signSimple(fields, simpleNoticeSecret))
  const said = Buffer.from(given.toLowerCase())
  return said.length === right.length && timingSafeEqual(said, right)
}
