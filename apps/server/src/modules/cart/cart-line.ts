/** A cart belongs to a person, or to the holder of a cookie of which only the hash is known. */
export type CartOwner = { userId: number } | { guestHash: string }

export type CartLine = { skuId: number; qty: number; isSelected: boolean }

export type PutInCart = CartLine & { owner: CartOwner; at: Date }

/** A line as it is written; `priceFen` is what one piece costs now, null for a line that is only ticked or unticked. */
export type WrittenLine = PutInCart & { priceFen: number | null }

export const MAX_LINE_QTY = 9_999
/** How many lines, and how many pieces in all of them, a cart may hold: a guest's as well as a person's. */
export const MAX_LINES = 100
export const MAX_PIECES = 9_999
