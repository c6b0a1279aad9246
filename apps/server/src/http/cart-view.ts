import type { CartLineView, ProductCartView } from '@hearth/contracts/cart'
import { yuanText } from '@hearth/kernel/money'
import { MAX_LINE_QTY } from '../modules/cart/index.ts'
import type { Files } from '../platform/files.ts'
import { unavailableFor } from '../reads/cart-lines.sql.ts'
import type { CartLineRow } from '../reads/cart-lines.sql.ts'

/** A line by its SKU (D-15). */
export function cartLineView(row: CartLineRow, files: Files): CartLineView {
  const price = yuanText(row.price_fen)
  const unavailable = unavailableFor(row)
  return {
    id: row.sku_id, count: row.qty, name: row.name, default_image_url: files.url(row.image), price,
    selected: row.is_selected, discounted_price: price, stock: row.free_qty, product_id: row.product_id,
    specs: row.specs, is_launched: row.is_launched, is_available: unavailable === null, unavailable,
    price_then: priceThen(row), max_count: maxCount(row),
  }
}

/** The same lines by product. A person has one cart, so it carries the person's id. */
export function productCartView(userId: number, rows: readonly CartLineRow[], files: Files): ProductCartView {
  return {
    id: userId, user: userId,
    items: rows.map((row) => ({
      id: row.line_id, product: row.product_id, product_id: row.product_id, product_name: row.product_name,
      sku: row.sku_id, sku_id: row.sku_id, sku_specs: row.specs, quantity: row.qty, selected: row.is_selected,
      price: yuanText(row.price_fen), price_then: priceThen(row), stock: row.free_qty, max_count: maxCount(row),
      image: files.url(row.image), unavailable: unavailableFor(row),
    })),
  }
}

function priceThen(row: CartLineRow): string | null {
  return row.seen_price_fen === null || row.seen_price_fen === row.price_fen ? null : yuanText(row.seen_price_fen)
}

function maxCount(row: CartLineRow): number {
  return row.is_launched ? Math.max(0, Math.min(row.free_qty, MAX_LINE_QTY)) : 0
}
