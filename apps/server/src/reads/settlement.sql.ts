import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export type SettlementRow = {
  sku_id: number; name: string; image: string; price_fen: number; qty: number; specs: Record<string, string>
  free_qty: number
}

/** The ticked cart lines of a person that can be ordered, with price and free stock: one statement. */
export async function selectSettlement(db: Db, userId: number): Promise<SettlementRow[]> {
  const { rows } = await sql<SettlementRow>`
    select s.id as sku_id, p.name, s.image, s.price_fen, c.qty, s.specs, v.on_hand_qty - v.held_qty as free_qty
    from cart.lines c
    join catalog.skus s on s.id = c.sku_id and s.is_launched
    join catalog.products p on p.id = s.product_id and p.is_active
    join stock.levels v on v.sku_id = s.id
    where c.user_id = ${userId} and c.is_selected order by c.id`.execute(db)
  return rows
}
