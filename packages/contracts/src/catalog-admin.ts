import { Type } from 'typebox'
import type { Static } from 'typebox'
import { ProductDetail, levels } from './catalog.ts'
import { Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

const Name = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const Order = Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 })
const Picture = Type.String({ maxLength: 500, description: 'A path under /media/, or an http(s) URL; empty: none' })
const Pieces = (minimum: number) => Type.Integer({ minimum, maximum: 10_000_000 })
/** Yuan with at most two places; more than zero where a price is asked for. */
const Amount = Type.Union([Type.String({ maxLength: 20 }), Type.Number()], { description: 'Yuan, e.g. "4299.00"' })
const Reference = Type.Integer({ minimum: 1, maximum: 999_999_999_999_999 })
const knownAs = {
  updated_at: Type.Optional(Type.String({
    maxLength: 40, description: 'As it was read, or in If-Match: when it was changed since, 409 and nothing is written',
  })),
}
export const IfMatchHeader = Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 60 })) })

const categoryWords = {
  name: Name(100),
  level: oneOf(levels),
  parent_id: Type.Optional(orNull(Reference)),
  order: Type.Optional(Order),
  logo: Type.Optional(Picture),
}
/** */
export const CategoryBody = Type.Object(categoryWords)
/** what is left out stays. The level never changes. */
export const CategoryPatch = Type.Partial(CategoryBody)
export type CategoryPatch = Static<typeof CategoryPatch>

/** */
export const BrandView = Type.Object({
  id: Id, name: Type.String(), first_letter: Type.String(), logo: Type.String(), description: Type.String(),
  order: Type.Integer(), is_active: Type.Boolean(), created_at: Instant, updated_at: Instant,
})
export type BrandView = Static<typeof BrandView>
export const BrandPage = PageOf(BrandView)
export const BrandQuery = Type.Object({ search: Text(100), ...pageQuery })
/** */
export const BrandBody = Type.Object({
  name: Name(100),
  logo: Type.Optional(Picture),
  first_letter: Type.Optional(Type.String({ maxLength: 1, description: 'A letter; left out or empty: of the pinyin' })),
  description: Text(5_000),
  order: Type.Optional(Order),
  is_active: Type.Optional(Type.Boolean()),
})
/** */
export const BrandPatch = Type.Partial(BrandBody)
export type BrandPatch = Static<typeof BrandPatch>
/** a brand that has products stays, even when `force_delete` is said. */
export const BrandDeleteQuery = Type.Object({ force_delete: Type.Optional(Type.Boolean()) })

const SpecOptions = Type.Record(Type.String({ minLength: 1, maxLength: 20 }),
  Type.Array(Name(50), { minItems: 1, maxItems: 50 }), { maxProperties: 6, description: 'Option → its values' })
const Specs = Type.Record(Type.String(), Type.String(), { maxProperties: 6, description: 'Option → value' })
const productWords = {
  name: Name(200),
  category_id: Reference,
  brand_id: Reference,
  description: Text(50_000),
  product_code: Type.Optional(orNull(Type.String({ maxLength: 50 }))),
  product_model: Text(100),
  key_spec: Text(200),
  selling_points: Type.Optional(Type.Array(Name(200), { maxItems: 20 })),
  parameters: Type.Optional(Type.Array(
    Type.Object({ name: Name(50), value: Type.String({ maxLength: 500 }) }), { maxItems: 200 })),
  spec_options: Type.Optional(SpecOptions),
  main_images: Type.Optional(Type.Array(Picture, { maxItems: 30 })),
  detail_images: Type.Optional(Type.Array(Picture, { maxItems: 60 })),
  manuals: Type.Optional(Type.Array(Type.Object({ title: Name(100), url: Picture }), { maxItems: 20 })),
  warranty_months: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
  has_installation: Type.Optional(Type.Boolean()),
  is_active: Type.Optional(Type.Boolean()),
  supply_price: Type.Optional(orNull(Amount)),
}
const ownPrices = {
  market_price: Type.Optional(orNull(Amount)),
  cost_price: Type.Optional(orNull(Amount)),
}
/** Makes one SKU with this price and stock, of the first value of every option. */
export const ProductBody = Type.Object({
  ...productWords, ...ownPrices, price: Amount, stock: Pieces(0), sku_code: Text(100),
})
/** `price`, `market_price` and `cost_price` are its SKU's, if it has one; `stock` is ignored (adjust_stock). */
export const ProductPut = Type.Object({ ...productWords, ...ownPrices, ...knownAs, price: Type.Optional(Amount) })
/** what is left out stays. */
export const ProductPatch = Type.Partial(ProductPut)
export type ProductPatch = Static<typeof ProductPatch>
export type ProductBody = Static<typeof ProductBody>

/** A product as administrators see it: A-19 with the price of the supplier. */
export const ConsoleProduct = Type.Object({ ...ProductDetail.properties, supply_price: orNull(Money) })
export type ConsoleProduct = Static<typeof ConsoleProduct>
/** A-19 as answered: the supplier's price is there for administrators only. */
export const ProductSeen = Type.Object({
  ...ProductDetail.properties, supply_price: Type.Optional(ConsoleProduct.properties.supply_price),
})

/** G-12: a SKU as administrators see it, launched or not. */
export const ConsoleSku = Type.Object({
  id: Id, product_id: Id, name: Type.String(), caption: Type.String(), sku_code: Type.String(), barcode: Type.String(),
  specs: Type.Record(Type.String(), Type.String()),
  price: Money, market_price: orNull(Money), cost_price: orNull(Money),
  stock: Type.Integer({ description: 'Free stock: on hand minus held' }), on_hand: Type.Integer(), held: Type.Integer(),
  image: Type.String(), is_launched: Type.Boolean(), is_default: Type.Boolean(), product_type_id: orNull(Id),
  order: Type.Integer(), sales: Type.Integer(), created_at: Instant, updated_at: Instant,
})
export type ConsoleSku = Static<typeof ConsoleSku>
const skuWords = {
  name: Text(200),
  caption: Text(100),
  sku_code: Text(100),
  barcode: Text(50),
  specs: Type.Optional(Specs),
  price: Amount,
  ...ownPrices,
  image: Type.Optional(Picture),
  is_launched: Type.Optional(Type.Boolean()),
  product_type_id: Type.Optional(orNull(Reference)),
  order: Type.Optional(Order),
}
export const SkuBody = Type.Object({ ...skuWords, stock: Type.Optional(Pieces(0)) })
export type SkuBody = Static<typeof SkuBody>
/** What is left out stays; `stock` is not written (adjust_stock). */
export const SkuPatch = Type.Object({ ...skuWords, ...knownAs, price: Type.Optional(Amount) })
export type SkuPatch = Static<typeof SkuPatch>
/** Makes the SKUs that are missing among all combinations of the product's options. */
export const SkuMatrixBody = Type.Object({ price: Amount, ...ownPrices, is_launched: Type.Optional(Type.Boolean()) })
export type SkuMatrixBody = Static<typeof SkuMatrixBody>
export const SkusMade = Type.Object({ created: Type.Array(ConsoleSku) })

/** One of `quantity` (signed) and `set_to` (pieces counted on the shelf, those held for orders among them). */
export const AdjustStockBody = Type.Object({
  sku_id: Type.Optional(Reference),
  quantity: Type.Optional(Pieces(-10_000_000)),
  set_to: Type.Optional(Pieces(0)),
  reason: Name(100),
})
export const StockLevelView = Type.Object({
  sku_id: Id, product_id: Id, on_hand: Type.Integer(), held: Type.Integer(), stock: Type.Integer(),
})

const DayAsked = Type.Optional(Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2})?$', description: 'Day in Asia/Shanghai' }))
export const changeTypes = ['lock', 'release', 'ship', 'adjust'] as const
export const InventoryLogQuery = Type.Object({
  product_id: Type.Optional(Reference), sku_id: Type.Optional(Reference),
  change_type: Type.Optional(oneOf(changeTypes)),
  start_date: DayAsked, end_date: DayAsked, ...pageQuery,
})
export const InventoryLog = Type.Object({
  id: Id, product_id: Id, product_name: Type.String(), sku_id: Id, sku_name: Type.String(), sku_code: Type.String(),
  change_type: oneOf(changeTypes), quantity: Type.Integer(), reason: Type.String(), order_id: orNull(Id),
  order_number: orNull(Type.String()),
  created_by: orNull(Id), created_by_name: Type.String(), created_at: Instant,
})
export type InventoryLog = Static<typeof InventoryLog>
export const InventoryLogPage = PageOf(InventoryLog)

export const LowStockQuery = Type.Object({
  threshold: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 5 })), ...pageQuery,
})
/** A launched SKU of an active product with at most `threshold` free pieces. */
export const LowStock = Type.Object({
  product_id: Id, product_name: Type.String(), sku_id: Id, sku_name: Type.String(), sku_code: Type.String(),
  stock: Type.Integer(), on_hand: Type.Integer(), held: Type.Integer(), image: Type.String(),
})
export const LowStockPage = PageOf(LowStock)

export const PriceHistoryQuery = Type.Object({ sku_id: Type.Optional(Reference), ...pageQuery })
export const PriceChange = Type.Object({
  id: Id, sku_id: Id, sku_name: Type.String(), sku_code: Type.String(), old_price: orNull(Money), new_price: Money,
  changed_by: orNull(Id), changed_by_name: Type.String(), changed_at: Instant,
})
export const PriceChangePage = PageOf(PriceChange)

/** What happened to a product: `changed` is about the product itself, the others about SKUs, which `skus` names. */
export const productChangeKinds = ['created', 'changed', 'skus_added', 'sku_changed', 'sku_removed'] as const
export const ProductChangeQuery = Type.Object(pageQuery)
export const ProductChange = Type.Object({
  id: Id, kind: oneOf(productChangeKinds), changed_by: orNull(Id), changed_by_name: Type.String(), changed_at: Instant,
  skus: Type.Array(Type.Object({ id: Id, name: Type.String(), sku_code: Type.String() })),
  changes: Type.Array(Type.Object({
    field: Type.String({ description: 'As a product or a SKU calls it; category and brand by their names' }),
    from: Type.Optional(Type.Unknown({ description: 'With `to` left out: not recorded then. Long ones in part' })),
    to: Type.Optional(Type.Unknown()),
  })),
})
export type ProductChange = Static<typeof ProductChange>
export const ProductChangePage = PageOf(ProductChange)
