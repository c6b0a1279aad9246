import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import { actions } from './api.ts'
import { billActions, billRoutes } from './bills.ts'
import type { Trade } from './books.ts'
import type { Company } from './company.ts'
import { apiRoutes, hangUp, textsOf } from './gateway.ts'
import { deliver, keepNotice } from './notices.ts'
import { endPage, pagesCss, payPage } from './pages.ts'
import { findTrade, payTrade } from './trades.ts'

const open = { access: 'open' } as const
const LATE_MS = 180_000

type Token = { Params: { token: string } }

/** The company's routes: the API of the merchant, and the pages in the buyer's browser. */
export function simulatorPlugin(company: Company): FastifyPluginAsync {
  return async (app) => {
    readTexts(app)
    apiRoutes(app, company, { ...actions, ...billActions })
    billRoutes(app, company)
    app.get('/pages.css', { config: open }, async (_, reply) => reply.type('text/css; charset=utf-8').send(pagesCss))
    app.get<Token>('/scan/:token', { config: open }, async (request, reply) =>
      showPage(company, app.prefix, { token: request.params.token, backUrl: backOf(request.query) }, reply))
    app.get('/h5', { config: open }, async (request, reply) => {
      const token = textsOf(request.query).prepay_id ?? ''
      return showPage(company, app.prefix, { token, backUrl: backOf(request.query) }, reply)
    })
    app.post<Token>('/scan/:token/pay', { config: open }, async (request, reply) =>
      pay(company, app.prefix, { token: request.params.token, backUrl: backOf(request.query) }, reply))
  }
}

/** Bodies as plain texts, whatever reads them elsewhere: signatures are made over exactly these. */
function readTexts(app: FastifyInstance): void {
  for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
    if (app.hasContentTypeParser(type)) app.removeContentTypeParser(type)
    app.addContentTypeParser(type, { parseAs: 'string' }, async (_request: unknown, body: string) => body)
  }
}

type Visit = { token: string; backUrl: string | null }

function backOf(query: unknown): string | null {
  const { redirect_url: url = '' } = textsOf(query)
  return /^https?:\/\//.test(url) && URL.canParse(url) ? url : null
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}

function unknown(base: string, reply: FastifyReply, backUrl: string | null): FastifyReply {
  return html(reply.code(404), endPage(base, { title: '没有这笔交易', text: '请回到商户重新发起支付。', backUrl }))
}

async function showPage(company: Company, base: string, { token, backUrl }: Visit, reply: FastifyReply) {
  const trade = await findTrade(company, { token })
  if (!trade) return unknown(base, reply, backUrl)
  if (trade.state === 'NOTPAY') return html(reply, payPage(base, trade, { backUrl }))
  const text = trade.paidAt ? '这笔交易已经付过款。' : '这笔交易已经关闭，不能再付款。'
  return html(reply, endPage(base, { title: '无需付款', text, backUrl }))
}

/** The buyer confirms. The last two places of the amount may hold a magic number (README). */
async function pay(company: Company, base: string, { token, backUrl }: Visit, reply: FastifyReply) {
  const seen = await findTrade(company, { token })
  if (!seen) return unknown(base, reply, backUrl)
  const magic = seen.totalFen % 100
  if (magic === 1) return html(reply, payPage(base, seen, { backUrl, note: '付款被拒绝，请换一种方式或稍后再试。' }))
  const trade = await payTrade(company, seen.outTradeNo)
  if ('refused' in trade) return html(reply.code(400), endPage(base, { title: '无法付款', text: trade.message, backUrl }))
  if (magic === 2) return hangUp(reply)
  await notifyPaid(company, trade, magic)
  if (backUrl) return reply.redirect(backUrl, 303)
  return html(reply, endPage(base, { title: '付款成功', text: '可以回到商户的页面了，订单会自动更新。', backUrl }))
}

async function notifyPaid(company: Company, trade: Trade, magic: number): Promise<void> {
  const later = magic === 4 ? new Date(company.now().getTime() + LATE_MS) : null
  const id = await keepNotice(company, { kind: 'payment', number: trade.outTradeNo, url: trade.notifyUrl }, later)
  if (later) return
  await deliver(company, id)
  if (magic === 3) await deliver(company, id)
}
