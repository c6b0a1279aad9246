import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** A cart line as its screen shows it. `image` is a path in the media store, empty without a picture. */
export type CartLineRow = {
  line_id: number
  sku_id: number
  product_id: number
  product_name: string
  name: string
  qty: number
  is_selected: boolean
  price_fen: number
  seen_price_fen: number | null
  specs: Record<string, string>
  image: string
  is_launched: boolean
  has_installation: boolean
  free_qty: number
}

/** Why a line cannot be ordered as it stands. */
export type Unavailable = 'off_sale' | 'sold_out' | 'too_few'

export function unavailableFor(row: Pick<CartLineRow, 'is_launched' | 'free_qty' | 'qty'>): Unavailable | null {
  if (!row.is_launched) return 'off_sale'
  if (row.free_qty < 1) return 'sold_out'
  return row.free_qty < row.qty ? 'too_few' : null
}

/** Everything in a cart, newest first, also what can no longer be ordered. One statement. */
export async function selectCartLines(
  db: Db, owner: { userId: number } | { guestHash: string }, only: 'all' | 'selected' = 'all',
): Promise<CartLineRow[]> {
  const isOwner = 'userId' in owner
    ? sql`l.user_id = ${owner.userId}`
    : sql`l.guest_hash = ${owner.guestHash}`
  const { rows } = await sql<CartLineRow>`
    select l.id as line_id, l.sku_id, l.qty, l.is_selected, k.name, p.name as product_name,
      coalesce(nullif(k.image, ''), p.main_images[1], '') as image, k.price_fen, l.seen_price_fen, k.specs, k.product_id,
      k.is_launched and p.is_active as is_launched, p.has_installation,
      coalesce(v.on_hand_qty - v.held_qty, 0) as free_qty
    from cart.lines as l join catalog.skus as k on k.id = l.sku_id join catalog.products as p on p.id = k.product_id
    left join stock.levels as v on v.sku_id = l.sku_id
    where ${isOwner} ${only === 'selected' ? sql`and l.is_selected` : sql``}
    order by l.created_at desc, l.id desc`.execute(db)
  return rows
}
