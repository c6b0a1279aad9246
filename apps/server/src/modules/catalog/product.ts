export type CategoryLevel = 'major' | 'minor' | 'item'

/** `parentId` is null for a major; a minor lies in a major, an item in a minor. */
export type NewCategory = {
  name: string
  level: CategoryLevel
  parentId: number | null
  sortOrder: number
  logo: string
}

export type NewBrand = {
  name: string
  firstLetter: string
  logo: string
  description: string
  sortOrder: number
  isActive?: boolean
  at: Date
}

export type NewSku = {
  code: string
  /** The product's name with the option values when left out. */
  name?: string
  caption: string
  /** Option name → value, in the order shown. */
  specs: Record<string, string>
  priceFen: number
  marketPriceFen: number | null
  costPriceFen: number | null
  image: string
  isLaunched?: boolean
  productTypeId: number | null
  salesQty?: number
}

/** A product with at least one SKU, in the order shown. Pictures are paths under the media folder. */
export type NewProduct = {
  categoryId: number
  brandId: number
  name: string
  model: string
  productCode?: string | null
  source?: 'local' | 'haier'
  description: string
  keySpec: string
  sellingPoints: string[]
  parameters: [name: string, value: string][]
  options: { name: string; values: string[] }[]
  mainImages: string[]
  detailImages: string[]
  warrantyMonths: number
  hasInstallation: boolean
  isActive?: boolean
  salesQty?: number
  viewQty?: number
  skus: NewSku[]
  at: Date
}

/** A SKU as those see it who sell it. `isForSale`: launched, and its product active. `image` is a stored path. */
export type SkuForSale = {
  skuId: number
  productId: number
  productName: string
  skuName: string
  skuCode: string
  specs: Record<string, string>
  image: string
  priceFen: number
  isForSale: boolean
  productTypeId: number | null
  hasInstallation: boolean
  /** It stands for its product where only a product is named. */
  defaultForProduct: boolean
}
