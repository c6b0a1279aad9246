import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { endClosedAttempt, settlePaidTrade, takeRefundNotice } from '../modules/orders/index.ts'
import type { RefundVerdict, Settlement } from '../modules/orders/index.ts'
import { noteNotice, selectPaymentOfTrade } from '../modules/payments/index.ts'
import type { PaymentProvider, ProvenNotice, RawNotice } from '../modules/payments/index.ts'
import { noteAudit } from '../platform/audit.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { openTurns } from '../platform/turns.ts'
import type { Deps } from './deps.ts'
import { takeSimpleNotice } from './simple-notices.ts'

/** A flood of notices waits here and leaves connections of the database to the shop. */
const AT_ONCE = 4

/** A JSON body as it came, because WeChat signs its text, and what it says. */
type HeardJson = { raw: string; said: unknown }

/** Notices of payment companies: their signature is their ticket, so they are never throttled (decision 5). */
export const noticeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const turns = openTurns(AT_ONCE)
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) =>
    ({ raw: text, said: jsonIn(text) }) satisfies HeardJson)

  app.post<{ Params: { provider: string } }>('/payments/callback/:provider/', { config: { access: 'open' } },
    async (request, reply) => {
      const { provider: name } = request.params
      if (name === 'alipay' || name === 'wechat') {
        return turns(() => takeNotice(deps, deps.payments[name], rawNotice(request), reply))
      }
      const isSimple = (name === 'mock' || name === 'bank') && !deps.config.isProduction
      if (!isSimple) throw new Refusal('payments.provider_unknown')
      return turns(() => takeSimpleNotice(deps, name, saidBy(request.body)))
    })
}

async function takeNotice(deps: Deps, provider: PaymentProvider | null, raw: RawNotice, reply: FastifyReply) {
  if (!provider) throw new Refusal('payments.method_not_available')
  const { name } = provider
  const notice = await provider.readNotice(raw)
  if (!notice) {
    deps.metrics.notices.inc({ provider: name, verdict: 'bad_signature' })
    const fact = { event: 'payment_notice', provider: name, verdict: 'bad_signature', at: deps.now() } as const
    await inTransaction(deps.db, (tx) => noteAudit(tx, fact))
    throw new Refusal('payments.bad_signature')
  }
  const at = deps.now()
  const body = Object.keys(raw.form).length > 0 ? raw.form : noticeFacts(notice)
  const verdict = await inTransaction(deps.db, async (tx) => {
    const found = wrongAddressee(provider, notice) ?? await settleNotice(tx, provider, notice, at)
    const { noticeId, tradeNumber, tradeId, amountFen } = notice
    await noteNotice(tx, { provider: name, noticeId, orderNumber: tradeNumber, verdict: found, body, at })
    await noteAudit(tx, { event: 'payment_notice', provider: name, verdict: found, tradeNumber, tradeId, amountFen, at })
    return found
  })
  deps.metrics.notices.inc({ provider: name, verdict })
  if (verdict === 'unknown_order') throw new Refusal('orders.not_found')
  if (verdict.startsWith('wrong_')) throw new Refusal('payments.wrong_notice')
  return reply.type(provider.noticeAnswer.type).send(provider.noticeAnswer.body)
}

type Verdict = Settlement | RefundVerdict | 'wrong_app' | 'wrong_seller' | 'noted' | 'closed'

function wrongAddressee(provider: PaymentProvider, notice: ProvenNotice): Verdict | null {
  if (notice.appId !== null && notice.appId !== provider.appId) return 'wrong_app'
  if (provider.sellerId === null || notice.sellerId === provider.sellerId) return null
  return notice.kind === 'refund' && notice.sellerId === null ? null : 'wrong_seller'
}

/** Paid money settles; a trade that is closed there ends its attempt here, unless that was paid or has ended. */
async function settleNotice(tx: Tx, { name }: PaymentProvider, notice: ProvenNotice, at: Date): Promise<Verdict> {
  if (notice.kind === 'refund') return takeRefundNotice(tx, notice, at)
  const { tradeNumber, tradeId, amountFen, status } = notice
  if (status === 'paid') return settlePaidTrade(tx, { method: name, tradeNumber, tradeId, amountFen, at })
  if (status !== 'closed') return 'noted'
  const attempt = await selectPaymentOfTrade(tx, name, tradeNumber)
  return attempt && (await endClosedAttempt(tx, attempt, at)) ? 'closed' : 'noted'
}

/** What is kept of a notice that came sealed. */
function noticeFacts(notice: ProvenNotice): Record<string, string> {
  const { kind, noticeId, tradeNumber, tradeId, amountFen } = notice
  const status = notice.kind === 'payment' ? notice.status : notice.outcome.status
  const named = { notice_id: noticeId, out_trade_no: tradeNumber, trade_no: tradeId }
  return { kind, ...named, amount_fen: String(amountFen), status }
}

function rawNotice(request: FastifyRequest): RawNotice {
  const headers = Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const { body } = request
  return isHeardJson(body)
    ? { headers: Object.fromEntries(headers), body: body.raw, form: textsOf(body.said) }
    : { headers: Object.fromEntries(headers), body: '', form: textsOf(body) }
}

function saidBy(body: unknown): unknown {
  return isHeardJson(body) ? body.said : body
}

function isHeardJson(body: unknown): body is HeardJson {
  return typeof body === 'object' && body !== null && 'raw' in body && 'said' in body
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textsOf(body: unknown): Record<string, string> {
  const pairs = Object.entries(typeof body === 'object' && body !== null ? body : {})
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
