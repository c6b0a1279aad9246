import { AlipaySdk } from 'alipay-sdk'
import { fenFromText, yuanText } from '@hearth/kernel/money'
import type { AlipayConfig } from '../platform/config-providers.ts'
import { providerDown, providerSaidNo } from '../platform/provider-faults.ts'
import type {
  PaymentNotice, PaymentOutcome, PaymentProvider, ProvenReturn, RefundOutcome, RefundRef, SendRefund, StartPayment,
} from '../modules/payments/index.ts'
import { fetchAlipayBill } from './alipay-bill.ts'
import { privateKeyText, publicKeyText } from './alipay-keys.ts'
import { alipayTime } from './alipay-time.ts'

const TIMEOUT_MS = 10_000

/**
 * Alipay by its official SDK, signed with RSA2 in public-key mode (opendocs.alipay.com: page.pay, wap.pay, query,
 * close, refund, fastpay.refund.query). Times go out in Asia/Shanghai whatever the machine's zone.
 */
export function openAlipay(config: AlipayConfig, options: { timeoutMs?: number } = {}): PaymentProvider {
  const sdk = new AlipaySdk({
    appId: config.appId, privateKey: privateKeyText(config.privateKey), keyType: 'PKCS8',
    alipayPublicKey: publicKeyText(config.alipayPublicKey), gateway: config.gateway, signType: 'RSA2',
    timeout: options.timeoutMs ?? TIMEOUT_MS, camelcase: false,
  })
  const pageGateway = config.pageGateway ?? config.gateway
  return {
    name: 'alipay',
    appId: config.appId,
    sellerId: config.sellerId,
    start: async (payment) => ({ kind: 'link', url: payUrl(sdk, payment).replace(config.gateway, pageGateway) }),
    find: (tradeNumber) => find(sdk, tradeNumber),
    close: (tradeNumber) => close(sdk, tradeNumber),
    refund: (refund) => sendRefund(sdk, refund),
    findRefund: (refund) => findRefund(sdk, refund),
    readNotice: async ({ form }) => readNotice(sdk, form),
    noticeAnswer: { type: 'text/plain; charset=utf-8', body: 'success' },
    readReturn: (query) => readReturn(sdk, query),
    fetchBill: (day) => fetchAlipayBill(sdk, config, day),
  }
}

function payUrl(sdk: AlipaySdk, payment: StartPayment): string {
  const isPhone = payment.channel === 'wap'
  return sdk.pageExecute(isPhone ? 'alipay.trade.wap.pay' : 'alipay.trade.page.pay', 'GET', {
    timestamp: alipayTime(new Date()),
    notifyUrl: payment.notifyUrl,
    returnUrl: payment.returnUrl,
    bizContent: {
      out_trade_no: payment.tradeNumber,
      total_amount: yuanText(payment.amountFen),
      // Alipay refuses / = & in a subject, and more than 256 characters.
      subject: payment.subject.replace(/[/=&]/g, ' ').slice(0, 256),
      product_code: isPhone ? 'QUICK_WAP_WAY' : 'FAST_INSTANT_TRADE_PAY',
      time_expire: alipayTime(payment.expiresAt),
    },
  })
}

type Answer = { isFine: boolean; subCode: string; text: string; fields: Record<string, string | undefined> }

/**
 * One call, its answer proved by Alipay's signature. What could not be asked, cannot be proved, or failed for any
 * reason but the trade itself (codes other than 10000 and 40004, or a fault of Alipay's own) is ProviderDown.
 */
async function call(sdk: AlipaySdk, action: string, bizContent: Record<string, string>): Promise<Answer> {
  const params = { timestamp: alipayTime(new Date()), bizContent }
  const said = await sdk.exec(`alipay.trade.${action}`, params, { validateSign: true })
    .catch((fault: unknown) => {
      const answer = (fault instanceof Error ? fault.message : String(fault)).slice(0, 200)
      throw providerDown({ provider: 'alipay', action, answer })
    })
  const subCode = String(said.sub_code ?? '')
  const isFine = said.code === '10000'
  if (!isFine && (said.code !== '40004' || /SYSTEM_ERROR|^isp\.|^aop\./i.test(subCode))) {
    throw providerDown({ provider: 'alipay', action, answer: `${said.code} ${subCode || said.msg}` })
  }
  return { isFine, subCode, text: answerText(said), fields: said as Record<string, string | undefined> }
}

const KEPT = [
  'code', 'msg', 'sub_code', 'sub_msg', 'trade_no', 'out_trade_no', 'trade_status', 'total_amount', 'fund_change',
  'refund_fee', 'refund_amount', 'refund_status', 'out_request_no', 'gmt_refund_pay',
]

/** What is kept of an answer: nothing that names the buyer. */
function answerText(said: Record<string, unknown>): string {
  const kept = KEPT.filter((name) => said[name] !== undefined).map((name) => [name, said[name]])
  return JSON.stringify(Object.fromEntries(kept))
}

const NO_TRADE = /(^|\.)TRADE_NOT_EXIST$/
const NO_BALANCE = /(^|\.)SELLER_BALANCE_NOT_ENOUGH$/

async function find(sdk: AlipaySdk, tradeNumber: string): Promise<PaymentOutcome | null> {
  const answer = await call(sdk, 'query', { out_trade_no: tradeNumber })
  if (NO_TRADE.test(answer.subCode)) return null
  if (!answer.isFine) throw providerSaidNo({ provider: 'alipay', action: 'query', answer: answer.text })
  const { trade_no: tradeId, out_trade_no: echoed, total_amount: total } = answer.fields
  const amountFen = fenFromText(total ?? '')
  const status = tradeStatus(answer.fields.trade_status)
  if (echoed !== tradeNumber || !tradeId || amountFen === null || status === 'other') {
    throw providerDown({ provider: 'alipay', action: 'query', answer: `not about this trade: ${answer.text}` })
  }
  return { status, tradeId, tradeNumber, amountFen }
}

function tradeStatus(text: string | undefined): PaymentNotice['status'] {
  switch (text) {
    case 'WAIT_BUYER_PAY': return 'waiting'
    case 'TRADE_SUCCESS': case 'TRADE_FINISHED': return 'paid'
    case 'TRADE_CLOSED': return 'closed'
    default: return 'other'
  }
}

async function close(sdk: AlipaySdk, tradeNumber: string): Promise<void> {
  const answer = await call(sdk, 'close', { out_trade_no: tradeNumber })
  if (answer.isFine || NO_TRADE.test(answer.subCode)) return
  // A trade that is closed already is refused with the same words as one that was paid.
  const found = await find(sdk, tradeNumber)
  if (found?.status === 'closed') return
  throw providerSaidNo({ provider: 'alipay', action: 'close', answer: answer.text })
}

async function sendRefund(sdk: AlipaySdk, refund: SendRefund): Promise<RefundOutcome> {
  const answer = await call(sdk, 'refund', {
    trade_no: refund.tradeId, out_trade_no: refund.tradeNumber, refund_amount: yuanText(refund.amountFen),
    out_request_no: refund.refundNumber, ...(refund.reason ? { refund_reason: refund.reason.slice(0, 256) } : {}),
  })
  if (NO_BALANCE.test(answer.subCode)) return { status: 'no_balance', amountFen: refund.amountFen, answer: answer.text }
  if (!answer.isFine) throw providerSaidNo({ provider: 'alipay', action: 'refund', answer: answer.text })
  refuseOtherTrade('refund', refund, answer)
  // `refund_fee` is what has gone back of the whole trade, so only a look-up confirms a call that moved nothing now.
  const backFen = fenFromText(answer.fields.refund_fee ?? '') ?? 0
  const isConfirmed = answer.fields.fund_change === 'Y' && backFen >= refund.amountFen
  if (isConfirmed) return { status: 'succeeded', amountFen: refund.amountFen, answer: answer.text }
  return await findRefund(sdk, refund) ?? { status: 'processing', amountFen: refund.amountFen, answer: answer.text }
}

async function findRefund(sdk: AlipaySdk, refund: RefundRef): Promise<RefundOutcome | null> {
  const answer = await call(sdk, 'fastpay.refund.query', {
    trade_no: refund.tradeId, out_trade_no: refund.tradeNumber, out_request_no: refund.refundNumber,
  })
  if (NO_TRADE.test(answer.subCode)) return null
  if (!answer.isFine) throw providerSaidNo({ provider: 'alipay', action: 'refund query', answer: answer.text })
  const { refund_status: status, out_request_no: echoed, refund_amount: amount } = answer.fields
  // An answer without these says that the company has no refund under this number.
  if (!echoed && !status) return null
  refuseOtherTrade('refund query', refund, answer)
  const amountFen = fenFromText(amount ?? '')
  if (echoed !== refund.refundNumber || amountFen === null) {
    throw providerDown({ provider: 'alipay', action: 'refund query', answer: `not about this refund: ${answer.text}` })
  }
  return { status: status === 'REFUND_SUCCESS' ? 'succeeded' : 'processing', amountFen, answer: answer.text }
}

function refuseOtherTrade(action: string, refund: RefundRef, answer: Answer): void {
  const { trade_no: tradeId, out_trade_no: tradeNumber } = answer.fields
  if (tradeId === refund.tradeId && tradeNumber === refund.tradeNumber) return
  throw providerDown({ provider: 'alipay', action, answer: `not about this trade: ${answer.text}` })
}

/** Only RSA2 counts: the type travels unsigned, and RSA would be SHA-1. */
function isProven(sdk: AlipaySdk, fields: Record<string, string>): boolean {
  if (fields.sign_type !== 'RSA2' || typeof fields.sign !== 'string') return false
  try {
    return sdk.checkNotifySignV2(fields)
  } catch {
    return false
  }
}

function readNotice(sdk: AlipaySdk, form: Record<string, string>): PaymentNotice | null {
  const amountFen = fenFromText(form.total_amount ?? '')
  if (!isProven(sdk, form) || amountFen === null || !form.notify_id) return null
  // A notice of a refund repeats the trade's status; it is no news of a payment.
  const isAboutRefund = Boolean(form.refund_fee || form.gmt_refund)
  const status = isAboutRefund ? 'other' : tradeStatus(form.trade_status)
  return {
    kind: 'payment', ...tradeIn(form, amountFen), noticeId: form.notify_id, status, appId: form.app_id ?? '',
    sellerId: form.seller_id ?? null,
  }
}

function readReturn(sdk: AlipaySdk, query: Record<string, string>): ProvenReturn | null {
  const amountFen = fenFromText(query.total_amount ?? '')
  if (!isProven(sdk, query) || amountFen === null) return null
  return tradeIn(query, amountFen)
}

function tradeIn(fields: Record<string, string>, amountFen: number): ProvenReturn {
  return { tradeNumber: fields.out_trade_no ?? '', tradeId: fields.trade_no ?? '', amountFen }
}
