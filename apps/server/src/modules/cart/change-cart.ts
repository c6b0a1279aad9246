import type { Tx } from '../../platform/db.ts'
import type { CartOwner } from './cart-line.ts'
import { deleteLine, deleteLines, lockSelected, writeSelected } from './cart.sql.ts'

/** Takes a SKU out of a cart; fine when it is not in it. */
export async function removeFromCart(tx: Tx, input: { owner: CartOwner; skuId: number }): Promise<void> {
  await deleteLine(tx, input.owner, input.skuId)
}

/** Ticks or unticks a whole cart. */
export async function selectAll(tx: Tx, input: { owner: CartOwner; isSelected: boolean; at: Date }): Promise<void> {
  await writeSelected(tx, input.owner, input.isSelected, input.at)
}

/** The ticked lines of a person's cart by SKU, locked, so that only one order is made of them. */
export async function lockSelectedLines(tx: Tx, userId: number): Promise<{ skuId: number; qty: number }[]> {
  return lockSelected(tx, userId)
}

/** Takes these SKUs out of a person's cart. */
export async function removeLines(tx: Tx, userId: number, skuIds: readonly number[]): Promise<void> {
  await deleteLines(tx, userId, skuIds)
}
