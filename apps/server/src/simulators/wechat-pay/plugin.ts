import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { hangUp, html, open, readBodies, stylesRoute, textsOf } from '../company/routes.ts'
import { deliver } from '../payment-company/notices.ts'
import { DECLINED, endPage, linkButton, payCss, payPage, unknownPage } from '../payment-company/pages.ts'
import type { Desk } from '../payment-company/pages.ts'
import { actions } from './api.ts'
import { billActions, billRoutes } from './bills.ts'
import type { Trade } from './books.ts'
import type { Company } from './company.ts'
import { apiRoutes } from './gateway.ts'
import { keepAbout, notifierOf } from './notices.ts'
import { findTrade, payTrade } from './trades.ts'

const LATE_MS = 180_000
const look = { company: '微信支付', color: '#05703a' }

type Token = { Params: { token: string } }

/** The company's routes: the API of the merchant, and the pages in the buyer's browser. */
export function simulatorPlugin(company: Company): FastifyPluginAsync {
  return async (app) => {
    // Signatures are made over exactly what came.
    readBodies(app, ['application/json', 'application/x-www-form-urlencoded'], (body) => body)
    const desk: Desk = { base: app.prefix, look }
    apiRoutes(app, company, { ...actions, ...billActions })
    billRoutes(app, company)
    stylesRoute(app, payCss(look))
    app.get<Token>('/scan/:token', { config: open }, async (request, reply) =>
      showPage(company, desk, { token: request.params.token, backUrl: backOf(request.query) }, reply))
    app.get('/h5', { config: open }, async (request, reply) => {
      const token = textsOf(request.query).prepay_id ?? ''
      return showPage(company, desk, { token, backUrl: backOf(request.query) }, reply)
    })
    app.post<Token>('/scan/:token/pay', { config: open }, async (request, reply) =>
      pay(company, desk, { token: request.params.token, backUrl: backOf(request.query) }, reply))
  }
}

type Visit = { token: string; backUrl: string | null }

function backOf(query: unknown): string | null {
  const { redirect_url: url = '' } = textsOf(query)
  return /^https?:\/\//.test(url) && URL.canParse(url) ? url : null
}

function unknown(desk: Desk, reply: FastifyReply, backUrl: string | null): FastifyReply {
  return html(reply.code(404), unknownPage(desk, backUrl))
}

type Asking = { backUrl: string | null; refusal?: string }

/** The page on which the buyer confirms, after scanning or in his phone's browser. */
function tradePage(desk: Desk, trade: Trade, { backUrl, refusal }: Asking): string {
  const back = backUrl ? `?redirect_url=${encodeURIComponent(backUrl)}` : ''
  return payPage(desk, {
    totalFen: trade.totalFen, subject: trade.description, number: trade.outTradeNo, until: trade.timeExpire,
    payAction: `${desk.base}/scan/${encodeURIComponent(trade.token)}/pay${back}`, refusal: refusal ?? null,
    leave: backUrl ? linkButton(backUrl, '取消，返回商户') : '',
  })
}

async function showPage(company: Company, desk: Desk, { token, backUrl }: Visit, reply: FastifyReply) {
  const trade = await findTrade(company, { token })
  if (!trade) return unknown(desk, reply, backUrl)
  if (trade.state === 'NOTPAY') return html(reply, tradePage(desk, trade, { backUrl }))
  const text = trade.paidAt ? '这笔交易已经付过款。' : '这笔交易已经关闭，不能再付款。'
  return html(reply, endPage(desk, { title: '无需付款', text, backUrl }))
}

/** The buyer confirms. The last two places of the amount may hold a magic number (README). */
async function pay(company: Company, desk: Desk, { token, backUrl }: Visit, reply: FastifyReply) {
  const seen = await findTrade(company, { token })
  if (!seen) return unknown(desk, reply, backUrl)
  const magic = seen.totalFen % 100
  if (magic === 1) return html(reply, tradePage(desk, seen, { backUrl, refusal: DECLINED }))
  const trade = await payTrade(company, seen.outTradeNo)
  if ('refused' in trade) return html(reply.code(400), endPage(desk, { title: '无法付款', text: trade.message, backUrl }))
  if (magic === 2) return hangUp(reply)
  await notifyPaid(company, trade, magic)
  if (backUrl) return reply.redirect(backUrl, 303)
  return html(reply, endPage(desk, { title: '付款成功', text: '可以回到商户的页面了，订单会自动更新。', backUrl }))
}

async function notifyPaid(company: Company, trade: Trade, magic: number): Promise<void> {
  const later = magic === 4 ? new Date(company.now().getTime() + LATE_MS) : null
  const id = await keepAbout(company, { kind: 'payment', number: trade.outTradeNo, url: trade.notifyUrl }, later)
  if (later) return
  const times = magic === 3 ? 2 : 1
  for (let n = 0; n < times; n += 1) await deliver(notifierOf(company), id)
}
