import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { ConsoleSku, IfMatchHeader, SkuBody, SkuMatrixBody, SkuPatch, SkusMade } from '@hearth/contracts/catalog-admin'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import { Type } from 'typebox'
import { addSku, changeSku, fillSkuMatrix, removeSku } from '../modules/catalog/index.ts'
import type { SkuFields } from '../modules/catalog/index.ts'
import { selectProductType } from '../modules/lifecycle/index.ts'
import { forgetLevels, setLevel } from '../modules/stock/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db } from '../platform/db.ts'
import { selectConsoleSkus, selectSkuReferences } from '../reads/console-skus.sql.ts'
import type { ConsoleSkuRow } from '../reads/console-skus.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { pictureSaid } from './picture-input.ts'
import { knownAt, skuPricesSaid } from './product-said.ts'
import { refuseField } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'admin' } as const
const ALL = '/products/:id(^\\d{1,15}$)/skus/'
const ONE = `${ALL}:sku_id(^\\d{1,15}$)/`
const OnePath = Type.Object({ ...IdPath.properties, sku_id: IdPath.properties.id })
const TYPE = { zh: '没有这个产品型号。', en: 'There is no such product type.' }

/** SKUs as administrators write them (G-12). */
export const skuWriteRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db } = deps
  app.get(ALL, { config, schema: { params: IdPath, response: { 200: Type.Array(ConsoleSku) } } }, async (request) =>
    skusOf(deps, db, { productId: idOf(request) }))

  const schema = { params: OnePath, response: { 200: ConsoleSku } }
  app.get(ONE, { config, schema }, async (request) =>
    skuOf(deps, db, { productId: idOf(request), id: skuIdOf(request) }))

  app.post(ALL, {
    config, schema: { params: IdPath, headers: IdempotencyHeader, body: SkuBody, response: { 201: ConsoleSku } },
  }, async (request, reply) => {
    const view = await makeSku(deps, request, request.body)
    return reply.code(201).send(view)
  })

  app.post(`${ALL}matrix/`, {
    config, schema: { params: IdPath, headers: IdempotencyHeader, body: SkuMatrixBody, response: { 201: SkusMade } },
  }, async (request, reply) => {
    const productId = idOf(request)
    const { priceFen = 0, marketPriceFen = null, costPriceFen = null } = skuPricesSaid(request.body)
    const sku = { priceFen, marketPriceFen, costPriceFen, isLaunched: request.body.is_launched ?? true }
    const input = { productId, sku, actorId: personOf(request).id, at: deps.now() }
    const created = await writeOnce(deps, request, `fillSkuMatrix:${productId}`, async (tx) =>
      skusOf(deps, tx, { productId, ids: await fillSkuMatrix(tx, input) }))
    return reply.code(201).send({ created })
  })

  app.patch(ONE, { config, schema: { ...schema, headers: IfMatchHeader, body: SkuPatch } }, async (request) => {
    const [productId, id] = [idOf(request), skuIdOf(request)]
    const change = await skuSaid(deps, request.body)
    const seen = { knownAt: knownAt(request, request.body.updated_at), actorId: personOf(request).id, at: deps.now() }
    await inTransaction(db, (tx) => changeSku(tx, { productId, id, change, ...seen }))
    return skuOf(deps, db, { productId, id })
  })

  app.delete(ONE, { config, schema: { params: OnePath, response: { 204: Type.Null() } } }, async (request, reply) => {
    const input = { productId: idOf(request), id: skuIdOf(request), actorId: personOf(request).id, at: deps.now() }
    await inTransaction(db, async (tx) => {
      const counts = await selectSkuReferences(tx, input.id)
      await forgetLevels(tx, [input.id])
      await removeSku(tx, { ...input, counts })
    })
    return reply.code(204).send(null)
  })
}

function skuIdOf(request: FastifyRequest): number {
  return Number((request.params as { sku_id: string }).sku_id)
}

async function makeSku(deps: Deps, request: FastifyRequest, body: SkuBody): Promise<ConsoleSku> {
  const productId = idOf(request)
  const said = await skuSaid(deps, body)
  const sku = {
    name: said.name, code: said.code, caption: said.caption ?? '', barcode: said.barcode ?? '', specs: said.specs ?? {},
    priceFen: said.priceFen ?? 0, marketPriceFen: said.marketPriceFen ?? null, costPriceFen: said.costPriceFen ?? null,
    image: said.image ?? '', isLaunched: said.isLaunched ?? true, productTypeId: said.productTypeId ?? null,
    sortOrder: said.sortOrder ?? 0,
  }
  const [actorId, at] = [personOf(request).id, deps.now()]
  return writeOnce(deps, request, `addSku:${productId}`, async (tx) => {
    const id = await addSku(tx, { productId, sku, actorId, at })
    await setLevel(tx, { skuId: id, onHandQty: body.stock ?? 0, at, actorId })
    return skuOf(deps, tx, { productId, id })
  })
}

/** What was said of a SKU; an empty name or code counts as left out. Throws http.invalid. */
async function skuSaid(deps: Deps, body: SkuPatch): Promise<Partial<SkuFields>> {
  const { product_type_id: productTypeId } = body
  if (productTypeId && !(await selectProductType(deps.db, productTypeId))) refuseField('product_type_id', TYPE)
  return {
    ...skuPricesSaid(body), name: body.name?.trim() || undefined, code: body.sku_code?.trim() || undefined,
    caption: body.caption?.trim(), barcode: body.barcode?.trim(), specs: body.specs, isLaunched: body.is_launched,
    image: pictureSaid(deps.files, 'image', body.image), productTypeId, sortOrder: body.order,
  }
}

async function skusOf(deps: Deps, db: Db, of: { productId: number; ids?: number[] }): Promise<ConsoleSku[]> {
  const rows = await selectConsoleSkus(db, of.productId, of.ids)
  if (!rows) throw new Refusal('catalog.product_not_found')
  return rows.map((row) => skuView(row, deps))
}

async function skuOf(deps: Deps, db: Db, { productId, id }: { productId: number; id: number }): Promise<ConsoleSku> {
  const [view] = await skusOf(deps, db, { productId, ids: [id] })
  if (!view) throw new Refusal('catalog.sku_not_found')
  return view
}

function skuView(row: ConsoleSkuRow, { files }: Deps): ConsoleSku {
  const money = (fen: number | null) => (fen === null ? null : yuanText(fen))
  const { id, product_id, name, caption, sku_code, barcode, specs, is_launched, is_default, product_type_id } = row
  return {
    id, product_id, name, caption, sku_code, barcode, specs, price: yuanText(row.price_fen),
    market_price: money(row.market_price_fen), cost_price: money(row.cost_price_fen),
    stock: row.on_hand_qty - row.held_qty, on_hand: row.on_hand_qty, held: row.held_qty, image: files.url(row.image),
    is_launched, is_default, product_type_id, order: row.sort_order, sales: row.sales_count,
    created_at: isoShanghai(row.created_at), updated_at: isoShanghai(row.updated_at),
  }
}
