import { air } from './air.ts'
import { airConditioners } from './air-conditioners.ts'
import { brands } from './brands.ts'
import { categories } from './categories.ts'
import { cleaning } from './cleaning.ts'
import { drinks } from './drinks.ts'
import { kitchenBuiltIn } from './kitchen-built-in.ts'
import { kitchenLarge } from './kitchen-large.ts'
import { kitchenSmall } from './kitchen-small.ts'
import { laundry } from './laundry.ts'
import { laundryDrying } from './laundry-drying.ts'
import { personal } from './personal.ts'
import { refrigeration } from './refrigeration.ts'
import { refrigerationCompact } from './refrigeration-compact.ts'
import { screens } from './screens.ts'
import type { Catalogue, ProductSeed, ProductTypeSeed } from './types.ts'
import { water } from './water.ts'

export type {
  BrandSeed, Catalogue, CategorySeed, Finish, PictureKind, ProductSeed, ProductTypeSeed, SkuSeed,
} from './types.ts'

/** The whole living shop's catalogue: 120 products, 300 SKUs, the same on every load. */
export const catalogue: Catalogue = {
  categories,
  brands,
  products: [
    ...refrigeration, ...refrigerationCompact, ...laundry, ...laundryDrying, ...airConditioners, ...air, ...screens,
    ...water, ...kitchenLarge, ...kitchenBuiltIn, ...kitchenSmall, ...drinks, ...cleaning, ...personal,
  ],
}

/** The lifecycle product type of a product; every product has exactly one. */
export function productTypeOf(product: ProductSeed): ProductTypeSeed {
  return {
    name: product.name, model: product.model, specification: product.keySpec, warrantyMonths: product.warrantyMonths,
  }
}
