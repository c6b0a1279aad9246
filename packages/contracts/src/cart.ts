import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Money } from './shared.ts'

const count = Type.Integer({ minimum: 1, maximum: 9999 })

/** D-14 (adds to the line) and D-16 (sets it). */
export const CartBody = Type.Object({ sku_id: Id, count, selected: Type.Optional(Type.Boolean()) })
export type CartBody = Static<typeof CartBody>
export const CartLineAnswer = Type.Object({ sku_id: Id, count, selected: Type.Boolean() })
export const CartRemoval = Type.Object({ sku_id: Type.Optional(Id) })
export const CartSelection = Type.Object({ selected: Type.Boolean() })
export const CartSelected = Type.Object({ message: Type.Literal('ok') })

/** D-15. `is_available` is false when the SKU is off the shelf or fewer than `count` are free. */
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
})
export type CartLineView = Static<typeof CartLineView>
