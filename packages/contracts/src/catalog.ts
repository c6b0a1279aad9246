import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

export const levels = ['major', 'minor', 'item'] as const
const categoryFields = {
  id: Id,
  name: Type.String(),
  order: Type.Integer(),
  logo: Type.String(),
  level: oneOf(levels),
  parent_id: orNull(Id),
}
export const CategoryChild = Type.Object(categoryFields)
/** A-25: source 000's keys plus level, parent and direct children. */
export const CategoryView = Type.Object({ ...categoryFields, children: Type.Array(CategoryChild) })
export type CategoryView = Static<typeof CategoryView>
export const CategoryQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 200 })),
  level: Type.Optional(oneOf(levels)),
  parent_id: Type.Optional(Id),
  ...pageQuery,
})
export const CategoryPage = PageOf(CategoryView)

/** A SKU inside a product. */
export const ProductSku = Type.Object({
  id: Id,
  name: Type.String(),
  sku_code: Type.String(),
  specs: Type.Record(Type.String(), Type.String()),
  price: Money,
  market_price: orNull(Money),
  stock: Type.Integer({ description: 'Free stock: on hand minus held' }),
  image: Type.String(),
  is_active: Type.Boolean(),
})

/** Product object (§1.1.4). Cost and supply prices are not in it. */
export const ProductView = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  category: Type.String(),
  category_id: Id,
  brand: Type.String(),
  brand_id: Id,
  price: Money,
  originalPrice: Money,
  market_price: orNull(Money),
  discounted_price: Money,
  stock: Type.Integer(),
  source: oneOf(['local', 'haier']),
  product_code: orNull(Type.String()),
  product_model: Type.String(),
  main_images: Type.Array(Type.String()),
  detail_images: Type.Array(Type.String()),
  is_active: Type.Boolean(),
  is_haier_product: Type.Boolean(),
  haier_info: Type.Null(),
  view_count: Type.Integer(),
  sales_count: Type.Integer(),
  comments: Type.Integer(),
  skus: Type.Array(ProductSku),
  spec_options: Type.Record(Type.String(), Type.Array(Type.String())),
  selling_points: Type.Array(Type.String()),
  key_spec: Type.String({ description: 'One short line for a card' }),
  warranty_months: Type.Integer(),
  has_installation: Type.Boolean(),
  default_sku_id: Id,
  created_at: Instant,
  updated_at: Instant,
})
export type ProductView = Static<typeof ProductView>
export const ProductPage = PageOf(ProductView)

const Manuals = Type.Array(Type.Object({ title: Type.String(), url: Type.String() }))

/** the product with its table of parameters and its manuals, which lists leave out. */
export const ProductDetail = Type.Object({
  ...ProductView.properties,
  parameters: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  manuals: Manuals,
})
export type ProductDetail = Static<typeof ProductDetail>

/** `sort_by`; an unknown word means relevance. */
export const productSorts = ['relevance', 'price_asc', 'price_desc', 'sales', 'created', 'views'] as const
export type ProductSort = (typeof productSorts)[number]
export const ProductQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 200 })),
  category: Type.Optional(Type.String({ maxLength: 100 })),
  category_id: Type.Optional(Id),
  brand: Type.Optional(Type.String({ maxLength: 100 })),
  min_price: Type.Optional(Type.String({ maxLength: 20 })),
  max_price: Type.Optional(Type.String({ maxLength: 20 })),
  brand_id: Type.Optional(Type.Array(Id, { maxItems: 20, description: 'Repeated: any of these brands' })),
  option: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), {
    maxItems: 20, description: '"name:value"; repeated: any value of one name, all names, in one launched SKU',
  })),
  in_stock: Type.Optional(Type.Boolean({ description: 'true: only what can be had now' })),
  sort_by: Type.Optional(Type.String({ maxLength: 50 })),
  is_active: Type.Optional(Type.Boolean({ description: 'Administrators only; others see what is switched on' })),
  ...pageQuery,
})
export type ProductQuery = Static<typeof ProductQuery>

/** D-13, with what a card shows beside its five documented keys. */
export const SkuCard = Type.Object({
  id: Id,
  name: Type.String(),
  price: Money,
  default_image_url: Type.String(),
  comments: Type.Integer(),
  product_id: Id,
  market_price: orNull(Money),
  key_spec: Type.String(),
  warranty_months: Type.Integer(),
  has_installation: Type.Boolean(),
  stock: Type.Integer(),
  sales: Type.Integer(),
})
export type SkuCard = Static<typeof SkuCard>
export const CategorySkusQuery = Type.Object({
  ordering: Type.Optional(Type.String({ maxLength: 50, description: 'create_time, price or sales; "-" reverses' })),
  ...pageQuery,
})
export const SkuPage = PageOf(SkuCard)

/** Several SKUs by id, in the order asked for; what is not for sale is left out. */
export const SkusQuery = Type.Object({
  ids: Type.String({ pattern: '^\\d{1,15}(,\\d{1,15}){0,19}$', description: 'Up to 20, parted by commas' }),
})
export const SkuCards = Type.Array(SkuCard)

/** G-08: everything a product page needs. */
export const SkuDetail = Type.Object({
  id: Id,
  name: Type.String(),
  caption: Type.String(),
  sku_code: Type.String(),
  barcode: Type.String({ description: 'As printed on its packing; empty when not known' }),
  price: Money,
  market_price: orNull(Money),
  stock: Type.Integer(),
  sales: Type.Integer(),
  comments: Type.Integer(),
  is_launched: Type.Boolean(),
  default_image_url: Type.String(),
  images: Type.Array(Type.String()),
  specs: Type.Record(Type.String(), Type.String()),
  spec_options: Type.Record(Type.String(), Type.Array(Type.String())),
  siblings: Type.Array(ProductSku),
  product_type_id: orNull(Id),
  delivery: Type.Object({
    ships_within_hours: Type.Integer({ description: 'From payment until it leaves the warehouse' }),
    by_appointment: Type.Boolean({ description: 'Brought and installed on a day agreed with the buyer' }),
    freight: Money,
    free_from: Money,
  }, { description: 'What holds for every area; freight is what the cart path charges below `free_from`' }),
  product: Type.Object({
    id: Id,
    name: Type.String(),
    product_model: Type.String(),
    description: Type.String(),
    brand: Type.String(),
    brand_id: Id,
    category: Type.String(),
    category_id: Id,
    is_active: Type.Boolean({ description: 'False in a preview for administrators only' }),
    detail_images: Type.Array(Type.String()),
    selling_points: Type.Array(Type.String()),
    parameters: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
    manuals: Manuals,
    key_spec: Type.String(),
    warranty_months: Type.Integer(),
    has_installation: Type.Boolean(),
    sales: Type.Integer(),
  }),
  breadcrumb: Type.Array(Type.Object({ id: Id, name: Type.String(), level: oneOf(levels) })),
})
export type SkuDetail = Static<typeof SkuDetail>
