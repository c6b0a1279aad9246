import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  AdjustStockBody, InventoryLogPage, InventoryLogQuery, LowStockPage, LowStockQuery, PriceChangePage, PriceHistoryQuery,
  StockLevelView,
} from '@hearth/contracts/catalog-admin'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import { pageOf } from '@hearth/kernel/pages'
import { adjustStock } from '../modules/stock/index.ts'
import { selectConsoleSkus } from '../reads/console-skus.sql.ts'
import { selectLowStock, selectMoves, selectPriceHistory } from '../reads/inventory.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { askedPage, linkedPage } from './paging.ts'
import { rowsAsked } from './product-input.ts'
import { refuseField, requiredText } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const admin = { access: 'admin' } as const
const staff = { access: 'staff' } as const
const ONE = '/products/:id(^\\d{1,15}$)/'
const DAY_MS = 86_400_000
const sentences = {
  sku: { zh: '请指明这个商品的一个规格。', en: 'Name one of the SKUs of this product.' },
  oneOf: { zh: '请填写 quantity（增减数）或 set_to（盘点数）之一。', en: 'Say either quantity or set_to.' },
  zero: { zh: '增减数不能为零。', en: 'Must not be zero.' },
  day: { zh: '应为日期，例如 2026-11-20。', en: 'Must be a day such as 2026-11-20.' },
}

/** Stock by hand, its log, what runs low, and prices as they were (G-12). */
export const inventoryRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, config, files } = deps

  app.post(`${ONE}adjust_stock/`, {
    config: admin,
    schema: { params: IdPath, headers: IdempotencyHeader, body: AdjustStockBody, response: { 200: StockLevelView } },
  }, async (request) => {
    const { quantity, set_to: setTo, sku_id: skuId } = request.body
    const input = { productId: idOf(request), skuId, change: changeSaid(quantity, setTo) }
    return adjust(deps, request, { ...input, reason: requiredText('reason', request.body.reason) })
  })

  app.get('/inventory-logs/', {
    config: staff, schema: { querystring: InventoryLogQuery, response: { 200: InventoryLogPage } },
  }, async (request) => {
    const { product_id: productId, sku_id: skuId, change_type: changeType, start_date, end_date } = request.query
    const ask = askedPage(request.query)
    const until = dayStart('end_date', end_date)
    const filter = {
      productId, skuId, changeType, from: dayStart('start_date', start_date),
      before: until && new Date(until.getTime() + DAY_MS),
    }
    const { rows, total } = await selectMoves(db, filter, rowsAsked(ask))
    const results = rows.map(({ qty, actor_id, actor_name, at, ...row }) =>
      ({ ...row, quantity: qty, created_by: actor_id, created_by_name: actor_name, created_at: isoShanghai(at) }))
    return linkedPage(request, config.publicUrl, pageOf(results, total, ask))
  })

  app.get('/products/low_stock/', {
    config: staff, schema: { querystring: LowStockQuery, response: { 200: LowStockPage } },
  }, async (request) => {
    const ask = askedPage(request.query)
    const { rows, total } = await selectLowStock(db, request.query.threshold ?? 5, rowsAsked(ask))
    const results = rows.map(({ on_hand_qty, held_qty, image, ...row }) =>
      ({ ...row, stock: on_hand_qty - held_qty, on_hand: on_hand_qty, held: held_qty, image: files.url(image) }))
    return linkedPage(request, config.publicUrl, pageOf(results, total, ask))
  })

  app.get(`${ONE}price_history/`, {
    config: admin, schema: { params: IdPath, querystring: PriceHistoryQuery, response: { 200: PriceChangePage } },
  }, async (request) => {
    const productId = idOf(request)
    if (!(await selectConsoleSkus(db, productId, []))) throw new Refusal('catalog.product_not_found')
    const ask = askedPage(request.query)
    const { rows, total } = await selectPriceHistory(db, { productId, skuId: request.query.sku_id }, rowsAsked(ask))
    const results = rows.map(({ id, sku_id, sku_name, sku_code, ...row }) => ({
      id, sku_id, sku_name, sku_code, old_price: row.old_price_fen === null ? null : yuanText(row.old_price_fen),
      new_price: yuanText(row.new_price_fen), changed_by: row.actor_id, changed_by_name: row.actor_name,
      changed_at: isoShanghai(row.at),
    }))
    return linkedPage(request, config.publicUrl, pageOf(results, total, ask))
  })
}

type Adjusting = { productId: number; skuId?: number; change: { by: number } | { to: number }; reason: string }

async function adjust(deps: Deps, request: FastifyRequest, { productId, skuId, change, reason }: Adjusting) {
  const skus = await selectConsoleSkus(deps.db, productId)
  if (!skus) throw new Refusal('catalog.product_not_found')
  const sku = skuId === undefined && skus.length === 1 ? skus[0] : skus.find(({ id }) => id === skuId)
  if (!sku) refuseField('sku_id', sentences.sku)
  const input = { skuId: sku.id, change, reason, actorId: personOf(request).id, at: deps.now() }
  return writeOnce(deps, request, `adjustStock:${productId}`, async (tx) => {
    const { onHandQty, heldQty } = await adjustStock(tx, input)
    return { sku_id: sku.id, product_id: productId, on_hand: onHandQty, held: heldQty, stock: onHandQty - heldQty }
  })
}

function changeSaid(quantity: number | undefined, setTo: number | undefined): { by: number } | { to: number } {
  if (quantity === 0) refuseField('quantity', sentences.zero)
  if (quantity !== undefined && setTo === undefined) return { by: quantity }
  if (quantity === undefined && setTo !== undefined) return { to: setTo }
  return refuseField('quantity', sentences.oneOf)
}

/** The first instant of a day in Asia/Shanghai. Throws http.invalid for a day that is none. */
function dayStart(field: string, day: string | undefined): Date | undefined {
  if (!day) return undefined
  const at = new Date(`${day}T00:00:00+08:00`)
  return Number.isNaN(at.getTime()) || !isoShanghai(at).startsWith(day) ? refuseField(field, sentences.day) : at
}
