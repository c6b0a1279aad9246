import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Money, oneOf, orNull } from './shared.ts'

const count = Type.Integer({ minimum: 1, maximum: 9999 })

/** D-14 (adds to the line) and D-16 (sets it). */
export const CartBody = Type.Object({ sku_id: Id, count, selected: Type.Optional(Type.Boolean()) })
export type CartBody = Static<typeof CartBody>
export const CartLineAnswer = Type.Object({ sku_id: Id, count, selected: Type.Boolean() })
export const CartRemoval = Type.Object({ sku_id: Type.Optional(Id) })
export const CartSelection = Type.Object({ selected: Type.Boolean() })
export const CartSelected = Type.Object({ message: Type.Literal('ok') })

/** Why a line cannot be ordered as it stands: off the shelf, none free, fewer free than wanted. */
export const unavailableReasons = ['off_sale', 'sold_out', 'too_few'] as const

/**
 * D-15. `is_available` is false when the SKU is off the shelf or fewer than `count` are free; `unavailable` says why.
 * `price_then` is the price when it was put in, where that is not today's; `max_count` how many the line may hold now.
 */
export const CartLineView = Type.Object({
  id: Id,
  count: Type.Integer(),
  name: Type.String(),
  default_image_url: Type.String(),
  price: Money,
  selected: Type.Boolean(),
  discounted_price: Money,
  stock: Type.Integer(),
  product_id: Id,
  specs: Type.Record(Type.String(), Type.String()),
  is_launched: Type.Boolean(),
  is_available: Type.Boolean(),
  unavailable: orNull(oneOf(unavailableReasons)),
  price_then: orNull(Money),
  max_count: Type.Integer(),
})
export type CartLineView = Static<typeof CartLineView>

/** Without `sku_id` the product's default SKU is meant. */
export const CartItemBody = Type.Object({ product_id: Id, sku_id: Type.Optional(Id), quantity: Type.Optional(count) })
/** the count itself; nothing or less removes. */
export const CartItemCount = Type.Object({
  product_id: Id, sku_id: Type.Optional(Id), quantity: Type.Integer({ minimum: -9999, maximum: 9999 }),
})
/** Without `sku_id` every SKU of the product goes. */
export const CartItemRemoval = Type.Object({ product_id: Id, sku_id: Type.Optional(Id) })

/** the same lines, by product. */
export const ProductCartView = Type.Object({
  id: Id,
  user: Id,
  items: Type.Array(Type.Object({
    id: Id,
    product: Id,
    product_id: Id,
    product_name: Type.String(),
    sku: Id,
    sku_id: Id,
    sku_specs: Type.Record(Type.String(), Type.String()),
    quantity: Type.Integer(),
    selected: Type.Boolean(),
    price: Money,
    price_then: orNull(Money),
    stock: Type.Integer(),
    max_count: Type.Integer(),
    image: Type.String(),
    unavailable: orNull(oneOf(unavailableReasons)),
  })),
})
export type ProductCartView = Static<typeof ProductCartView>
