import { fenFromText, yuanText } from '@hearth/kernel/money'
import { inTransaction } from '../../platform/db.ts'
import { loginAnswers } from '../alipay-login/answers.ts'
import { takeFault } from '../payment-company/books.sql.ts'
import { sha256Sign, sha256Verify } from '../payment-company/keys.ts'
import { billUrl } from './bills.ts'
import type { FaultKind, Trade } from './books.ts'
import { wireTime } from './company.ts'
import type { Company, Refused } from './company.ts'
import { keepFields, refundFields } from './notices.ts'
import { findTradeRefund, refundTrade } from './refunds.ts'
import { signContent } from './signature.ts'
import { closeTrade, findTrade, readJson } from './trades.ts'

type Params = Record<string, string>
type Answer = Record<string, string | number>
type Refusal = { code: string; msg: string; sub_code: string; sub_msg: string }

/** `text` is the body as it goes out; `isLost` breaks the connection in its place. */
export type GatewayAnswer = { text: string; status: number; isLost: boolean; isSlow: boolean }

/** Answers one call of the gateway (opendocs.alipay.com, public-key mode): checks who asks, does it, signs. */
export async function answerCall(company: Company, params: Params): Promise<GatewayAnswer> {
  const method = params.method ?? ''
  const fault = await inTransaction(company.db, (tx) => takeFault<FaultKind>(tx, 'alipay', method))
  if (fault === 'no_answer') return lost()
  if (fault === 'http_500') return broken()
  if (fault === 'busy') return wrap(company, method, BUSY)
  const problem = await callerProblem(company, params)
  const login = problem ? null : await loginAnswers[method]?.(company, params)
  if (login === 'down') return broken()
  if (fault === 'lost_answer' && login) return lost()
  if (login) return wrap(company, login.isError ? 'error' : method, login.fields, fault)
  const biz = readJson(params.biz_content ?? '')
  const plain = problem ?? await answers[method]?.(company, biz) ?? INVALID
  const answer = fault === 'wrong_amount' ? withWrongAmount(plain) : plain
  if (fault === 'lost_answer' || (method === 'alipay.trade.refund' && amountEnds(biz.refund_amount, 2))) return lost()
  return wrap(company, method, answer, fault)
}

function lost(): GatewayAnswer {
  return { text: '', status: 200, isLost: true, isSlow: false }
}

function broken(): GatewayAnswer {
  return { text: 'Internal Server Error', status: 500, isLost: false, isSlow: false }
}

/** An answer whose amounts are off by a fen. */
function withWrongAmount(answer: Answer): Answer {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => {
    const fen = /amount|refund_fee/.test(name) ? fenFromText(String(value)) : null
    return [name, fen === null ? value : yuanText(fen + 1)]
  }))
}

function amountEnds(text: string | undefined, places: number): boolean {
  return (fenFromText(text ?? '') ?? 0) % 100 === places
}

/** Signed exactly over the JSON of the answer, with `/` escaped as the company does. */
async function wrap(
  company: Company, method: string, answer: Answer, fault: FaultKind | null = null,
): Promise<GatewayAnswer> {
  const raw = JSON.stringify(answer).replaceAll('/', '\\/')
  const { key: { privatePem } } = await company.ring.signing()
  const sign = sha256Sign(privatePem, fault === 'bad_signature' ? `${raw} ` : raw)
  const name = method in answers || method in loginAnswers ? `${method.replaceAll('.', '_')}_response` : 'error_response'
  return { text: `{"${name}":${raw},"sign":"${sign}"}`, status: 200, isLost: false, isSlow: fault === 'slow' }
}

/** What is wrong with the caller: another app, another signature, another kind of signature. */
export async function callerProblem(company: Company, params: Params): Promise<Refusal | null> {
  const invalid = (subCode: string, message: string) => no('40002', 'Invalid Arguments', subCode, message)
  if (params.app_id !== company.appId) return invalid('isv.invalid-app-id', '无效的AppID参数')
  if (params.sign_type !== 'RSA2') return invalid('isv.invalid-signature-type', '无效的签名类型')
  const content = signContent(params, ['sign'])
  const { merchant } = await company.ring.keys()
  if (params.sign && sha256Verify(merchant.publicPem, content, params.sign)) return null
  return invalid('isv.invalid-signature', '无效签名')
}

function no(code: string, msg: string, subCode: string, subMsg: string): Refusal {
  return { code, msg, sub_code: subCode, sub_msg: subMsg }
}

const BUSY = no('20000', 'Service Currently Unavailable', 'isp.unknow-error', '系统繁忙')
const INVALID = no('40004', 'Business Failed', 'ACQ.INVALID_PARAMETER', '参数无效')

function said(refusal: Refused): Answer {
  return no('40004', 'Business Failed', refusal.refused, refusal.message)
}

function fine(trade: Trade, more: Answer = {}): Answer {
  return { code: '10000', msg: 'Success', trade_no: trade.tradeNo, out_trade_no: trade.outTradeNo, ...more }
}

function named(biz: Params): { outTradeNo?: string; tradeNo?: string } {
  return { outTradeNo: biz.out_trade_no, tradeNo: biz.trade_no }
}

const answers: Record<string, (company: Company, biz: Params) => Promise<Answer | null>> = {
  'alipay.trade.query': async (company, biz) => {
    const trade = await findTrade(company, named(biz))
    if (!trade) return no('40004', 'Business Failed', 'ACQ.TRADE_NOT_EXIST', '交易不存在')
    const total = yuanText(trade.totalFen)
    return fine(trade, {
      trade_status: trade.status, total_amount: total, buyer_logon_id: 'bu***@example.com',
      buyer_user_id: '2088000000000017', point_amount: '0.00', invoice_amount: '0.00',
      buyer_pay_amount: trade.paidAt ? total : '0.00', receipt_amount: trade.paidAt ? total : '0.00',
      ...(trade.paidAt ? { send_pay_date: wireTime(trade.paidAt) } : {}),
    })
  },
  'alipay.trade.close': async (company, biz) => {
    const closed = await closeTrade(company, named(biz))
    return 'refused' in closed ? said(closed) : fine(closed)
  },
  'alipay.trade.refund': async (company, biz) => {
    const amountFen = fenFromText(biz.refund_amount ?? '')
    const outRequestNo = biz.out_request_no ?? ''
    if (!amountFen || !/^[\w-]{1,64}$/.test(outRequestNo)) return null
    const done = await refundTrade(company, { ...named(biz), outRequestNo, amountFen })
    if ('refused' in done) return said(done)
    if (done.hasMoved && done.trade.notifyUrl) {
      const fields = refundFields(company, done.trade, { ...done.refund, refundedFen: done.refundedFen })
      await keepFields(company, done.trade, { fields, nextAt: company.now() })
    }
    return fine(done.trade, {
      buyer_logon_id: 'bu***@example.com', fund_change: done.hasMoved ? 'Y' : 'N',
      refund_fee: yuanText(done.refundedFen), gmt_refund_pay: wireTime(done.refund.createdAt),
    })
  },
  'alipay.trade.fastpay.refund.query': async (company, biz) => {
    const found = await findTradeRefund(company, { ...named(biz), outRequestNo: biz.out_request_no ?? '' })
    if (!found) return no('40004', 'Business Failed', 'TRADE_NOT_EXIST', '交易不存在')
    if (!found.refund) return { code: '10000', msg: 'Success' }
    return fine(found.trade, {
      out_request_no: found.refund.outRequestNo, total_amount: yuanText(found.trade.totalFen),
      refund_amount: yuanText(found.refund.amountFen),
      ...(found.refund.status === 'REFUND_SUCCESS' ? { refund_status: 'REFUND_SUCCESS' } : {}),
    })
  },
  'alipay.data.dataservice.bill.downloadurl.query': async (company, biz) => {
    const url = await billUrl(company, biz)
    if (url) return { code: '10000', msg: 'Success', bill_download_url: url }
    return no('40004', 'Business Failed', 'isp.bill_not_exist', '账单不存在')
  },
}
