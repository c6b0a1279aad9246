import type { FastifyRequest } from 'fastify'
import type { ProductPatch } from '@hearth/contracts/catalog-admin'
import { Refusal } from '@hearth/kernel/errors'
import type { Sentence } from '@hearth/kernel/errors'
import { fenFromText } from '@hearth/kernel/money'
import type { ProductFields, SkuPrices } from '../modules/catalog/index.ts'
import type { Files } from '../platform/files.ts'
import { PICTURE, storedPath } from './picture-input.ts'
import { refuseField } from './required-text.ts'

type Faults = Record<string, Sentence[]>
export type Amount = string | number | null | undefined

const sentences = {
  missing: { zh: '此项必填。', en: 'This field is required.' },
  amount: { zh: '应为金额，例如 99.00。', en: 'Must be an amount such as 99.00.' },
  price: { zh: '应为大于零的金额，例如 99.00。', en: 'Must be an amount above zero, such as 99.00.' },
  file: { zh: '应为已上传文件的地址或 http(s) 网址。', en: 'Must be the address of an uploaded file or an http(s) URL.' },
  instant: { zh: '应为读取时得到的 updated_at。', en: 'Must be the updated_at that was read.' },
  valueTwice: { zh: '同一选项中的值不能重复。', en: 'A value stands twice in one option.' },
}

export type ProductSaid = { change: Partial<ProductFields>; prices: SkuPrices }

/** What was said of a product; what was left out is undefined. Throws http.invalid, naming every field at fault. */
export function productSaid(body: ProductPatch, files: Files): ProductSaid {
  const faults: Faults = {}
  const change: Partial<ProductFields> = {
    name: body.name?.trim(), categoryId: body.category_id, brandId: body.brand_id, description: body.description,
    productCode: body.product_code === undefined ? undefined : body.product_code?.trim() || null,
    model: body.product_model?.trim(), keySpec: body.key_spec?.trim(), sellingPoints: body.selling_points,
    parameters: body.parameters?.map(({ name, value }) => [name, value]),
    options: optionsSaid(faults, body.spec_options),
    mainImages: pictures(faults, files, ['main_images', body.main_images]),
    detailImages: pictures(faults, files, ['detail_images', body.detail_images]),
    manuals: manualsSaid(faults, files, body.manuals), warrantyMonths: body.warranty_months,
    hasInstallation: body.has_installation, isActive: body.is_active,
    supplyPriceFen: amountSaid(faults, 'supply_price', body.supply_price),
  }
  if (change.name === '') faults.name = [sentences.missing]
  const prices = pricesSaid(faults, body)
  if (Object.keys(faults).length > 0) throw new Refusal('http.invalid', { fields: faults })
  return { change, prices }
}

function pricesSaid(faults: Faults, body: { price?: Amount; market_price?: Amount; cost_price?: Amount }): SkuPrices {
  const priceFen = amountSaid(faults, 'price', body.price)
  if (priceFen === 0 || priceFen === null) faults.price = [sentences.price]
  const marketPriceFen = amountSaid(faults, 'market_price', body.market_price)
  return { priceFen: priceFen ?? undefined, marketPriceFen, costPriceFen: amountSaid(faults, 'cost_price', body.cost_price) }
}

/** Fen; null and nothing mean none. */
function amountSaid(faults: Faults, field: string, said: Amount): number | null | undefined {
  if (said === undefined || said === null || String(said).trim() === '') return said === undefined ? undefined : null
  const fen = fenFromText(String(said))
  if (fen === null) faults[field] = [sentences.amount]
  return fen
}

function pictures(
  faults: Faults, files: Files, [field, said]: [field: string, said: string[] | undefined],
): string[] | undefined {
  const paths = said?.map((given) => storedPath(files, given))
  if (paths?.some((path) => !path)) faults[field] = [PICTURE]
  return paths?.map((path) => path ?? '')
}

function manualsSaid(faults: Faults, files: Files, said: ProductPatch['manuals']): ProductFields['manuals'] | undefined {
  const manuals = said?.map(({ title, url }) => ({ title: title.trim(), url: storedPath(files, url) ?? '' }))
  if (manuals?.some(({ title, url }) => !title || !url)) faults.manuals = [sentences.file]
  return manuals
}

function optionsSaid(faults: Faults, said: ProductPatch['spec_options']): ProductFields['options'] | undefined {
  const options = said && Object.entries(said).map(([name, values]) =>
    ({ name, values: values.map((value) => value.trim()) }))
  const isWrong = options?.some(({ values }) => new Set(values).size !== values.length || values.includes(''))
  if (isWrong) faults.spec_options = [sentences.valueTwice]
  return options
}

/** The `updated_at` that the caller saw, from the body or If-Match; null when he says none. Throws http.invalid. */
export function knownAt(request: FastifyRequest, said: string | undefined): Date | null {
  const tag = request.headers['if-match']?.replace(/^W\//, '').replaceAll('"', '').trim()
  const text = said?.trim() || (tag === '*' ? '' : tag)
  if (!text) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? refuseField('updated_at', sentences.instant) : at
}

/** The same for a SKU's prices. Throws http.invalid. */
export function skuPricesSaid(body: { price?: Amount; market_price?: Amount; cost_price?: Amount }): SkuPrices {
  const faults: Faults = {}
  const prices = pricesSaid(faults, body)
  if (Object.keys(faults).length > 0) throw new Refusal('http.invalid', { fields: faults })
  return prices
}
