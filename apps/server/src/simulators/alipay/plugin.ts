import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import { billRoutes } from './bills.ts'
import { selectTrade } from './books.sql.ts'
import type { Trade } from './books.ts'
import { cashierCss, cashierPage, endPage } from './cashier.ts'
import type { Company } from './company.ts'
import { answerCall, callerProblem } from './gateway.ts'
import { REDELIVERY_MS, deliver, keepNotice, paidFields, returnUrl } from './notices.ts'
import { openTrade, payTrade } from './trades.ts'

// The gate of the shop asks every route for this word; outside of it nobody does.
const open = { access: 'open' } as const
const SLOW_MS = 30_000

/** The company's routes: the gateway, and the cashier's pages in the buyer's browser. */
export function simulatorPlugin(company: Company): FastifyPluginAsync {
  return async (app) => {
    readForms(app)
    billRoutes(app, company)
    app.get('/gateway.do', { config: open }, async (request, reply) =>
      showCashier(company, app.prefix, textsOf(request.query), reply))
    app.post('/gateway.do', { config: open }, async (request, reply) => {
      const answer = await answerCall(company, { ...textsOf(request.query), ...textsOf(request.body) })
      if (answer.isSlow) await new Promise((go) => setTimeout(go, SLOW_MS).unref())
      if (answer.isLost) return hangUp(reply)
      return reply.code(answer.status).type('text/html;charset=utf-8').send(answer.text)
    })
    app.get('/cashier.css', { config: open }, async (_, reply) =>
      reply.type('text/css; charset=utf-8').send(cashierCss))
    app.get<OutTradeNo>('/cashier/:outTradeNo', { config: open }, async (request, reply) => {
      const trade = await selectTrade(company.db, request.params.outTradeNo)
      return trade ? html(reply, cashierPage(app.prefix, trade, '付款被拒绝，请换一种方式或稍后再试。')) : unknown(app.prefix, reply)
    })
    app.post<OutTradeNo>('/cashier/:outTradeNo/pay', { config: open }, async (request, reply) =>
      payAtCashier(company, app.prefix, request.params.outTradeNo, reply))
    app.post<OutTradeNo>('/cashier/:outTradeNo/cancel', { config: open }, async (request, reply) => {
      const trade = await selectTrade(company.db, request.params.outTradeNo)
      const backUrl = merchantOf(trade)
      return html(reply, endPage(app.prefix, { title: '已取消付款', text: '没有扣款，订单仍可继续支付。', backUrl }))
    })
  }
}

type OutTradeNo = { Params: { outTradeNo: string } }

/** Forms as plain texts, whatever reads them elsewhere: signatures are made over exactly these. */
function readForms(app: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded'
  if (app.hasContentTypeParser(type)) app.removeContentTypeParser(type)
  app.addContentTypeParser(type, { parseAs: 'string' }, async (_request: unknown, body: string) =>
    Object.fromEntries(new URLSearchParams(body)))
}

function textsOf(fields: unknown): Record<string, string> {
  const pairs = Object.entries(typeof fields === 'object' && fields !== null ? fields : {})
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.destroy()
  return reply
}

function unknown(base: string, reply: FastifyReply): FastifyReply {
  return html(reply.code(404), endPage(base, { title: '没有这笔交易', text: '请回到商户重新发起支付。', backUrl: null }))
}

function merchantOf(trade: Trade | null): string | null {
  return trade && URL.canParse(trade.returnUrl) ? new URL(trade.returnUrl).origin : null
}

async function showCashier(company: Company, base: string, params: Record<string, string>, reply: FastifyReply) {
  const isPage = params.method === 'alipay.trade.page.pay' || params.method === 'alipay.trade.wap.pay'
  const problem = isPage ? callerProblem(company, params) : { sub_code: 'isv.invalid-method', sub_msg: '不存在的方法名' }
  if (problem) {
    const text = `${problem.sub_msg}（${problem.sub_code}）`
    return html(reply.code(400), endPage(base, { title: '支付请求有误', text, backUrl: null }))
  }
  const trade = await openTrade(company, params)
  if ('refused' in trade) {
    const text = `${trade.message}（${trade.refused}）`
    return html(reply.code(400), endPage(base, { title: '无法付款', text, backUrl: null }))
  }
  if (trade.status === 'WAIT_BUYER_PAY') return html(reply, cashierPage(base, trade))
  const text = trade.status === 'TRADE_SUCCESS' ? '这笔交易已经付过款。' : '这笔交易已经关闭，不能再付款。'
  return html(reply, endPage(base, { title: '无需付款', text, backUrl: merchantOf(trade) }))
}

/** The buyer confirms. The last two places of the amount may hold a magic number (README). */
async function payAtCashier(company: Company, base: string, outTradeNo: string, reply: FastifyReply) {
  const seen = await selectTrade(company.db, outTradeNo)
  if (!seen) return unknown(base, reply)
  const magic = seen.totalFen % 100
  if (magic === 1) return reply.redirect(`${base}/cashier/${encodeURIComponent(outTradeNo)}`, 303)
  const trade = await payTrade(company, outTradeNo)
  if ('refused' in trade) {
    return html(reply.code(400), endPage(base, { title: '无法付款', text: trade.message, backUrl: merchantOf(seen) }))
  }
  if (magic === 2) return hangUp(reply)
  await notifyPaid(company, trade, magic)
  return reply.redirect(returnUrl(company, trade), 303)
}

async function notifyPaid(company: Company, trade: Trade, magic: number): Promise<void> {
  const later = magic === 4 ? new Date(company.now().getTime() + (REDELIVERY_MS[0] ?? 0)) : null
  const notifyId = await keepNotice(company, trade, paidFields(company, trade), later)
  if (later) return
  await deliver(company, notifyId)
  if (magic === 3) await deliver(company, notifyId)
}
