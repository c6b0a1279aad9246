import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { selectCartLines, unavailableFor } from './cart-lines.sql.ts'
import type { CartLineRow, Unavailable } from './cart-lines.sql.ts'

export type SettlementRow = Omit<CartLineRow, 'line_id' | 'is_selected'>
export type Settlement = { rows: SettlementRow[]; unavailable: (SettlementRow & { reason: Unavailable })[] }

/** The ticked lines of a person's cart, those first that can be ordered; the others with the reason. One statement. */
export async function selectSettlement(db: Db, userId: number): Promise<Settlement> {
  const lines = (await selectCartLines(db, { userId }, 'selected')).reverse()
  return settled(lines)
}

/** One SKU that is bought past the cart. One statement. */
export async function selectDirectSettlement(db: Db, skuId: number, qty: number): Promise<Settlement> {
  const { rows } = await sql<SettlementRow>`
    select k.id as sku_id, ${qty}::int as qty, k.name, p.name as product_name,
      coalesce(nullif(k.image, ''), p.main_images[1], '') as image, k.price_fen, null::bigint as seen_price_fen, k.specs,
      k.product_id, k.is_launched and p.is_active as is_launched, p.has_installation,
      coalesce(v.on_hand_qty - v.held_qty, 0) as free_qty
    from catalog.skus as k join catalog.products as p on p.id = k.product_id
    left join stock.levels as v on v.sku_id = k.id where k.id = ${skuId}`.execute(db)
  return settled(rows)
}

function settled(lines: readonly SettlementRow[]): Settlement {
  const all = lines.map((line) => ({ line, reason: unavailableFor(line) }))
  return {
    rows: all.flatMap(({ line, reason }) => (reason === null ? [line] : [])),
    unavailable: all.flatMap(({ line, reason }) => (reason === null ? [] : [{ ...line, reason }])),
  }
}
