import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  ImportApply, ImportLinePage, ImportLinesQuery, ImportPage, ImportUpload, ImportView, ImportsQuery, TemplateQuery,
} from '@hearth/contracts/bulk'
import { IdPath } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import {
  MOST_LINES, countImports, countLines, discardImport, selectImport, selectImports, selectLines, startImport,
  takeImport,
} from '../modules/bulk/index.ts'
import { inTransaction } from '../platform/db.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { importViews, lineView, refusedLines } from './import-view.ts'
import { languageOf } from './language.ts'
import { askedPage, linkedPage } from './paging.ts'
import { rowsAsked } from './product-input.ts'
import { rowsOfSheet, sendSheet, sheetAsked, titleRow } from './sheets.ts'
import { fileOf } from './uploads.ts'

const config = { access: 'admin' } as const
const ALL = '/imports/'
const ONE = '/imports/:id(^\\d{1,15}$)/'

/** Products, SKUs, prices and stock as files: in, looked through, applied. */
export const importRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db } = deps

  app.post(ALL, {
    config: { ...config, takesFiles: true },
    schema: { consumes: ['multipart/form-data'], body: ImportUpload, response: { 201: ImportView } },
  }, async (request, reply) => {
    const file = fileOf(request)
    const rows = await rowsOfSheet(file, MOST_LINES)
    const [actorId, at] = [personOf(request).id, deps.now()]
    const id = await inTransaction(db, (tx) => takeImport(tx, { fileName: file?.name ?? '', rows, actorId, at }))
    return reply.code(201).send(await one(deps, id))
  })

  app.get(ALL, { config, schema: { querystring: ImportsQuery, response: { 200: ImportPage } } }, async (request) => {
    const ask = askedPage(request.query)
    const [rows, total] = await Promise.all([selectImports(db, rowsAsked(ask)), countImports(db)])
    return linkedPage(request, deps.config.publicUrl, pageOf(await importViews(db, rows), total, ask))
  })

  app.get(`${ALL}template/`, { config, schema: { querystring: TemplateQuery } }, async (request, reply) => {
    const asked = sheetAsked(request.query)
    const rows = (async function* () { yield [titleRow(asked.kind, languageOf(request))] })()
    return sendSheet(reply, { name: `template-${asked.kind}`, format: asked.format, rows })
  })

  app.get(ONE, { config, schema: { params: IdPath, response: { 200: ImportView } } }, async (request) =>
    one(deps, idOf(request)))

  app.get(`${ONE}lines/`, {
    config, schema: { params: IdPath, querystring: ImportLinesQuery, response: { 200: ImportLinePage } },
  }, async (request) => linesPage(deps, request, request.query))

  app.get(`${ONE}refused/`, { config, schema: { params: IdPath, querystring: TemplateQuery } }, async (request, reply) => {
    const { id, file_name: fileName } = await one(deps, idOf(request))
    const rows = refusedLines(db, id, { language: languageOf(request), fileName })
    return sendSheet(reply, { name: `import-${id}-refused`, format: sheetAsked(request.query).format, rows })
  })

  app.post(`${ONE}apply/`, {
    config, schema: { params: IdPath, body: ImportApply, response: { 200: ImportView } },
  }, async (request) => {
    const { mode, lines = null } = request.body
    const input = { id: idOf(request), mode, lines, actorId: personOf(request).id, at: deps.now() }
    await inTransaction(db, (tx) => startImport(tx, input))
    return one(deps, input.id)
  })

  app.delete(ONE, { config, schema: { params: IdPath, response: { 200: ImportView } } }, async (request) => {
    const id = idOf(request)
    await inTransaction(db, (tx) => discardImport(tx, { id, at: deps.now() }))
    return one(deps, id)
  })
}

async function one({ db }: Deps, id: number): Promise<ImportView> {
  const row = await selectImport(db, id)
  const [view] = row ? await importViews(db, [row]) : []
  if (!view) throw new Refusal('bulk.not_found')
  return view
}

async function linesPage({ db, config: { publicUrl } }: Deps, request: FastifyRequest, query: ImportLinesQuery) {
  const importId = idOf(request)
  const counts = (await countLines(db, [importId])).get(importId)
  if (!counts || !(await selectImport(db, importId))) throw new Refusal('bulk.not_found')
  const { state } = query
  const ask = askedPage(query, 50)
  const total = state ? counts[state] : Object.values(counts).reduce((sum, n) => sum + n, 0)
  const rows = await selectLines(db, { importId, state, ...rowsAsked(ask) })
  return linkedPage(request, publicUrl, pageOf(rows.map((row) => lineView(row, languageOf(request))), total, ask))
}
