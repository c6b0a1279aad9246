import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  BrandBody, BrandDeleteQuery, BrandPage, BrandPatch, BrandQuery, BrandView,
} from '@hearth/contracts/catalog-admin'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { Type } from 'typebox'
import { changeBrand, createBrand, removeBrand } from '../modules/catalog/index.ts'
import type { BrandFields } from '../modules/catalog/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db } from '../platform/db.ts'
import type { Files } from '../platform/files.ts'
import { selectBrand, selectBrandPage } from '../reads/brands.sql.ts'
import type { BrandRow } from '../reads/brands.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { askedPage, linkedPage } from './paging.ts'
import { pictureSaid } from './picture-input.ts'
import { rowsAsked, seesInactive } from './product-input.ts'
import { refuseField, requiredText } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const everyone = { access: 'public', etag: true } as const
const config = { access: 'admin' } as const
const ONE = '/brands/:id(^\\d{1,15}$)/'
const LETTER = { zh: '应为一个字母。', en: 'Must be one letter.' }

/** Brands. Only administrators see those that are switched off. */
export const brandRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, files } = deps
  const schema = { params: IdPath, response: { 200: BrandView } }

  app.get('/brands/', { config: everyone, schema: { querystring: BrandQuery, response: { 200: BrandPage } } },
    async (request) => {
      const ask = askedPage(request.query)
      const filter = { search: request.query.search?.trim(), withInactive: seesInactive(request) }
      const { rows, total } = await selectBrandPage(db, filter, rowsAsked(ask))
      return linkedPage(request, deps.config.publicUrl, pageOf(rows.map((row) => brandView(row, files)), total, ask))
    })

  app.get(ONE, { config: everyone, schema }, async (request) =>
    brandOf(db, idOf(request), { files, withInactive: seesInactive(request) }))

  app.post('/brands/', {
    config, schema: { headers: IdempotencyHeader, body: BrandBody, response: { 201: BrandView } },
  }, async (request, reply) => {
    const { firstLetter = '', logo = '', description = '', sortOrder = 0, isActive = true, ...said } =
      brandSaid(request.body, files)
    const brand = { ...said, firstLetter, logo, description, sortOrder, isActive } as BrandFields
    const input = { brand, actorId: personOf(request).id, at: deps.now() }
    const view = await writeOnce(deps, request, 'createBrand', async (tx) =>
      brandOf(tx, await createBrand(tx, input), { files, withInactive: true }))
    return reply.code(201).send(view)
  })

  app.put(ONE, { config, schema: { ...schema, body: BrandBody } }, async (request) =>
    change(deps, request, request.body))

  app.patch(ONE, { config, schema: { ...schema, body: BrandPatch } }, async (request) =>
    change(deps, request, request.body))

  app.delete(ONE, {
    config, schema: { params: IdPath, querystring: BrandDeleteQuery, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const input = { id: idOf(request), actorId: personOf(request).id, at: deps.now() }
    await inTransaction(db, (tx) => removeBrand(tx, input))
    return reply.code(204).send(null)
  })
}

function brandSaid(body: BrandPatch, files: Files): Partial<BrandFields> {
  const name = body.name === undefined ? undefined : requiredText('name', body.name)
  const firstLetter = body.first_letter?.trim().toUpperCase()
  if (firstLetter && !/^[A-Z]$/.test(firstLetter)) refuseField('first_letter', LETTER)
  const { description, order: sortOrder, is_active: isActive } = body
  return { name, firstLetter, logo: pictureSaid(files, 'logo', body.logo), description, sortOrder, isActive }
}

async function change(deps: Deps, request: FastifyRequest, body: BrandPatch): Promise<BrandView> {
  const said = brandSaid(body, deps.files)
  const input = { id: idOf(request), change: said, actorId: personOf(request).id, at: deps.now() }
  await inTransaction(deps.db, (tx) => changeBrand(tx, input))
  return brandOf(deps.db, input.id, { files: deps.files, withInactive: true })
}

async function brandOf(db: Db, id: number, how: { files: Files; withInactive: boolean }): Promise<BrandView> {
  const row = await selectBrand(db, id, how.withInactive)
  if (!row) throw new Refusal('catalog.brand_not_found')
  return brandView(row, how.files)
}

function brandView(row: BrandRow, files: Files): BrandView {
  const { id, name, first_letter, logo, description, sort_order, is_active, created_at, updated_at } = row
  return {
    id, name, first_letter, logo: files.url(logo), description, order: sort_order, is_active,
    created_at: isoShanghai(created_at), updated_at: isoShanghai(updated_at),
  }
}
