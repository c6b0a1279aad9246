/** A cart belongs to a person, or to the holder of a cookie of which only the hash is known. */
export type CartOwner = { userId: number } | { guestHash: string }

export type CartLine = { skuId: number; qty: number; isSelected: boolean }

export type PutInCart = CartLine & { owner: CartOwner; at: Date }

export const MAX_LINE_QTY = 9_999
