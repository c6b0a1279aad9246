import { inTransaction } from '../../platform/db.ts'
import { takeFault } from '../payment-company/books.sql.ts'
import { deliver } from '../payment-company/notices.ts'
import type { FaultKind, Trade, TradeRefund, TradeType } from './books.ts'
import { hastenRefund } from './books.sql.ts'
import { certificatePem } from './certificate.ts'
import { refused, wireTime } from './company.ts'
import type { Company, Refused } from './company.ts'
import { apiV3KeyOf, sealText } from './keys.ts'
import { keepAbout, notifierOf, tradeFields } from './notices.ts'
import { askRefund, findRefund } from './refunds.ts'
import { closeTrade, fieldsOf, findTrade, placeTrade } from './trades.ts'
import type { Fields } from './trades.ts'

export type ApiCall = { params: Record<string, string>; query: Record<string, string>; body: Fields }
/** `body` null: 204 without a body. */
export type ApiAnswer = { status: number; body: Fields | null }
export type Action = {
  method: 'GET' | 'POST'
  path: string
  run(company: Company, call: ApiCall): Promise<ApiAnswer | Refused>
}

const DAY_MS = 86_400_000

function placing(tradeType: TradeType, way: (company: Company, trade: Trade) => Fields): Action['run'] {
  return async (company, { body }) => {
    const trade = await placeTrade(company, tradeType, body)
    return 'refused' in trade ? trade : { status: 200, body: way(company, trade) }
  }
}

/** The API of a merchant (pay.weixin.qq.com, APIv3), by what is asked for. Bills have a file of their own. */
export const actions: Record<string, Action> = {
  native: {
    method: 'POST', path: '/v3/pay/transactions/native',
    run: placing('NATIVE', (company, { token }) => ({ code_url: `${company.pageBaseUrl}/scan/${token}` })),
  },
  h5: {
    method: 'POST', path: '/v3/pay/transactions/h5',
    run: placing('MWEB', (company, { token }) => ({ h5_url: `${company.pageBaseUrl}/h5?prepay_id=${token}` })),
  },
  jsapi: {
    method: 'POST', path: '/v3/pay/transactions/jsapi',
    run: placing('JSAPI', (_, { token }) => ({ prepay_id: token })),
  },
  query: {
    method: 'GET', path: '/v3/pay/transactions/out-trade-no/:outTradeNo',
    run: async (company, { params, query }) => {
      if (query.mchid !== company.mchId) return refused(400, 'PARAM_ERROR', '商户号有误')
      const trade = await findTrade(company, { outTradeNo: params.outTradeNo ?? '' })
      return trade ? { status: 200, body: tradeFields(company, trade) } : refused(404, 'ORDER_NOT_EXIST', '订单不存在')
    },
  },
  close: {
    method: 'POST', path: '/v3/pay/transactions/out-trade-no/:outTradeNo/close',
    run: async (company, { params, body }) => {
      if (body.mchid !== company.mchId) return refused(400, 'PARAM_ERROR', '商户号有误')
      const closed = await closeTrade(company, params.outTradeNo ?? '')
      return 'refused' in closed ? closed : { status: 204, body: null }
    },
  },
  refund: {
    method: 'POST', path: '/v3/refund/domestic/refunds',
    run: async (company, { body }) => {
      const done = await askRefund(company, body)
      if ('refused' in done) return done
      const { refund, trade } = done
      if (refund.notifyUrl) {
        await keepAbout(company, { kind: 'refund', number: refund.outRefundNo, url: refund.notifyUrl }, refund.dueAt)
      }
      return { status: 200, body: refundAnswer(refund, trade) }
    },
  },
  refund_query: {
    method: 'GET', path: '/v3/refund/domestic/refunds/:outRefundNo',
    run: async (company, { params }) => {
      const found = await findRefund(company, params.outRefundNo ?? '')
      return found ? { status: 200, body: refundAnswer(found.refund, found.trade) } : refused(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
    },
  },
  certificates: {
    method: 'GET', path: '/v3/certificates',
    run: async (company) => ({ status: 200, body: { data: await certificates(company) } }),
  },
}

function refundAnswer(refund: TradeRefund, trade: Trade): Fields {
  return {
    refund_id: refund.refundId, out_refund_no: refund.outRefundNo, transaction_id: trade.transactionId,
    out_trade_no: trade.outTradeNo, channel: 'ORIGINAL', user_received_account: '招商银行信用卡0403',
    create_time: wireTime(refund.createdAt), ...(refund.successAt ? { success_time: wireTime(refund.successAt) } : {}),
    status: refund.status, funds_account: 'AVAILABLE',
    amount: {
      total: trade.totalFen, refund: refund.amountFen, payer_total: trade.totalFen, payer_refund: refund.amountFen,
      settlement_refund: refund.amountFen, settlement_total: trade.totalFen, discount_refund: 0, currency: 'CNY',
    },
  }
}

async function certificates(company: Company): Promise<Fields[]> {
  const { merchant, company: keys } = await company.ring.keys()
  const from = new Date(company.now().getTime() - 30 * DAY_MS)
  const until = new Date(from.getTime() + 5 * 365 * DAY_MS)
  return keys.map(({ serial, privatePem }) => ({
    serial_no: serial, effective_time: wireTime(from), expire_time: wireTime(until),
    encrypt_certificate: sealText(apiV3KeyOf(merchant), certificatePem({ privatePem, serial, from, until }), 'certificate'),
  }))
}

/** What an answer is to suffer; `lost` also by the magic amount of a refund. */
export type Suffered = { fault: FaultKind | null; isLost: boolean }

/** Takes the trouble that waits for an action. */
export async function takeTrouble(company: Company, action: string, body: Fields): Promise<Suffered> {
  const fault = await inTransaction(company.db, (tx) => takeFault<FaultKind>(tx, 'wechat', action))
  const isMagic = action === 'refund' && Number(fieldsOf(body.amount).refund) % 100 === 2
  return { fault, isLost: fault === 'lost_answer' || isMagic }
}

/** The notice of a refund comes before the answer of the call that asked for it. */
export async function noticeFirst(company: Company, answer: ApiAnswer): Promise<void> {
  const { out_refund_no: number } = answer.body ?? {}
  if (typeof number !== 'string') return
  await inTransaction(company.db, (tx) => hastenRefund(tx, number, company.now()))
  const found = await findRefund(company, number)
  if (!found?.refund.notifyUrl) return
  const id = await keepAbout(company, { kind: 'refund', number, url: found.refund.notifyUrl }, null)
  await deliver(notifierOf(company), id)
}

/** An answer whose amount is off by a fen. */
export function withWrongAmount(answer: ApiAnswer): ApiAnswer {
  const amount = fieldsOf(answer.body?.amount)
  const off = (name: string) => (typeof amount[name] === 'number' ? { [name]: Number(amount[name]) + 1 } : {})
  return { ...answer, body: { ...answer.body, amount: { ...amount, ...off('total'), ...off('refund') } } }
}
