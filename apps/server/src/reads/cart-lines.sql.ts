import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'

export type CartLineRow = {
  sku_id: number
  qty: number
  is_selected: boolean
  name: string
  image: string
  price_fen: number
  specs: Record<string, string>
  product_id: number
  is_launched: boolean
  free_qty: number
}

/** The lines of a person's cart, or of a guest's, with what the SKUs cost and have now; the newest line first. */
export async function selectCartLines(
  db: Db, owner: { userId: number } | { guestHash: string },
): Promise<CartLineRow[]> {
  const isOwner: RawBuilder<unknown> = 'userId' in owner
    ? sql`l.user_id = ${owner.userId}`
    : sql`l.guest_hash = ${owner.guestHash}`
  const { rows } = await sql<CartLineRow>`
    select l.sku_id, l.qty, l.is_selected, k.name, coalesce(nullif(k.image, ''), p.main_images[1], '') as image,
      k.price_fen, k.specs, k.product_id, k.is_launched and p.is_active as is_launched,
      coalesce(v.on_hand_qty - v.held_qty, 0) as free_qty
    from cart.lines as l join catalog.skus as k on k.id = l.sku_id join catalog.products as p on p.id = k.product_id
    left join stock.levels as v on v.sku_id = l.sku_id
    where ${isOwner} order by l.created_at desc, l.id desc`.execute(db)
  return rows
}
