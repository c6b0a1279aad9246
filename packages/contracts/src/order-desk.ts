import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, oneOf } from './shared.ts'

export const BuyersQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 100, description: 'Part of a name, or a whole mobile' }),
})
/** Somebody whom staff may order for. */
export const BuyerView = Type.Object({
  id: Id, username: Type.String(), mobile: Type.String({ description: 'With its middle hidden' }),
  role: oneOf(['individual', 'dealer', 'support', 'admin']),
})
export type BuyerView = Static<typeof BuyerView>
