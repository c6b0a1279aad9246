import type { Finish, PictureKind, ProductSeed, SkuSeed } from './types.ts'

/** One SKU as written in the family files; `values` are the option values, joined by "/". */
export type SkuLine = [suffix: string, values: string, priceYuan: number, onHandQty: number, finish: Finish]

/** What all products of one item category have in common. */
export type Family = {
  categoryKey: string
  pictureKind: PictureKind
  warrantyMonths: number
  hasInstallation: boolean
  parameters: string
}

/** One product as written in the family files: lists are separated by "；", labels from values by "：". */
export type ProductLine = {
  name: string
  model: string
  brandKey: string
  keySpec: string
  description: string
  sellingPoints: string
  parameters: string
  /** Names of the options, joined by "/"; 颜色 when left out. */
  options?: string
  warrantyMonths?: number
  hasInstallation?: boolean
  skus: SkuLine[]
}

/** Turns the written lines of one item category into products. */
export function productsOf(family: Family, lines: ProductLine[]): ProductSeed[] {
  return lines.map((line) => toProduct(family, line))
}

function toProduct(family: Family, line: ProductLine): ProductSeed {
  const names = (line.options ?? '颜色').split('/')
  const warrantyMonths = line.warrantyMonths ?? family.warrantyMonths
  const sellingPoints = line.sellingPoints.split('；')
  return {
    name: line.name,
    model: line.model,
    categoryKey: family.categoryKey,
    brandKey: line.brandKey,
    pictureKind: family.pictureKind,
    description: line.description,
    sellingPoints,
    parameters: toParameters(family, line, warrantyMonths),
    keySpec: line.keySpec,
    warrantyMonths,
    hasInstallation: line.hasInstallation ?? family.hasInstallation,
    options: names.map((name, at) => ({ name, values: distinct(line.skus.map((sku) => valueAt(sku, at))) })),
    skus: line.skus.map((sku) => toSku(line.model, names, sellingPoints, sku)),
  }
}

/** The model first, then the product's own rows, then those of the family it does not state itself, warranty last. */
function toParameters(family: Family, line: ProductLine, warrantyMonths: number): [string, string][] {
  const own = pairsOf(line.parameters)
  const stated = new Set(own.map(([label]) => label))
  const shared = pairsOf(family.parameters).filter(([label]) => !stated.has(label))
  return [['型号', line.model], ...own, ...shared, ['质保', `整机 ${warrantyWords(warrantyMonths)}`]]
}

function toSku(model: string, names: string[], sellingPoints: string[], line: SkuLine): SkuSeed {
  const [suffix, values, priceYuan, onHandQty, finish] = line
  return {
    code: `${model}-${suffix}`,
    options: Object.fromEntries(names.map((name, at) => [name, valueAt(line, at)])),
    priceFen: priceYuan * 100,
    marketPriceFen: marketPriceYuan(priceYuan) * 100,
    costPriceFen: Math.round(priceYuan * costShare(model)) * 100,
    onHandQty,
    finish,
    caption: [...values.split('/'), sellingPoints[0]].join('，'),
  }
}

/** About an eighth above the price, ending in 99 above ¥1,000 and in 9 below. */
function marketPriceYuan(priceYuan: number): number {
  const step = priceYuan >= 1000 ? 100 : 10
  return Math.ceil((priceYuan * 1.12) / step) * step - 1
}

/** Between 0.66 and 0.78 of the price, the same for all SKUs of a model. */
function costShare(model: string): number {
  const sum = [...model].reduce((total, letter) => total + letter.charCodeAt(0), 0)
  return 0.66 + (sum % 13) / 100
}

function warrantyWords(months: number): string {
  return months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`
}

function pairsOf(text: string): [string, string][] {
  return text.split('；').map((pair) => {
    const [label, value] = pair.split('：')
    if (!label || !value) throw new Error(`not a parameter: ${pair}`)
    return [label, value]
  })
}

function valueAt(sku: SkuLine, at: number): string {
  const value = sku[1].split('/')[at]
  if (!value) throw new Error(`no option value ${at} in ${sku[1]}`)
  return value
}

function distinct(values: string[]): string[] {
  return [...new Set(values)]
}
