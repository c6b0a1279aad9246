import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import {
  addSku, changeProduct, changeSku, createProduct, lockProductBy, newProductFields, saidFields,
} from '../catalog/index.ts'
import type { PlaceName, ProductByCode, ProductFields, SkuFields } from '../catalog/index.ts'
import type { Tx } from '../../platform/db.ts'
import { sentences } from './errors.ts'
import { numbered, productFields } from './read-line.ts'
import type { Faults, NumberedLine, SaidLine } from './read-line.ts'

export type Places = { brands: ReadonlyMap<string, number>; categories: readonly PlaceName[] }
export type Change = { field: string; from: string; to: string }
/** What a line does; one that makes nothing and changes nothing says what is there already. */
export type LineOutcome = {
  line: number; does: 'create' | 'add' | 'change'; changes: Change[]; skuId: number; stockQty?: number
}
/** Why one line of a product cannot be written. Thrown, so that nothing of the product is. */
export class LineRefused extends Error {
  readonly line: number
  readonly refusal: Refusal

  constructor(line: number, refusal: Refusal) {
    super(refusal.key)
    this.line = line
    this.refusal = refusal
  }
}

type Writing = { lines: readonly NumberedLine[]; places: Places; actorId: number; at: Date }

/**
 * Writes the lines of one product: makes it when nobody has its code, changes what is said otherwise, adds SKUs. Stock
 * is left to the caller. Throws {@link LineRefused}.
 */
export async function writeProduct(tx: Tx, { lines, places, actorId, at }: Writing): Promise<LineOutcome[]> {
  const [first] = lines
  if (!first) return []
  const named = { id: first.said.productId, code: first.said.productCode ?? '' }
  const wanted = await onLine(first.line, async () => fieldsOf(lines, places))
  const changing = { wanted, lines, actorId, at }
  const before = await lockProductBy(tx, named)
  if (!before && named.id !== undefined) {
    await onLine(first.line, async () => refuse({ product_id: [sentences.noSuchProduct] }))
  }
  if (!before) await onLine(first.line, () => createFirst(tx, changing))
  const changes = before ? await onLine(first.line, () => changeIt(tx, { product: before, ...changing })) : []
  // New options change the specs of the SKUs that are there.
  const product = await lockProductBy(tx, named)
  if (!product) throw new Error('A product that was just made is not there')
  const outcomes: LineOutcome[] = []
  for (const [place, { line, said }] of lines.entries()) {
    const written = await onLine(line, () => writeSku(tx, { product, said, actorId, at }))
    const twin = outcomes.find(({ skuId }) => skuId === written.skuId)
    if (twin) await onLine(line, async () => refuse({ sku_code: [numbered(sentences.lineTwice, twin.line)] }))
    const all = place === 0 ? [...changes, ...written.changes] : written.changes
    const made = before ? { does: written.does, changes: all } : { does: 'create' as const, changes: [] }
    outcomes.push({ ...made, line, skuId: written.skuId, stockQty: said.stockQty })
  }
  return outcomes
}

async function onLine<T>(line: number, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (fault) {
    throw fault instanceof Refusal ? new LineRefused(line, fault) : fault
  }
}

function refuse(fields: Faults): never {
  throw new Refusal('bulk.line_refused', { fields })
}

/** The product's own fields as the lines say them: the first that says something counts. */
function fieldsOf(lines: readonly NumberedLine[], places: Places): Partial<ProductFields> {
  const said = Object.assign({}, ...lines.map((line) => line.said).reverse()) as SaidLine
  const faults: Faults = {}
  const brandId = said.brand === undefined ? undefined : places.brands.get(said.brand)
  if (said.brand !== undefined && brandId === undefined) faults.brand = [sentences.brandUnknown]
  const categoryId = said.category === undefined ? undefined : categoryNamed(said.category, places.categories)
  if (said.category !== undefined && categoryId === undefined) faults.category = [sentences.categoryUnknown]
  if (Object.keys(faults).length > 0) refuse(faults)
  const { productCode, name, model, keySpec, description, warrantyMonths, hasInstallation, isActive } = said
  return {
    productCode, name, model, brandId, categoryId, keySpec, description, warrantyMonths, hasInstallation, isActive,
  }
}

/** The one category that is called so, by its name or by the end of its path. */
function categoryNamed(text: string, categories: readonly PlaceName[]): number | undefined {
  const asked = text.split(/[/>＞／]/).map((part) => part.trim()).filter(Boolean)
  const found = categories.filter(({ path }) => asked.every((name, at) => path.at(at - asked.length) === name))
  return found.length === 1 ? found[0]?.id : undefined
}

type Making = { wanted: Partial<ProductFields>; lines: readonly NumberedLine[]; actorId: number; at: Date }

async function createFirst(tx: Tx, { wanted, lines, actorId, at }: Making): Promise<void> {
  const said = lines[0]?.said
  const { name, brandId, categoryId } = wanted
  const missing: Faults = {}
  for (const [key, value] of Object.entries({ name, brand: brandId, category: categoryId, price: said?.priceFen })) {
    if (value === undefined) missing[key] = [sentences.missingForNew]
  }
  if (Object.keys(missing).length > 0) refuse(missing)
  const options = optionsWith([], lines)
  const product = { ...newProductFields, ...saidFields(wanted), options } as ProductFields
  const sku = {
    code: said?.skuCode ?? said?.productCode ?? '', priceFen: said?.priceFen ?? 0,
    marketPriceFen: said?.marketPriceFen ?? null, costPriceFen: said?.costPriceFen ?? null,
  }
  await createProduct(tx, { product, sku, actorId, at })
}

type Changing = Making & { product: ProductByCode }

async function changeIt(tx: Tx, { product, wanted, lines, actorId, at }: Changing): Promise<Change[]> {
  const options = optionsWith(product.options, lines)
  const grown = JSON.stringify(options) !== JSON.stringify(product.options)
  const other = Object.entries(saidFields(wanted))
    .filter(([field, value]) => product[field as keyof ProductByCode] !== value)
  if (other.length === 0 && !grown) return []
  const change: Partial<ProductFields> = { ...Object.fromEntries(other), ...(grown ? { options } : {}) }
  await changeProduct(tx, { id: product.id, change, prices: {}, knownAt: null, actorId, at })
  const said = Object.assign({}, ...lines.map((line) => line.said).reverse()) as SaidLine
  return productFields.flatMap(([column, field]) => {
    const written = field === 'brand' ? 'brandId' : field === 'category' ? 'categoryId' : field
    return written in change ? [{ field: column, from: shown(product[field]), to: shown(said[field]) }] : []
  })
}

/** The options with the values that lines bring along, in the order in which they come. */
function optionsWith(known: ProductByCode['options'], lines: readonly NumberedLine[]): ProductByCode['options'] {
  const options = new Map(known.map(({ name, values }) => [name, [...values]]))
  for (const [name, value] of lines.flatMap(({ said }) => Object.entries(said.specs ?? {}))) {
    const values = options.get(name) ?? []
    options.set(name, values.includes(value) ? values : [...values, value])
  }
  return [...options].map(([name, values]) => ({ name, values }))
}

type SkuWriting = { product: ProductByCode; said: SaidLine; actorId: number; at: Date }

async function writeSku(tx: Tx, { product, said, actorId, at }: SkuWriting) {
  const sku = skuOf(product, said)
  const productId = product.id
  if (!sku) {
    if (said.priceFen === undefined) refuse({ price: [sentences.missing] })
    const fresh = {
      caption: '', barcode: said.barcode ?? '', specs: said.specs ?? {}, priceFen: said.priceFen, image: '',
      marketPriceFen: said.marketPriceFen ?? null, costPriceFen: said.costPriceFen ?? null, productTypeId: null,
      isLaunched: said.isLaunched ?? true, sortOrder: product.skus.length, code: said.skuCode,
    }
    return { does: 'add' as const, changes: [], skuId: await addSku(tx, { productId, sku: fresh, actorId, at }) }
  }
  const fields = {
    barcode: said.barcode, priceFen: said.priceFen, marketPriceFen: said.marketPriceFen,
    costPriceFen: said.costPriceFen, isLaunched: said.isLaunched, specs: said.specs,
  }
  const change = Object.fromEntries(Object.entries(fields).filter(([field, value]) =>
    value !== undefined && shown(value) !== shown(sku[field as keyof typeof sku]))) as Partial<SkuFields>
  if (Object.keys(change).length > 0) await changeSku(tx, { productId, id: sku.id, change, knownAt: null, actorId, at })
  const changes = skuColumns.flatMap(([column, field]) =>
    (field in change
      ? [{ field: column, from: shownSku(field, sku), to: shownSku(field, { ...sku, ...change }) }]
      : []))
  return { does: 'change' as const, changes, skuId: sku.id }
}

const skuColumns = [
  ['specs', 'specs'], ['barcode', 'barcode'], ['price', 'priceFen'], ['market_price', 'marketPriceFen'],
  ['cost_price', 'costPriceFen'], ['is_launched', 'isLaunched'],
] as const

/** By its code, by its specs, or the only one there is. Throws bulk.line_refused when several could be meant. */
function skuOf({ skus }: ProductByCode, { skuCode, specs }: SaidLine) {
  if (skuCode !== undefined) return skus.find(({ code }) => code === skuCode)
  if (specs) return skus.find((sku) => shown(sku.specs) === shown(specs))
  return skus.length === 1 ? skus[0] : refuse({ sku_code: [sentences.whichSku] })
}

function shownSku(field: (typeof skuColumns)[number][1], sku: Partial<SkuFields>): string {
  const value = sku[field]
  return typeof value === 'number' ? yuanText(value) : shown(value ?? '')
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, said]) => `${name}=${String(said)}`).join(';')
}
