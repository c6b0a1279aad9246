import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import { isoShanghai } from '@hearth/kernel/dates'
import type { WechatPayConfig } from '../platform/config-providers.ts'
import { providerSaidNo } from '../platform/provider-faults.ts'
import type { JsapiParams, PaymentOutcome, PaymentProvider, PayWay, StartPayment } from '../modules/payments/index.ts'
import { textOf } from './ask.ts'
import type { Fields } from './ask.ts'
import { fetchWechatBill } from './wechat-pay-bill.ts'
import { call, down, openClient, saidNo } from './wechat-pay-call.ts'
import type { ClientOptions, Said, WechatPayClient } from './wechat-pay-call.ts'
import { readNotice } from './wechat-pay-notice.ts'
import { findRefund, sendRefund } from './wechat-pay-refund.ts'

const DESCRIPTION_BYTES = 127
const TRADES = '/v3/pay/transactions'

/** WeChat Pay, APIv3: native, H5 and JSAPI, query, close, refunds, notices, bills. Times go out in Asia/Shanghai. */
export function openWechatPay(config: WechatPayConfig, options: ClientOptions): PaymentProvider {
  const client = openClient(config, options)
  return {
    name: 'wechat',
    appId: config.appId,
    sellerId: config.mchId,
    isSimulated: config.isSimulated,
    start: (payment) => start(client, payment),
    find: (tradeNumber) => find(client, tradeNumber),
    close: (tradeNumber) => close(client, tradeNumber),
    refund: (refund) => sendRefund(client, refund),
    findRefund: (refund) => findRefund(client, refund),
    readNotice: (notice) => readNotice(client, notice),
    noticeAnswer: { type: 'application/json; charset=utf-8', body: '{"code":"SUCCESS","message":"成功"}' },
    fetchBill: (day) => fetchWechatBill(client, day),
  }
}

async function start(client: WechatPayClient, payment: StartPayment): Promise<PayWay> {
  const { channel } = payment
  if (channel !== 'native' && channel !== 'h5' && channel !== 'jsapi') {
    throw providerSaidNo({ provider: 'wechat', action: 'start', answer: `there is no channel ${channel}` })
  }
  if (channel === 'jsapi' && !payment.openId) {
    throw providerSaidNo({ provider: 'wechat', action: 'start', answer: 'jsapi needs to know who pays' })
  }
  const said = await call(client, {
    action: 'start', method: 'POST', path: `${TRADES}/${channel}`, body: placing(client.config, payment),
  })
  if (said.code) throw saidNo('start', said)
  return { native: codeWay, h5: linkWay, jsapi: jsapiWay }[channel](client, said, payment)
}

function placing({ appId, mchId }: WechatPayConfig, payment: StartPayment): Fields {
  return {
    appid: appId, mchid: mchId, description: cut(payment.subject, DESCRIPTION_BYTES), out_trade_no: payment.tradeNumber,
    time_expire: `${isoShanghai(payment.expiresAt).slice(0, 19)}+08:00`, attach: String(payment.paymentId),
    notify_url: payment.notifyUrl, amount: { total: payment.amountFen, currency: 'CNY' },
    ...(payment.channel === 'jsapi' ? { payer: { openid: payment.openId } } : {}),
    ...(payment.channel === 'h5' ? { scene_info: { payer_client_ip: payment.clientIp, h5_info: { type: 'Wap' } } } : {}),
  }
}

/** As much of the text as fits, in whole signs. */
export function cut(text: string, maxBytes: number): string {
  let kept = ''
  let bytes = 0
  for (const sign of text) {
    bytes += Buffer.byteLength(sign)
    if (bytes > maxBytes) return kept
    kept += sign
  }
  return kept
}

function codeWay(_: WechatPayClient, { fields }: Said): PayWay {
  const url = textOf(fields.code_url)
  if (!url || !URL.canParse(url)) throw down('start', 'no code_url')
  return { kind: 'code', url }
}

function linkWay(_: WechatPayClient, { fields }: Said, payment: StartPayment): PayWay {
  const text = textOf(fields.h5_url)
  if (!text || !URL.canParse(text)) throw down('start', 'no h5_url')
  const url = new URL(text)
  url.searchParams.set('redirect_url', payment.returnUrl)
  return { kind: 'link', url: url.toString() }
}

function jsapiWay(client: WechatPayClient, { fields }: Said): PayWay {
  const prepayId = textOf(fields.prepay_id)
  if (!prepayId) throw down('start', 'no prepay_id')
  const { appId } = client.config
  const timeStamp = String(Math.floor(client.now().getTime() / 1_000))
  const nonceStr = Formatter.nonce()
  const named = `prepay_id=${prepayId}`
  const paySign = Rsa.sign(Formatter.joinedByLineFeed(appId, timeStamp, nonceStr, named), client.privateKey)
  const params: JsapiParams = { appId, timeStamp, nonceStr, package: named, signType: 'RSA', paySign }
  return { kind: 'jsapi', prepayId, params }
}

async function find(client: WechatPayClient, tradeNumber: string): Promise<PaymentOutcome | null> {
  const { mchId, appId } = client.config
  const path = `${TRADES}/out-trade-no/${encodeURIComponent(tradeNumber)}?mchid=${encodeURIComponent(mchId)}`
  const said = await call(client, { action: 'query', method: 'GET', path })
  if (said.code === 'ORDER_NOT_EXIST' || said.code === 'ORDERNOTEXIST') return null
  if (said.code) throw saidNo('query', said)
  const { fields } = said
  const status = tradeStatus(fields.trade_state)
  const paidFen = yuanOf(fields.amount, 'total')
  const isAboutIt = fields.out_trade_no === tradeNumber && fields.mchid === mchId && fields.appid === appId
  const tradeId = textOf(fields.transaction_id) ?? ''
  // Before it is paid a trade may come without its number at the company and without its amount.
  if (!isAboutIt || status === 'other' || (status === 'paid' && (!tradeId || paidFen === null))) {
    throw down('query', `not about this trade: ${String(fields.trade_state)}`)
  }
  return { status, tradeNumber, tradeId, amountFen: paidFen ?? 0 }
}

/** The fen of an amount in CNY; null when there is none. */
export function yuanOf(amount: unknown, name: 'total' | 'refund'): number | null {
  const { [name]: fen, currency = 'CNY' } = (typeof amount === 'object' && amount !== null ? amount : {}) as Fields
  return currency === 'CNY' && Number.isSafeInteger(fen) && Number(fen) > 0 ? Number(fen) : null
}

/** A trade of which money went back was paid; a payment that failed may be tried again until its time is over. */
export function tradeStatus(state: unknown): PaymentOutcome['status'] | 'other' {
  switch (state) {
    case 'NOTPAY': case 'USERPAYING': case 'ACCEPT': case 'PAYERROR': return 'waiting'
    case 'SUCCESS': case 'REFUND': return 'paid'
    case 'CLOSED': case 'REVOKED': return 'closed'
    default: return 'other'
  }
}

const NOTHING_TO_CLOSE = ['ORDER_CLOSED', 'ORDERCLOSED', 'ORDER_NOT_EXIST', 'ORDERNOTEXIST']

async function close(client: WechatPayClient, tradeNumber: string): Promise<void> {
  const path = `${TRADES}/out-trade-no/${encodeURIComponent(tradeNumber)}/close`
  const said = await call(client, { action: 'close', method: 'POST', path, body: { mchid: client.config.mchId } })
  if (said.code && !NOTHING_TO_CLOSE.includes(said.code)) throw saidNo('close', said)
}
