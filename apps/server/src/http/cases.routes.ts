import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CaseBody, CaseDetail, CasePage, CaseQuery } from '@hearth/contracts/content'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { Type } from 'typebox'
import { changeCase, createCase, removeCase } from '../modules/content/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db, Tx } from '../platform/db.ts'
import { countCases, selectCaseBlocks, selectCases } from '../reads/content-lists.sql.ts'
import { readBlocks, readCase, requireField } from './content-input.ts'
import { caseDetailView, caseView } from './content-view.ts'
import type { Deps } from './deps.ts'
import { askedPage, linkedPage } from './paging.ts'
import { seesInactive } from './product-input.ts'
import { knownAt } from './product-said.ts'
import { reorderRoute } from './reorder-route.ts'
import { writeOnce } from './write-once.ts'

const ALL = '/cases/'
const ONE = `${ALL}:id(^\\d{1,15}$)/`

/** Cases. */
export const caseRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const [everyone, admin] = [{ access: 'public', etag: true }, { access: 'admin' }] as const
  const { db } = deps

  app.get(ALL, {
    config: everyone, schema: { querystring: CaseQuery, response: { 200: CasePage } },
  }, async (request) => {
    const ask = askedPage(request.query)
    const activeOnly = !seesInactive(request)
    const [rows, total] = await Promise.all([selectCases(db, { activeOnly }, ask), countCases(db, activeOnly)])
    const results = rows.map((row) => caseView(row, deps.files))
    return linkedPage(request, deps.config.publicUrl, pageOf(results, total, ask))
  })

  app.get(ONE, { config: everyone, schema: { params: IdPath, response: { 200: CaseDetail } } }, async (request) =>
    one(deps, db, Number(request.params.id), !seesInactive(request)))

  app.post(ALL, {
    config: admin, schema: { headers: IdempotencyHeader, body: CaseBody, response: { 201: CaseDetail } },
  }, async (request, reply) => {
    const { title, coverImageId, sortOrder = 0, isActive = true } = readCase(request.body)
    const fields = {
      title: requireField('title', title), coverImageId: requireField('cover_image_id', coverImageId), sortOrder, isActive,
      blocks: readBlocks(request.body) ?? [],
    }
    const view = await writeOnce(deps, request, 'createCase', async (tx) =>
      one(deps, tx, await createCase(tx, { ...fields, at: deps.now() })))
    return reply.code(201).send(view)
  })

  reorderRoute(app, deps, ALL, 'cases')

  for (const method of ['PUT', 'PATCH'] as const) {
    app.route({
      method, url: ONE, config: admin, schema: { params: IdPath, body: CaseBody, response: { 200: CaseDetail } },
      handler: async (request) => {
        const id = Number(request.params.id)
        const { body } = request
        const seen = knownAt(request, body.updated_at)
        const asked = { id, change: readCase(body), blocks: readBlocks(body), knownAt: seen, at: deps.now() }
        if (method === 'PUT') requireField('title', asked.change.title)
        if (method === 'PUT') requireField('cover_image_id', asked.change.coverImageId)
        return inTransaction(db, async (tx) => {
          await changeCase(tx, asked)
          return one(deps, tx, id)
        })
      },
    })
  }

  app.delete(ONE, {
    config: admin, schema: { params: IdPath, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await inTransaction(db, (tx) => removeCase(tx, Number(request.params.id)))
    return reply.code(204).send(null)
  })
}

async function one({ files }: Deps, db: Db | Tx, id: number, activeOnly = false): Promise<CaseDetail> {
  const [row] = await selectCases(db, { id, activeOnly })
  if (!row) throw new Refusal('content.case_not_found')
  return caseDetailView(row, await selectCaseBlocks(db, id), files)
}
