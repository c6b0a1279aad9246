import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { followSkus } from './catalog.sql.ts'
import type { Change } from './changes.ts'
import { refuseFields, sentences } from './errors.ts'
import { indexProduct } from './index-products.ts'
import { insertPriceChange, lockProduct, updateProductRow } from './products.sql.ts'
import type { LockedProduct } from './products.sql.ts'
import { fittingSpecs, skuName, specsKey } from './sku-specs.ts'
import type { Specs } from './sku-specs.ts'
import { insertSkuRow, selectSkuRows } from './skus.sql.ts'
import type { SkuFields, SkuRow } from './skus.sql.ts'
import { unlessTaken } from './taken.ts'

const MOST_COMBINATIONS = 500

/** Without a code or a name it gets one. */
export type NewSkuSaid = Omit<SkuFields, 'name' | 'code'> & { name?: string; code?: string }
export type AddSku = { productId: number; sku: NewSkuSaid; actorId: number; at: Date }

/**
 * Adds a SKU to a product; its specs fit the options and are no other SKU's.
 * Throws catalog.product_not_found, catalog.invalid. @returns its id
 */
export async function addSku(tx: Tx, { productId, sku, actorId, at }: AddSku): Promise<number> {
  const product = await lockProduct(tx, productId)
  if (!product) throw new Refusal('catalog.product_not_found')
  const others = await selectSkuRows(tx, productId)
  const specs = freeSpecs(product, sku.specs, others)
  const added = await insertSku(tx, { productId, product, others, sku: { ...sku, specs }, actorId, at })
  await noteSkusAdded(tx, { productId, actorId, skus: [added], at })
  return added.id
}

export type FillSkuMatrix = {
  productId: number; sku: Pick<SkuFields, 'priceFen' | 'marketPriceFen' | 'costPriceFen' | 'isLaunched'>; actorId: number; at: Date
}

/** Makes the SKUs that are missing among all combinations of the options. Throws as addSku. @returns their ids */
export async function fillSkuMatrix(tx: Tx, { productId, sku, actorId, at }: FillSkuMatrix): Promise<number[]> {
  const product = await lockProduct(tx, productId)
  if (!product) throw new Refusal('catalog.product_not_found')
  const size = product.options.reduce((sum, { values }) => sum * values.length, 1)
  if (size > MOST_COMBINATIONS) refuseFields({ spec_options: [sentences.tooMany] })
  const combinations = product.options.reduce<Specs[]>((all, { name, values }) =>
    all.flatMap((specs) => values.map((value) => ({ ...specs, [name]: value }))), [{}])
  const added: SkuNamed[] = []
  for (const specs of combinations) {
    const others = await selectSkuRows(tx, productId)
    if (others.some((other) => specsKey(other.specs) === specsKey(specs))) continue
    const whole = { ...sku, specs, caption: '', barcode: '', image: '', productTypeId: null, sortOrder: others.length }
    added.push(await insertSku(tx, { productId, product, others, sku: whole, actorId, at }))
  }
  if (added.length > 0) await noteSkusAdded(tx, { productId, actorId, skus: added, at })
  return added.map(({ id }) => id)
}

/** The specs in the order of the options. Throws catalog.invalid when they do not fit or another SKU has them. */
export function freeSpecs({ options }: LockedProduct, said: Specs, others: readonly SkuRow[]): Specs {
  const specs = fittingSpecs(options, said)
  if (!specs) refuseFields({ specs: [sentences.specsUnfit] })
  if (others.some((other) => specsKey(other.specs) === specsKey(specs))) refuseFields({ specs: [sentences.specsTaken] })
  return specs
}

type Inserted = AddSku & { product: LockedProduct; others: readonly SkuRow[] }

async function insertSku(tx: Tx, { productId, product, others, sku, actorId, at }: Inserted): Promise<SkuNamed> {
  const name = sku.name || skuName(product.name, sku.specs)
  const code = sku.code || nextCode(product.productCode ?? 'SKU', others)
  const skuId = await unlessTaken(insertSkuRow(tx, productId, { ...sku, name, code }, at))
  await insertPriceChange(tx, { skuId, oldFen: null, newFen: sku.priceFen, actorId, at })
  return { id: skuId, name, code }
}

function nextCode(base: string, others: readonly SkuRow[]): string {
  const taken = new Set(others.map(({ code }) => code))
  let number = others.length + 1
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

/** A SKU as the record of changes names it: it may be gone when somebody reads that. */
export type SkuNamed = { id: number; name: string; code: string }
type Happened = { act: 'added' | 'changed' | 'removed'; skus: readonly SkuNamed[]; changes: readonly Change[] }
type SkusChanged = { productId: number; actorId: number; fields: string[]; happened: Happened; at: Date }

export function skuNamed({ id, name, code }: SkuNamed): SkuNamed {
  return { id, name, code }
}

type SkusAdded = { productId: number; actorId: number; skus: SkuNamed[]; at: Date }

function noteSkusAdded(tx: Tx, { skus, ...more }: SkusAdded): Promise<void> {
  return noteSkusChanged(tx, { ...more, fields: ['skus'], happened: { act: 'added', skus, changes: [] } })
}

/** After its SKUs changed, a product's price, default SKU, search words and `updated_at` follow. */
export async function noteSkusChanged(
  tx: Tx, { productId, actorId, fields, happened, at }: SkusChanged,
): Promise<void> {
  await followSkus(tx, productId)
  await updateProductRow(tx, productId, {}, at)
  await indexProduct(tx, productId)
  await record(tx, { type: 'catalog.product_changed.v1', at, body: { productId, actorId, fields, ...happened } })
}
