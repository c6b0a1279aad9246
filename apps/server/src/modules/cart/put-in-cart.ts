import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { skuOnSale } from '../catalog/index.ts'
import { freeStock } from '../stock/index.ts'
import { MAX_LINE_QTY } from './cart-line.ts'
import type { CartLine, PutInCart } from './cart-line.ts'
import { addToLine, selectLineQty, writeLine } from './cart.sql.ts'

/**
 * Adds pieces of a SKU to a cart (D-14). The cart holds no stock: what is free is only looked at.
 * Throws catalog.sku_unknown, catalog.sku_off_sale, stock.insufficient, cart.line_full; what counts is the sum.
 */
export async function addToCart(tx: Tx, input: PutInCart): Promise<CartLine> {
  const freeQty = await freeOf(tx, input.skuId)
  if (input.qty > freeQty) throw tooMany(input.skuId, input.qty, freeQty)
  const line = await addToLine(tx, input, Math.min(freeQty, MAX_LINE_QTY))
  if (line) return line
  const wanted = input.qty + (await selectLineQty(tx, input.owner, input.skuId))
  throw tooMany(input.skuId, wanted, freeQty)
}

/**
 * Makes a cart line hold exactly this many (D-16). A line that is only unticked may be of what is sold out or off the
 * shelf. Throws as {@link addToCart}.
 */
export async function setCartLine(tx: Tx, input: PutInCart): Promise<CartLine> {
  const storedQty = input.isSelected ? null : await selectLineQty(tx, input.owner, input.skuId)
  if (storedQty === input.qty) return writeLine(tx, input)
  const freeQty = await freeOf(tx, input.skuId)
  if (input.qty > freeQty) throw tooMany(input.skuId, input.qty, freeQty)
  return writeLine(tx, input)
}

async function freeOf(tx: Tx, skuId: number): Promise<number> {
  const sku = await skuOnSale(tx, skuId)
  return (await freeStock(tx, [sku.skuId])).get(skuId) ?? 0
}

function tooMany(skuId: number, wanted: number, free: number): Refusal {
  if (wanted > MAX_LINE_QTY && wanted <= free) return new Refusal('cart.line_full', { max: MAX_LINE_QTY })
  return new Refusal('stock.insufficient', { skus: [{ sku_id: skuId, wanted, free }] })
}
