import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { followSkus, selectCategoryPath } from './catalog.sql.ts'
import { changesOf } from './changes.ts'
import { refuseWrongPlace } from './create-product.ts'
import { refuseFields, sentences } from './errors.ts'
import { indexProduct } from './index-products.ts'
import {
  insertPriceChange, lockProduct, nameSku, placeProduct, selectProductFields, selectSkusOf, updateProductRow,
  writeSkuPrices,
} from './products.sql.ts'
import type { LockedProduct, ProductFields, SkuOfProduct, SkuPrices } from './products.sql.ts'
import { saidFields } from './said-fields.ts'
import { refitSpecs, skuName } from './sku-specs.ts'
import { unlessTaken } from './taken.ts'

/** `knownAt`: the `updated_at` that the caller saw; null when he does not care what changed since. */
export type ChangeProduct = {
  id: number; change: Partial<ProductFields>; prices: SkuPrices; knownAt: Date | null; actorId: number; at: Date
}

/**
 * Changes a product; what is left out stays. Its prices are those of its SKU, when it has but one. SKUs follow new
 * options, and a new name unless somebody named them.
 * Throws catalog.product_not_found, catalog.changed_meanwhile, catalog.invalid.
 */
export async function changeProduct(tx: Tx, input: ChangeProduct): Promise<void> {
  const { id, actorId, at } = input
  const [change, prices] = [saidFields(input.change), saidFields(input.prices)]
  // The tree before the product, as who makes a product does.
  await refuseWrongPlace(tx, change)
  const before = await lockProduct(tx, id)
  if (!before) throw new Refusal('catalog.product_not_found')
  refuseStale(before.updatedAt, input.knownAt)
  const fieldsBefore = await selectProductFields(tx, id)
  await unlessTaken(updateProductRow(tx, id, change, at))
  if (change.categoryId !== undefined) {
    await placeProduct(tx, id, change.categoryId, await selectCategoryPath(tx, change.categoryId))
  }
  const skus = await selectSkusOf(tx, id)
  await refitSkus(tx, skus, { before, name: change.name ?? before.name, options: change.options ?? before.options })
  await changePrices(tx, { skus, before, prices, actorId, at })
  await followSkus(tx, id)
  await indexProduct(tx, id)
  const fields = [...Object.keys(change), ...Object.keys(prices)]
  const changes = [...changesOf(fieldsBefore, change), ...(skus.length === 1 ? changesOf(skus[0] ?? {}, prices) : [])]
  await record(tx, { type: 'catalog.product_changed.v1', at, body: { productId: id, actorId, fields, changes } })
}

/** Throws catalog.changed_meanwhile when it is not as the caller knew it. */
export function refuseStale(updatedAt: Date, knownAt: Date | null): void {
  if (knownAt === null || knownAt.getTime() === updatedAt.getTime()) return
  throw new Refusal('catalog.changed_meanwhile', { updated_at: isoShanghai(updatedAt) })
}

type Refit = { before: LockedProduct; name: string; options: LockedProduct['options'] }

async function refitSkus(tx: Tx, skus: readonly SkuOfProduct[], { before, name, options }: Refit): Promise<void> {
  const isSame = JSON.stringify(options) === JSON.stringify(before.options)
  if (isSame && name === before.name) return
  const refit = isSame ? skus.map((sku) => sku.specs) : refitSpecs(options, skus.map((sku) => sku.specs))
  if (!refit) refuseFields({ spec_options: [sentences.optionsInUse] })
  for (const [place, sku] of skus.entries()) {
    const specs = refit[place] ?? sku.specs
    const inOrder = Object.fromEntries(before.options.flatMap((option) =>
      (option.name in sku.specs ? [[option.name, sku.specs[option.name] ?? '']] : [])))
    const wasUnnamed = sku.name === skuName(before.name, inOrder)
    const shown = Object.fromEntries(options.flatMap((option) =>
      (option.name in specs ? [[option.name, specs[option.name] ?? '']] : [])))
    await nameSku(tx, sku.id, wasUnnamed ? skuName(name, shown) : sku.name, specs)
  }
}

type PricesAsked = {
  skus: readonly SkuOfProduct[]; before: LockedProduct; prices: SkuPrices; actorId: number; at: Date
}

async function changePrices(tx: Tx, { skus, before, prices, actorId, at }: PricesAsked): Promise<void> {
  const [only] = skus
  if (Object.keys(prices).length === 0 || !only) return
  if (skus.length > 1) {
    // A form sends back what it was given; that changes nothing.
    const { priceFen = before.minPriceFen, marketPriceFen = before.marketPriceFen, costPriceFen } = prices
    if (priceFen !== before.minPriceFen) refuseFields({ price: [sentences.priceOfSkus] })
    if (marketPriceFen !== before.marketPriceFen) refuseFields({ market_price: [sentences.priceOfSkus] })
    if (costPriceFen !== undefined) refuseFields({ cost_price: [sentences.priceOfSkus] })
    return
  }
  await writeSkuPrices(tx, only.id, prices, at)
  if (prices.priceFen === undefined || prices.priceFen === only.priceFen) return
  await insertPriceChange(tx, { skuId: only.id, oldFen: only.priceFen, newFen: prices.priceFen, actorId, at })
}
