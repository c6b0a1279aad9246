import { catalogue } from '../catalogue/index.ts'
import type { BrandSeed, CategorySeed, Finish, ProductSeed, SkuSeed } from '../catalogue/index.ts'
import { demoPicturePath } from '../demo-pictures.ts'
import type { Angle } from '../pictures/index.ts'
import type { Calendar } from './calendar.ts'
import { itemAt, openRandom } from './random.ts'

/** A SKU of the living shop with the ids it will have. */
export type Sku = {
  id: number
  at: number
  seed: SkuSeed
  image: string
  productId: number
}

/** A product with its SKUs. `ageDays`: how long it has been on sale; `appeal`: how much people buy it. */
export type Product = {
  id: number
  seed: ProductSeed
  categoryId: number
  categoryPath: number[]
  majorKey: string
  brandId: number
  createdAt: Date
  ageDays: number
  appeal: number
  mainImages: string[]
  detailImages: string[]
  skus: Sku[]
}

export type Category = { id: number; seed: CategorySeed; parentId: number | null; sortOrder: number; logo: string }
export type Brand = { id: number; seed: BrandSeed; sortOrder: number; logo: string; createdAt: Date }
export type Goods = { categories: Category[]; brands: Brand[]; products: Product[]; skus: Sku[] }

// Most of the range is as old as the shop; every tenth product came later, so that there is something new.
const OLD_DAYS = [100, 340] as const
const NEW_DAYS = [8, 45] as const
const NEW_SHARE = 0.1

/** The catalogue with ids, ages and pictures. A product and its product type have the same id. */
export function makeGoods(calendar: Calendar): Goods {
  const random = openRandom('goods')
  const categories = makeCategories()
  const brands = catalogue.brands.map((seed, at): Brand => ({
    id: at + 1, seed, sortOrder: at + 1, logo: demoPicturePath({ of: 'brand', accent: seed.accent, seed: seed.seed }),
    createdAt: calendar.between(400, [9, 12], random),
  }))
  let skuCount = 0
  const products = catalogue.products.map((seed, at): Product => {
    const id = at + 1
    const category = itemAt(categories, categories.findIndex((each) => each.seed.key === seed.categoryKey))
    const path = pathOf(categories, category)
    const brand = itemAt(brands, brands.findIndex((each) => each.seed.key === seed.brandKey))
    const picture = (finish: Finish, angle: Angle) =>
      demoPicturePath({ of: 'product', kind: seed.pictureKind, finish, accent: brand.seed.accent, angle, seed: id })
    const ageDays = random.chance(NEW_SHARE) ? random.int(...NEW_DAYS) : random.int(...OLD_DAYS)
    const skus = seed.skus.map((sku, place): Sku => ({
      id: skuCount + place + 1, at: place, seed: sku, image: picture(sku.finish, 'front'), productId: id,
    }))
    skuCount += skus.length
    return {
      id, seed, categoryId: category.id, categoryPath: path.map((each) => each.id), majorKey: itemAt(path, 0).seed.key,
      brandId: brand.id, createdAt: calendar.between(ageDays, [9, 18], random), ageDays,
      appeal: 0.25 + random.next() ** 3 * 4,
      ...picturesOf(skus, picture), skus,
    }
  })
  return { categories, brands, products, skus: products.flatMap((product) => product.skus) }
}

/** The main pictures show what is cheapest, as lists do; the details show the other finishes too. */
function picturesOf(skus: readonly Sku[], picture: (finish: Finish, angle: Angle) => string) {
  const shown = itemAt([...skus].sort((a, b) => a.seed.priceFen - b.seed.priceFen || a.at - b.at), 0).seed.finish
  const finishes = [...new Set([shown, ...skus.map((sku) => sku.seed.finish)])]
  const last = itemAt(finishes, finishes.length - 1)
  return {
    mainImages: (['front', 'three-quarter', 'detail', 'scene'] as const).map((angle) => picture(shown, angle)),
    detailImages: [
      picture(last, 'scene'), picture(last, 'detail'), ...finishes.map((finish) => picture(finish, 'three-quarter')),
    ],
  }
}

function makeCategories(): Category[] {
  const ids = new Map(catalogue.categories.map((seed, at) => [seed.key, at + 1]))
  return catalogue.categories.map((seed, at) => ({
    id: at + 1, seed, parentId: seed.parentKey === null ? null : (ids.get(seed.parentKey) ?? null), sortOrder: at + 1,
    logo: demoPicturePath({ of: 'category', kind: seed.pictureKind }),
  }))
}

/** The category and its ancestors, the major first. */
function pathOf(categories: readonly Category[], category: Category): Category[] {
  const parent = categories.find((each) => each.id === category.parentId)
  return parent ? [...pathOf(categories, parent), category] : [category]
}

export function productOf(goods: Goods, sku: Sku): Product {
  return itemAt(goods.products, sku.productId - 1)
}
