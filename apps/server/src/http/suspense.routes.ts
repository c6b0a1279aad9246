import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  PaymentCasePage, PaymentCaseQuery, PaymentCaseView, PaymentWork, SuspenseDeedBody, SuspenseMatchBody, SuspensePage,
  SuspenseQuery, SuspenseView,
} from '@hearth/contracts/refunds'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { matchToOrder, reviveBySuspense } from '../modules/orders/index.ts'
import type { SuspenseDeed } from '../modules/orders/index.ts'
import { closeCase, sendSuspenseBack } from '../modules/payments/index.ts'
import type { Db, Tx } from '../platform/db.ts'
import { selectPaymentCases, selectPaymentWork } from '../reads/payment-cases.sql.ts'
import { selectSuspenseList, selectSuspenseRow } from '../reads/suspense-list.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { askedPage, linkedPage } from './paging.ts'
import { rowsAsked } from './product-input.ts'
import { paymentCaseView, suspenseView } from './refund-view.ts'
import { requiredText } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const staff = { access: 'staff' } as const
const ONE = '/suspense/:id(^\\d{1,15}$)/'
const DAY_MS = 86_400_000

/** The desk for money that cannot pay its order (decisions 5 and 33). */
export const suspenseRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, config } = deps
  const around = { params: IdPath, headers: IdempotencyHeader, response: { 200: SuspenseView } }

  app.get('/suspense/', { config: staff, schema: { querystring: SuspenseQuery, response: { 200: SuspensePage } } },
    async (request) => {
      const { status, provider, order_number: orderNumber } = request.query
      const ask = askedPage(request.query)
      const { rows, total } = await selectSuspenseList(db, { state: status, provider, orderNumber }, rowsAsked(ask))
      const shown = { now: deps.now(), overdueDays: config.suspenseDays }
      return linkedPage(request, config.publicUrl, pageOf(rows.map((row) => suspenseView(row, shown)), total, ask))
    })

  app.get(ONE, { config: staff, schema: { params: IdPath, response: { 200: SuspenseView } } },
    async (request) => shownSuspense(deps, db, idOf(request)))

  app.post(`${ONE}refund/`, { config: staff, schema: { ...around, body: SuspenseDeedBody } }, async (request) =>
    deed(deps, request, 'refundSuspense', sendSuspenseBack))

  app.post(`${ONE}revive/`, { config: staff, schema: { ...around, body: SuspenseDeedBody } }, async (request) =>
    deed(deps, request, 'reviveSuspense', async (tx, said) =>
      reviveBySuspense(tx, said, (await selectSuspenseRow(tx, said.suspenseId))?.order_id ?? null)))

  app.post(`${ONE}match/`, { config: staff, schema: { ...around, body: SuspenseMatchBody } }, async (request) =>
    deed(deps, request, 'matchSuspense', async (tx, said) => matchToOrder(tx, said, request.body.order_number)))
}

async function deed(
  deps: Deps, request: FastifyRequest, route: string, write: (tx: Tx, said: SuspenseDeed) => Promise<unknown>,
) {
  const suspenseId = idOf(request)
  const note = requiredText('reason', (request.body as { reason: string }).reason)
  return writeOnce(deps, request, `${route}:${suspenseId}`, async (tx) => {
    await write(tx, { suspenseId, actorId: personOf(request).id, note, at: deps.now() })
    return shownSuspense(deps, tx, suspenseId)
  })
}

async function shownSuspense(deps: Deps, db: Db, id: number) {
  const row = await selectSuspenseRow(db, id)
  if (!row) throw new Refusal('payments.suspense_not_found')
  return suspenseView(row, { now: deps.now(), overdueDays: deps.config.suspenseDays })
}

/** Genuine notices that do not fit their orders, and how much work there is around money. */
export const paymentCaseRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, config } = deps

  app.get('/payment-cases/', { config: staff, schema: { querystring: PaymentCaseQuery, response: { 200: PaymentCasePage } } },
    async (request) => {
      const { open, provider, order_number: orderNumber } = request.query
      const ask = askedPage(request.query)
      const { rows, total } = await selectPaymentCases(db, { isOpen: open, provider, orderNumber }, rowsAsked(ask))
      return linkedPage(request, config.publicUrl, pageOf(rows.map(paymentCaseView), total, ask))
    })

  app.post('/payment-cases/:id(^\\d{1,15}$)/close/', {
    config: staff,
    schema: { params: IdPath, headers: IdempotencyHeader, body: SuspenseDeedBody, response: { 200: PaymentCaseView } },
  }, async (request) => {
    const [noticeId, actorId] = [idOf(request), personOf(request).id]
    const reason = requiredText('reason', request.body.reason)
    return writeOnce(deps, request, `closeCase:${noticeId}`, async (tx) => {
      await closeCase(tx, { noticeId, actorId, reason, at: deps.now() })
      const [row] = (await selectPaymentCases(tx, { id: noticeId }, { limit: 1, offset: 0 })).rows
      if (!row) throw new Refusal('payments.case_not_found')
      return paymentCaseView(row)
    })
  })

  app.get('/payment-work/', { config: staff, schema: { response: { 200: PaymentWork } } },
    async () => selectPaymentWork(db, new Date(deps.now().getTime() - config.suspenseDays * DAY_MS)))
}
