import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdPath, IdempotencyHeader, Lifecycle, LifecycleList } from '@hearth/contracts/shared'
import { ProductTypeBody, ProductTypeView, ProductTypesQuery } from '@hearth/contracts/units'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { createProductType, selectProductType, selectProductTypes } from '../modules/lifecycle/index.ts'
import type { ProductType } from '../modules/lifecycle/index.ts'
import type { Deps } from './deps.ts'
import { askedPage, lifecycleList } from './paging.ts'
import { requiredText } from './required-text.ts'
import { lifecycleAnswer } from './unit-view.ts'
import { writeOnce } from './write-once.ts'

const DEFAULT_WARRANTY_MONTHS = 12

/** Product types (B-04, B-05, B-06). */
export const productTypeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const person = { access: 'person' } as const

  app.get('/lifecycle/product-types/', {
    config: person, schema: { querystring: ProductTypesQuery, response: { 200: LifecycleList(ProductTypeView) } },
  }, async (request) => {
    const ask = askedPage(request.query)
    const { results, total } = await selectProductTypes(deps.db, request.query.search ?? '', ask)
    return lifecycleList(request, deps.config.publicUrl, { results: results.map(productTypeView), total, ask })
  })

  app.get('/lifecycle/product-types/:id(^\\d{1,15}$)/', {
    config: person, schema: { params: IdPath, response: { 200: Lifecycle(ProductTypeView) } },
  }, async (request) => {
    const type = await selectProductType(deps.db, Number(request.params.id))
    if (!type) throw new Refusal('lifecycle.product_type_not_found')
    return lifecycleAnswer(productTypeView(type))
  })

  app.post('/lifecycle/product-types/', {
    config: { access: 'admin' },
    schema: { body: ProductTypeBody, headers: IdempotencyHeader, response: { 201: Lifecycle(ProductTypeView) } },
  }, async (request, reply) => {
    const { body } = request
    const input = {
      name: requiredText('name', body.name), model: requiredText('model', body.model),
      specification: body.specification ?? body.specifications ?? '', description: body.description ?? '',
      warrantyMonths: body.warranty_months ?? DEFAULT_WARRANTY_MONTHS, at: deps.now(),
    }
    const view = await writeOnce(deps, request, 'createProductType', async (tx) =>
      productTypeView(await createProductType(tx, input)))
    return reply.code(201).send(lifecycleAnswer(view))
  })
}

function productTypeView(type: ProductType): ProductTypeView {
  return {
    id: type.id, name: type.name, model: type.model, specification: type.specification,
    warranty_months: type.warrantyMonths, description: type.description, created_at: isoShanghai(type.createdAt),
    updated_at: isoShanghai(type.updatedAt),
  }
}
