import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { ConsoleProduct, IfMatchHeader, ProductBody, ProductPatch, ProductPut } from '@hearth/contracts/catalog-admin'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Type } from 'typebox'
import { changeProduct, createProduct, newProductFields, removeProduct, saidFields } from '../modules/catalog/index.ts'
import type { ProductFields } from '../modules/catalog/index.ts'
import { forgetLevels, setLevel } from '../modules/stock/index.ts'
import { inTransaction } from '../platform/db.ts'
import { selectProductReferences } from '../reads/console-product.sql.ts'
import { personOf } from './access.ts'
import { consoleProduct } from './console-product.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { knownAt, productSaid } from './product-said.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'admin' } as const
const ONE = '/products/:id(^\\d{1,15}$)/'

/** Products as administrators write them. */
export const productWriteRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post('/products/', {
    config, schema: { headers: IdempotencyHeader, body: ProductBody, response: { 201: ConsoleProduct } },
  }, async (request, reply) => {
    const view = await makeProduct(deps, request, request.body)
    return reply.code(201).send(view)
  })

  const schema = { params: IdPath, headers: IfMatchHeader, response: { 200: ConsoleProduct } }
  app.put(ONE, { config, schema: { ...schema, body: ProductPut } }, async (request) =>
    change(deps, request, request.body))
  app.patch(ONE, { config, schema: { ...schema, body: ProductPatch } }, async (request) =>
    change(deps, request, request.body))

  app.delete(ONE, { config, schema: { params: IdPath, response: { 204: Type.Null() } } }, async (request, reply) => {
    const [id, actorId, at] = [idOf(request), personOf(request).id, deps.now()]
    await inTransaction(deps.db, async (tx) => {
      const { skuIds, counts } = await selectProductReferences(tx, id)
      await forgetLevels(tx, skuIds)
      await removeProduct(tx, { id, counts, actorId, at })
    })
    return reply.code(204).send(null)
  })
}

async function makeProduct(deps: Deps, request: FastifyRequest, body: ProductBody): Promise<ConsoleProduct> {
  const { change: said, prices } = productSaid(body, deps.files)
  const given = saidFields(said)
  const product: ProductFields = { ...newProductFields, ...(given as Pick<ProductFields, 'name' | 'categoryId' | 'brandId'>) }
  const { priceFen = 0, marketPriceFen = null, costPriceFen = null } = prices
  const sku = { code: body.sku_code?.trim() || (product.productCode ?? 'DEFAULT'), priceFen, marketPriceFen, costPriceFen }
  const [actorId, at] = [personOf(request).id, deps.now()]
  return writeOnce(deps, request, 'createProduct', async (tx) => {
    const { productId, skuId } = await createProduct(tx, { product, sku, actorId, at })
    await setLevel(tx, { skuId, onHandQty: body.stock, at, actorId })
    return consoleProduct(deps, tx, productId)
  })
}

async function change(deps: Deps, request: FastifyRequest, body: ProductPatch): Promise<ConsoleProduct> {
  const said = productSaid(body, deps.files)
  const seen = knownAt(request, body.updated_at)
  const input = { ...said, id: idOf(request), knownAt: seen, actorId: personOf(request).id }
  await inTransaction(deps.db, (tx) => changeProduct(tx, { ...input, at: deps.now() }))
  return consoleProduct(deps, deps.db, input.id)
}
