import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { CategoryView } from '@hearth/contracts/catalog'
import { CategoryBody, CategoryPatch } from '@hearth/contracts/catalog-admin'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { changeCategory, createCategory, removeCategory } from '../modules/catalog/index.ts'
import type { NewCategory } from '../modules/catalog/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db } from '../platform/db.ts'
import type { Files } from '../platform/files.ts'
import { selectCategoryPage } from '../reads/categories.sql.ts'
import { personOf } from './access.ts'
import { categoryView } from './category-view.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { pictureSaid } from './picture-input.ts'
import { requiredText } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'admin' } as const
const ONE = '/categories/:id(^\\d{1,15}$)/'

/** Categories as administrators write them. */
export const categoryRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { files } = deps
  const schema = { params: IdPath, response: { 200: CategoryView } }

  app.get(ONE, { config: { access: 'public', etag: true }, schema }, async (request) => categoryOf(deps.db, idOf(request), files))

  app.post('/categories/', {
    config, schema: { headers: IdempotencyHeader, body: CategoryBody, response: { 201: CategoryView } },
  }, async (request, reply) => {
    const { name, level, parentId = null, sortOrder = 0, logo = '' } = categorySaid(request.body, files)
    const category = { name, level, parentId, sortOrder, logo } as NewCategory
    const input = { category, actorId: personOf(request).id, at: deps.now() }
    const view = await writeOnce(deps, request, 'createCategory', async (tx) =>
      categoryOf(tx, await createCategory(tx, input), files))
    return reply.code(201).send(view)
  })

  app.put(ONE, { config, schema: { ...schema, body: CategoryBody } }, async (request) =>
    change(deps, request, request.body))

  app.patch(ONE, { config, schema: { ...schema, body: CategoryPatch } }, async (request) =>
    change(deps, request, request.body))

  app.delete(ONE, { config, schema: { params: IdPath, response: { 204: Type.Null() } } }, async (request, reply) => {
    const input = { id: idOf(request), actorId: personOf(request).id, at: deps.now() }
    await inTransaction(deps.db, (tx) => removeCategory(tx, input))
    return reply.code(204).send(null)
  })
}

function categorySaid(body: CategoryPatch, files: Files): Partial<NewCategory> {
  const name = body.name === undefined ? undefined : requiredText('name', body.name)
  const { level, parent_id: parentId, order: sortOrder } = body
  return { name, level, parentId, sortOrder, logo: pictureSaid(files, 'logo', body.logo) }
}

async function change(deps: Deps, request: FastifyRequest, body: CategoryPatch): Promise<CategoryView> {
  const said = categorySaid(body, deps.files)
  const input = { id: idOf(request), change: said, actorId: personOf(request).id, at: deps.now() }
  await inTransaction(deps.db, (tx) => changeCategory(tx, input))
  return categoryOf(deps.db, input.id, deps.files)
}

async function categoryOf(db: Db, id: number, files: Files): Promise<CategoryView> {
  const { rows: [row] } = await selectCategoryPage(db, { id }, { limit: 1, offset: 0 })
  if (!row) throw new Refusal('catalog.category_not_found')
  return categoryView(row, files)
}
