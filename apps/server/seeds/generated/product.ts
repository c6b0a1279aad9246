import { catalogue } from '../catalogue/index.ts'
import type { ProductSeed } from '../catalogue/index.ts'
import { openCalendar } from '../living-shop/calendar.ts'
import { makeGoods } from '../living-shop/goods.ts'
import type { Product } from '../living-shop/goods.ts'
import { itemAt, openRandom } from '../living-shop/random.ts'
import type { Random } from '../living-shop/random.ts'
import { madeUpBrands } from './brands.ts'
import type { MadeUpBrand } from './brands.ts'

export type GeneratedSku = {
  code: string; specs: Record<string, string>; caption: string; image: string; isLaunched: boolean
  priceFen: number; marketPriceFen: number; costPriceFen: number; onHandQty: number; salesQty: number
}
/** A product of the generated catalogue; `categoryKey` and the pictures are those of the living shop. */
export type GeneratedProduct = Pick<ProductSeed,
  'name' | 'model' | 'categoryKey' | 'keySpec' | 'description' | 'sellingPoints' | 'parameters' | 'options'
  | 'warrantyMonths' | 'hasInstallation'> & {
  /** Tells it from every other generated product: the seed and its number. */
  code: string
  brand: MadeUpBrand
  mainImages: string[]; detailImages: string[]; isActive: boolean; viewQty: number; createdAt: Date
  skus: GeneratedSku[]
}
export type Generated = { seed: number; number: number; skusPerProduct: number }

const COLOURS = [
  '云雾白', '星霜银', '墨岩灰', '夜幕黑', '浅香金', '薄荷绿', '雾霭蓝', '胭脂红', '米杏', '晴雪白', '月银', '远山灰',
]
const SERIES = [
  '朗月', '清晖', '云锦', '山语', '听泉', '晨露', '星河', '素年', '知味', '长风', '小满', '初雪', '远航', '净界', '暖阳', '静享',
  '拾味', '轻语', '新境', '雅集', '臻选', '悦行', '青简', '半山',
]
const MORE_POINTS = ['整机包修', '旧机上门回收', '送货上门安装', '支持以旧换新', '配件十年供应', '节能补贴可领']
// Letters and digits behind the brand's in a model number: 36⁴ of them, each number another one.
const SUFFIXES = 36 ** 4
const SCATTER = 48_271
const [FIRST_DAY, LAST_DAY] = [Date.UTC(2023, 0, 1), Date.UTC(2025, 11, 31)]
const DAY_MS = 86_400_000

let templates: Product[] | null = null

/** The product of this number: the same for the same seed, whatever the number of the others. */
export function generatedProduct({ seed, number, skusPerProduct }: Generated): GeneratedProduct {
  templates ??= makeGoods(openCalendar(new Date(LAST_DAY))).products
  const random = openRandom(`generated ${seed} ${number}`)
  const template = random.pick(templates)
  const { seed: said, mainImages, detailImages } = template
  const brand = random.weighted(madeUpBrands, ({ letters }) => 1 + (letters.charCodeAt(1) % 5))
  const model = modelOf(said, brand, number)
  const code = `G${seed}-${String(number).padStart(6, '0')}`
  const { options, skus } = makeSkus(template, { random, brand, model, skusPerProduct })
  return {
    code, model, brand, options, skus, mainImages, detailImages, categoryKey: said.categoryKey,
    name: `${brand.name} ${random.pick(SERIES)}系列 ${withoutBrand(said)} ${model}`, keySpec: said.keySpec,
    description: said.description, sellingPoints: [...said.sellingPoints, random.pick(MORE_POINTS)],
    parameters: said.parameters.map(([label, value]) => [label, value === said.model ? model : value]),
    warrantyMonths: said.warrantyMonths, hasInstallation: said.hasInstallation, isActive: !random.chance(0.02),
    viewQty: skus.reduce((sum, { salesQty }) => sum + salesQty, 0) * random.int(15, 40) + random.int(5, 400),
    createdAt: createdAt(random),
  }
}

function withoutBrand({ name }: ProductSeed): string {
  return name.slice(name.indexOf(' ') + 1)
}

/** The kind and size that the living shop's number says, then the brand's letters and four of its own. */
function modelOf({ model }: ProductSeed, brand: MadeUpBrand, number: number): string {
  const head = /^[A-Z]+-?\d*/.exec(model)?.[0] ?? ''
  return `${head}${brand.letters}${((number * SCATTER) % SUFFIXES).toString(36).toUpperCase().padStart(4, '0')}`
}

type Making = { random: Random; brand: MadeUpBrand; model: string; skusPerProduct: number }

function makeSkus(template: Product, { random, brand, model, skusPerProduct }: Making) {
  const { seed } = template
  const own = seed.skus.length >= skusPerProduct
  const start = random.int(0, COLOURS.length - 1)
  const factor = brand.level * (0.88 + random.next() * 0.24)
  const appeal = random.next() ** 6 * 900
  const skus = Array.from({ length: skusPerProduct }, (_, at): GeneratedSku => {
    const like = itemAt(template.skus, at % template.skus.length)
    const priceFen = priceLike(like.seed.priceFen * factor)
    return {
      code: `${model}-${at + 1}`, specs: own ? like.seed.options : { 颜色: itemAt(COLOURS, (start + at) % COLOURS.length) },
      caption: like.seed.caption, priceFen, marketPriceFen: priceLike(priceFen * (1.15 + random.next() * 0.2)),
      costPriceFen: Math.round(priceFen * 0.7), image: like.image, isLaunched: at === 0 || !random.chance(0.03),
      onHandQty: random.chance(0.05) ? 0 : random.int(1, random.chance(0.04) ? 5 : 300),
      salesQty: Math.floor(appeal * random.next()),
    }
  })
  const names = Object.keys(itemAt(skus, 0).specs)
  const options = names.map((name) => ({ name, values: [...new Set(skus.map(({ specs }) => specs[name] ?? ''))] }))
  return { options, skus }
}

/** Whole yuan that end in 9, at least 39. */
function priceLike(fen: number): number {
  return Math.max(39, Math.round(fen / 1_000) * 10 - 1) * 100
}

/** A moment of three years that are over, more of them late; in hours when somebody works. */
function createdAt(random: Random): Date {
  const days = Math.floor(((LAST_DAY - FIRST_DAY) / DAY_MS) * random.next() ** 0.7)
  return new Date(FIRST_DAY + days * DAY_MS + random.int(3_600, 36_000) * 1_000)
}

/** The categories that generated products lie in. */
export const generatedCategories = catalogue.categories
