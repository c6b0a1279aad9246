/** The kinds of appliance the picture studio can draw. */
export const pictureKinds = [
  'refrigerator-french', 'refrigerator-two-door', 'refrigerator-side-by-side', 'freezer-chest', 'wine-cooler',
  'washer-front', 'washer-top', 'dryer', 'washer-dryer-set', 'ac-wall', 'ac-floor', 'ac-portable', 'television',
  'soundbar', 'water-heater-electric', 'water-heater-gas', 'water-purifier', 'water-dispenser', 'range-hood-side',
  'range-hood-top', 'gas-hob', 'induction-hob', 'oven-built-in', 'steam-oven', 'microwave', 'dishwasher',
  'sterilizer-cabinet', 'rice-cooker', 'pressure-cooker', 'kettle', 'air-fryer', 'blender', 'coffee-machine',
  'vacuum-stick', 'vacuum-robot', 'air-purifier', 'humidifier', 'fan', 'heater', 'iron-garment-steamer', 'hair-dryer',
] as const
export type PictureKind = (typeof pictureKinds)[number]

/** The materials the picture studio knows. */
export const finishes = [
  'white', 'silver', 'graphite', 'black', 'champagne', 'mint', 'blue', 'red', 'cream',
] as const
export type Finish = (typeof finishes)[number]

export type CategorySeed = {
  key: string
  name: string
  level: 'major' | 'minor' | 'item'
  parentKey: string | null
  pictureKind: PictureKind
}

export type BrandSeed = {
  key: string
  name: string
  firstLetter: string
  description: string
  /** Hex colour of the brand's details in pictures. */
  accent: string
  /** Fixes the small variations of the brand's drawings. */
  seed: number
}

export type SkuSeed = {
  code: string
  /** Option name → value, one entry per option of the product. */
  options: Record<string, string>
  priceFen: number
  marketPriceFen: number
  costPriceFen: number
  onHandQty: number
  finish: Finish
  caption: string
}

export type ProductSeed = {
  name: string
  model: string
  /** Always a category of level item. */
  categoryKey: string
  brandKey: string
  pictureKind: PictureKind
  description: string
  sellingPoints: string[]
  parameters: [label: string, value: string][]
  /** One short line for cards, e.g. "503 升 · 一级能效". */
  keySpec: string
  warrantyMonths: number
  hasInstallation: boolean
  options: { name: string; values: string[] }[]
  skus: SkuSeed[]
}

export type Catalogue = { categories: CategorySeed[]; brands: BrandSeed[]; products: ProductSeed[] }

/** What the lifecycle module calls a product type: one per product. */
export type ProductTypeSeed = { name: string; model: string; specification: string; warrantyMonths: number }
