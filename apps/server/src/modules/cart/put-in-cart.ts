import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { skuOnSale } from '../catalog/index.ts'
import { freeStock } from '../stock/index.ts'
import { MAX_LINES, MAX_LINE_QTY, MAX_PIECES } from './cart-line.ts'
import type { CartLine, PutInCart } from './cart-line.ts'
import { addToLine, lockCart, selectCartSize, writeLine } from './cart.sql.ts'

/**
 * Adds pieces of a SKU to a cart (D-14). The cart holds no stock: what is free is only looked at.
 * Throws catalog.sku_unknown, catalog.sku_off_sale, stock.insufficient, cart.line_full, cart.full; the sum counts.
 */
export async function addToCart(tx: Tx, input: PutInCart): Promise<CartLine> {
  const { freeQty, priceFen } = await offerOf(tx, input.skuId)
  if (input.qty > freeQty) throw tooMany(input.skuId, input.qty, freeQty)
  await lockCart(tx, input.owner)
  const size = await selectCartSize(tx, input.owner, input.skuId)
  const wanted = input.qty + (size.ownQty ?? 0)
  if (wanted > Math.min(freeQty, MAX_LINE_QTY)) throw tooMany(input.skuId, wanted, freeQty)
  refuseFull(size, wanted)
  const line = await addToLine(tx, { ...input, priceFen }, Math.min(freeQty, MAX_LINE_QTY))
  if (!line) throw tooMany(input.skuId, wanted, freeQty)
  return line
}

/**
 * Makes a cart line hold exactly this many (D-16). A line that is only unticked may be of what is sold out or off the
 * shelf. Throws as {@link addToCart}.
 */
export async function setCartLine(tx: Tx, input: PutInCart): Promise<CartLine> {
  await lockCart(tx, input.owner)
  const size = await selectCartSize(tx, input.owner, input.skuId)
  if (!input.isSelected && size.ownQty === input.qty) return writeLine(tx, { ...input, priceFen: null })
  const { freeQty, priceFen } = await offerOf(tx, input.skuId)
  if (input.qty > freeQty) throw tooMany(input.skuId, input.qty, freeQty)
  refuseFull(size, input.qty)
  return writeLine(tx, { ...input, priceFen })
}

async function offerOf(tx: Tx, skuId: number): Promise<{ freeQty: number; priceFen: number }> {
  const sku = await skuOnSale(tx, skuId)
  return { freeQty: (await freeStock(tx, [sku.skuId])).get(skuId) ?? 0, priceFen: sku.priceFen }
}

function refuseFull(beside: { lines: number; pieces: number }, qty: number): void {
  if (beside.lines < MAX_LINES && beside.pieces + qty <= MAX_PIECES) return
  throw new Refusal('cart.full', { max_lines: MAX_LINES, max_pieces: MAX_PIECES })
}

function tooMany(skuId: number, wanted: number, free: number): Refusal {
  if (wanted > MAX_LINE_QTY && wanted <= free) return new Refusal('cart.line_full', { max: MAX_LINE_QTY })
  return new Refusal('stock.insufficient', { skus: [{ sku_id: skuId, wanted, free }] })
}
