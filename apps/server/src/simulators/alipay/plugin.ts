import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { hangUp, html, open, openWaits, readForms, stylesRoute, textsOf } from '../company/routes.ts'
import { deliver } from '../payment-company/notices.ts'
import { DECLINED, endPage, payCss, payPage, unknownPage } from '../payment-company/pages.ts'
import type { Desk } from '../payment-company/pages.ts'
import { billRoutes } from './bills.ts'
import { selectTrade } from './books.sql.ts'
import type { Trade } from './books.ts'
import type { Company } from './company.ts'
import { answerCall, callerProblem } from './gateway.ts'
import { REDELIVERY_MS, keepFields, notifierOf, paidFields, returnUrl } from './notices.ts'
import { openTrade, payTrade } from './trades.ts'

const SLOW_MS = 30_000
const look = { company: '支付宝收银台', color: '#1261c9' }

/** The company's routes: the gateway, and the cashier's pages in the buyer's browser. */
export function simulatorPlugin(company: Company): FastifyPluginAsync {
  return async (app) => {
    readForms(app)
    const wait = openWaits(app)
    const cashier: Desk = { base: app.prefix, look }
    billRoutes(app, company)
    app.get('/gateway.do', { config: open }, async (request, reply) =>
      showCashier(company, cashier, textsOf(request.query), reply))
    app.post('/gateway.do', { config: open }, async (request, reply) => {
      const answer = await answerCall(company, { ...textsOf(request.query), ...textsOf(request.body) })
      if (answer.isSlow) await wait(SLOW_MS)
      if (answer.isLost) return hangUp(reply)
      return reply.code(answer.status).type('text/html;charset=utf-8').send(answer.text)
    })
    stylesRoute(app, payCss(look))
    app.get<OutTradeNo>('/cashier/:outTradeNo', { config: open }, async (request, reply) => {
      const trade = await selectTrade(company.db, request.params.outTradeNo)
      return trade ? html(reply, cashierPage(cashier, trade, DECLINED)) : unknown(cashier, reply)
    })
    app.post<OutTradeNo>('/cashier/:outTradeNo/pay', { config: open }, async (request, reply) =>
      payAtCashier(company, cashier, request.params.outTradeNo, reply))
    app.post<OutTradeNo>('/cashier/:outTradeNo/cancel', { config: open }, async (request, reply) => {
      const trade = await selectTrade(company.db, request.params.outTradeNo)
      const backUrl = merchantOf(trade)
      return html(reply, endPage(cashier, { title: '已取消付款', text: '没有扣款，订单仍可继续支付。', backUrl }))
    })
  }
}

type OutTradeNo = { Params: { outTradeNo: string } }

function unknown(cashier: Desk, reply: FastifyReply): FastifyReply {
  return html(reply.code(404), unknownPage(cashier, null))
}

/** The page on which the buyer confirms. */
function cashierPage(cashier: Desk, trade: Trade, refusal: string | null = null): string {
  const { totalFen, subject, outTradeNo, timeExpire } = trade
  const action = `${cashier.base}/cashier/${encodeURIComponent(outTradeNo)}`
  return payPage(cashier, {
    totalFen, subject, number: outTradeNo, until: timeExpire, refusal, payAction: `${action}/pay`,
    leave: `<form method="post" action="${action}/cancel"><button type="submit">取消</button></form>`,
  })
}

function merchantOf(trade: Trade | null): string | null {
  return trade && URL.canParse(trade.returnUrl) ? new URL(trade.returnUrl).origin : null
}

async function showCashier(company: Company, cashier: Desk, params: Record<string, string>, reply: FastifyReply) {
  const isPage = params.method === 'alipay.trade.page.pay' || params.method === 'alipay.trade.wap.pay'
  const problem = isPage ? await callerProblem(company, params) : { sub_code: 'isv.invalid-method', sub_msg: '不存在的方法名' }
  if (problem) {
    const text = `${problem.sub_msg}（${problem.sub_code}）`
    return html(reply.code(400), endPage(cashier, { title: '支付请求有误', text, backUrl: null }))
  }
  const trade = await openTrade(company, params)
  if ('refused' in trade) {
    const text = `${trade.message}（${trade.refused}）`
    return html(reply.code(400), endPage(cashier, { title: '无法付款', text, backUrl: null }))
  }
  if (trade.status === 'WAIT_BUYER_PAY') return html(reply, cashierPage(cashier, trade))
  const text = trade.status === 'TRADE_SUCCESS' ? '这笔交易已经付过款。' : '这笔交易已经关闭，不能再付款。'
  return html(reply, endPage(cashier, { title: '无需付款', text, backUrl: merchantOf(trade) }))
}

/** The buyer confirms. The last two places of the amount may hold a magic number (README). */
async function payAtCashier(company: Company, cashier: Desk, outTradeNo: string, reply: FastifyReply) {
  const seen = await selectTrade(company.db, outTradeNo)
  if (!seen) return unknown(cashier, reply)
  const magic = seen.totalFen % 100
  if (magic === 1) return reply.redirect(`${cashier.base}/cashier/${encodeURIComponent(outTradeNo)}`, 303)
  const trade = await payTrade(company, outTradeNo)
  if ('refused' in trade) {
    return html(reply.code(400), endPage(cashier, { title: '无法付款', text: trade.message, backUrl: merchantOf(seen) }))
  }
  if (magic === 2) return hangUp(reply)
  await notifyPaid(company, trade, magic)
  return reply.redirect(await returnUrl(company, trade), 303)
}

async function notifyPaid(company: Company, trade: Trade, magic: number): Promise<void> {
  const later = magic === 4 ? new Date(company.now().getTime() + (REDELIVERY_MS[0] ?? 0)) : null
  const notifyId = await keepFields(company, trade, { fields: paidFields(company, trade), nextAt: later })
  if (later) return
  const times = magic === 3 ? 2 : 1
  for (let n = 0; n < times; n += 1) await deliver(notifierOf(company), notifyId)
}
