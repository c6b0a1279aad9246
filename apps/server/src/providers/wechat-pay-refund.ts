import type { RefundOutcome, RefundRef, SendRefund } from '../modules/payments/index.ts'
import { textOf } from './ask.ts'
import type { Fields } from './ask.ts'
import { call, down, saidNo } from './wechat-pay-call.ts'
import type { WechatPayClient } from './wechat-pay-call.ts'

const REFUNDS = '/v3/refund/domestic/refunds'
const REASON_BYTES = 80
const NO_REFUND = ['RESOURCE_NOT_EXISTS', 'REFUNDNOTEXIST']

/** Sends money back. The same number never moves it twice. */
export async function sendRefund(client: WechatPayClient, refund: SendRefund): Promise<RefundOutcome> {
  const said = await call(client, {
    action: 'refund', method: 'POST', path: REFUNDS,
    body: {
      transaction_id: refund.tradeId, out_refund_no: refund.refundNumber,
      ...(refund.reason ? { reason: cutReason(refund.reason) } : {}), notify_url: refund.notifyUrl,
      amount: { refund: refund.amountFen, total: refund.paidFen, currency: 'CNY' },
    },
  })
  if (said.code === 'NOT_ENOUGH') return { status: 'no_balance', amountFen: refund.amountFen, answer: '{"code":"NOT_ENOUGH"}' }
  if (said.code) throw saidNo('refund', said)
  const outcome = readRefund('refund', refund, said.fields)
  if (outcome.amountFen !== refund.amountFen) throw down('refund', `another amount: ${outcome.answer}`)
  return outcome
}

/** Asks what became of a refund; null when the company has none under this number. */
export async function findRefund(client: WechatPayClient, refund: RefundRef): Promise<RefundOutcome | null> {
  const path = `${REFUNDS}/${encodeURIComponent(refund.refundNumber)}`
  const said = await call(client, { action: 'refund query', method: 'GET', path })
  if (said.code && NO_REFUND.includes(said.code)) return null
  if (said.code) throw saidNo('refund query', said)
  return readRefund('refund query', refund, said.fields)
}

function readRefund(action: string, refund: RefundRef, fields: Fields): RefundOutcome {
  const answer = refundText(fields)
  const isAboutIt = fields.out_refund_no === refund.refundNumber && fields.transaction_id === refund.tradeId
    && fields.out_trade_no === refund.tradeNumber
  const outcome = refundOutcome(fields, fields.status)
  if (!isAboutIt || !outcome) throw down(action, `not about this refund: ${answer}`)
  return outcome
}

const STATUSES: Record<string, RefundOutcome['status']> = {
  SUCCESS: 'succeeded', PROCESSING: 'processing', CLOSED: 'failed', ABNORMAL: 'abnormal',
}

/** What an answer or a notice says of a refund; null when it says nothing that is understood. */
export function refundOutcome(fields: Fields, said: unknown): RefundOutcome | null {
  const status = STATUSES[textOf(said) ?? '']
  const { refund: amountFen, currency = 'CNY' } = (fields.amount ?? {}) as Fields
  if (!status || currency !== 'CNY' || !Number.isSafeInteger(amountFen) || Number(amountFen) < 1) return null
  return { status, amountFen: Number(amountFen), answer: refundText(fields) }
}

const KEPT = [
  'refund_id', 'out_refund_no', 'transaction_id', 'out_trade_no', 'status', 'refund_status', 'create_time', 'success_time',
  'funds_account',
]

/** What is kept of an answer: nothing that names the buyer or his account. */
function refundText(fields: Fields): string {
  const kept = KEPT.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]])
  const { total, refund } = (fields.amount ?? {}) as Fields
  return JSON.stringify({ ...Object.fromEntries(kept), amount: { total, refund } })
}

function cutReason(text: string): string {
  const bytes = Buffer.from(text, 'utf8')
  return bytes.length <= REASON_BYTES ? text : bytes.subarray(0, REASON_BYTES).toString('utf8').replace(/�+$/, '')
}
