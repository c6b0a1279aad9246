import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  CaseDismissal, CasePage, CaseView, CasesQuery, RunPage, RunStart, RunView, RunsQuery,
} from '@hearth/contracts/reconciliation'
import { IdPath } from '@hearth/contracts/shared'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import { pageOf } from '@hearth/kernel/pages'
import {
  applyCase, dismissCase, reconcileDay, selectCases, selectRun, selectRuns,
} from '../modules/reconciliation/index.ts'
import type { Case, Run } from '../modules/reconciliation/index.ts'
import { inTransaction } from '../platform/db.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { askedPage, linkedPage } from './paging.ts'
import { rowsAsked } from './product-input.ts'
import { reconcilerOf } from './reconciler.ts'
import { refundSenderOf } from './refund-sender.ts'

const config = { access: 'admin' } as const
const RUNS = '/reconciliation/runs/'
const CASES = '/reconciliation/cases/'

/** Days held against the bills of the payment companies, and what was found. */
export const reconciliationRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, now } = deps

  app.get(RUNS, { config, schema: { querystring: RunsQuery, response: { 200: RunPage } } }, async (request) => {
    const { provider = null, day = null } = request.query
    const ask = askedPage(request.query)
    const { rows, total } = await selectRuns(db, { provider, day }, rowsAsked(ask))
    return linkedPage(request, deps.config.publicUrl, pageOf(rows.map(runView), total, ask))
  })

  app.post(RUNS, { config, schema: { body: RunStart, response: { 201: RunView } } }, async (request, reply) => {
    const { provider, day } = request.body
    const run = await reconcileDay(reconcilerOf(deps), { provider, day, actorId: personOf(request).id })
    return reply.code(201).send(runView(run))
  })

  app.get(`${RUNS}:id(^\\d{1,15}$)/`, { config, schema: { params: IdPath, response: { 200: RunView } } }, async (request) => {
    const run = await selectRun(db, idOf(request))
    if (!run) throw new Refusal('reconciliation.not_found')
    return runView(run)
  })

  app.get(CASES, { config, schema: { querystring: CasesQuery, response: { 200: CasePage } } }, async (request) => {
    const { provider = null, day = null, state = null } = request.query
    const ask = askedPage(request.query)
    const { rows, total } = await selectCases(db, { provider, day, state }, rowsAsked(ask))
    return linkedPage(request, deps.config.publicUrl, pageOf(rows.map(caseView), total, ask))
  })

  app.post(`${CASES}:id(^\\d{1,15}$)/apply/`, {
    config, schema: { params: IdPath, response: { 200: CaseView } },
  }, async (request) => {
    const parts = { db, now, refunds: refundSenderOf(deps) }
    return caseView(await applyCase(parts, { caseId: idOf(request), actorId: personOf(request).id }))
  })

  app.post(`${CASES}:id(^\\d{1,15}$)/dismiss/`, {
    config, schema: { params: IdPath, body: CaseDismissal, response: { 200: CaseView } },
  }, async (request) => {
    const said = { caseId: idOf(request), reason: request.body.reason.trim(), actorId: personOf(request).id, at: now() }
    return caseView(await inTransaction(db, (tx) => dismissCase(tx, said)))
  })
}

function runView(run: Run): RunView {
  return {
    id: run.id, provider: run.provider, day: run.day, state: run.state, bill_hash: run.hash,
    payment_count: run.paymentCount, payment_amount: yuanText(run.paymentFen), refund_count: run.refundCount,
    refund_amount: yuanText(run.refundFen), fee_amount: yuanText(run.feeFen), difference_count: run.differenceCount,
    problem: run.problem, actor: run.actorId, started_at: isoShanghai(run.startedAt),
    finished_at: run.finishedAt && isoShanghai(run.finishedAt),
  }
}

function caseView(found: Case): CaseView {
  const yuan = (fen: number | null) => (fen === null ? null : yuanText(fen))
  return {
    id: found.id, provider: found.provider, day: found.day, kind: found.kind, trade_number: found.tradeNumber,
    trade_id: found.tradeId, refund_number: found.refundNumber, company_amount: yuan(found.companyFen),
    our_amount: yuan(found.ourFen), proposal: found.proposal, state: found.state, result: found.result,
    note: found.note, actor: found.actorId, created_at: isoShanghai(found.createdAt),
    updated_at: isoShanghai(found.updatedAt),
  }
}
