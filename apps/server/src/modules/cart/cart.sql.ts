import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { CartLine, CartOwner, WrittenLine } from './cart-line.ts'

const RETURNED = sql`sku_id as "skuId", qty, is_selected as "isSelected"`

function ownerColumns(owner: CartOwner): { user_id: number | null; guest_hash: string | null } {
  return 'userId' in owner
    ? { user_id: owner.userId, guest_hash: null }
    : { user_id: null, guest_hash: owner.guestHash }
}

function isOwner(owner: CartOwner): RawBuilder<boolean> {
  return 'userId' in owner ? sql`user_id = ${owner.userId}` : sql`guest_hash = ${owner.guestHash}`
}

function oneLine(owner: CartOwner): RawBuilder<unknown> {
  return 'userId' in owner
    ? sql`(user_id, sku_id) where user_id is not null`
    : sql`(guest_hash, sku_id) where guest_hash is not null`
}

/** One change of a cart at a time, so that its limits hold. */
export async function lockCart(tx: Tx, owner: CartOwner): Promise<void> {
  const whose = 'userId' in owner ? String(owner.userId) : owner.guestHash
  await sql`select pg_advisory_xact_lock(hashtext('cart.lines'), hashtext(${whose}))`.execute(tx)
}

/** How many lines, and pieces in them, a cart has beside one SKU. */
export async function selectCartSize(
  tx: Tx, owner: CartOwner, beside: number,
): Promise<{ lines: number; pieces: number; ownQty: number | null }> {
  const { rows } = await sql<{ lines: number; pieces: number; ownQty: number | null }>`
    select count(*) filter (where sku_id <> ${beside}) as lines,
      coalesce(sum(qty) filter (where sku_id <> ${beside}), 0)::bigint as pieces,
      max(qty) filter (where sku_id = ${beside}) as "ownQty"
    from cart.lines where ${isOwner(owner)}`.execute(tx)
  return rows[0] ?? { lines: 0, pieces: 0, ownQty: null }
}

/** Adds to the line, unless the sum would exceed `maxQty`. @returns the line, or null */
export async function addToLine(tx: Tx, put: WrittenLine, maxQty: number): Promise<CartLine | null> {
  const { user_id, guest_hash } = ownerColumns(put.owner)
  const { rows } = await sql<CartLine>`
    insert into cart.lines as l (user_id, guest_hash, sku_id, qty, is_selected, seen_price_fen, created_at, updated_at)
    values (${user_id}, ${guest_hash}, ${put.skuId}, ${put.qty}, ${put.isSelected}, ${put.priceFen}, ${put.at}, ${put.at})
    on conflict ${oneLine(put.owner)} do update
      set qty = l.qty + excluded.qty, is_selected = excluded.is_selected, seen_price_fen = excluded.seen_price_fen,
        updated_at = excluded.updated_at
      where l.qty + excluded.qty <= ${maxQty}
    returning ${RETURNED}`.execute(tx)
  return rows[0] ?? null
}

/** Makes the line exactly so; the price that was seen first stays. */
export async function writeLine(tx: Tx, put: WrittenLine): Promise<CartLine> {
  const { user_id, guest_hash } = ownerColumns(put.owner)
  const { rows } = await sql<CartLine>`
    insert into cart.lines as l (user_id, guest_hash, sku_id, qty, is_selected, seen_price_fen, created_at, updated_at)
    values (${user_id}, ${guest_hash}, ${put.skuId}, ${put.qty}, ${put.isSelected}, ${put.priceFen}, ${put.at}, ${put.at})
    on conflict ${oneLine(put.owner)} do update
      set qty = excluded.qty, is_selected = excluded.is_selected, updated_at = excluded.updated_at,
        seen_price_fen = coalesce(l.seen_price_fen, excluded.seen_price_fen)
    returning ${RETURNED}`.execute(tx)
  const [line] = rows
  if (!line) throw new Error('The cart line just written is gone')
  return line
}

export async function deleteLine(tx: Tx, owner: CartOwner, skuId: number): Promise<void> {
  await sql`delete from cart.lines where ${isOwner(owner)} and sku_id = ${skuId}`.execute(tx)
}

/** Ticks or unticks every line; rows are locked by SKU, as in {@link lockSelected}. */
export async function writeSelected(tx: Tx, owner: CartOwner, isSelected: boolean, at: Date): Promise<void> {
  await sql`
    with locked as (select id from cart.lines where ${isOwner(owner)} order by sku_id for update)
    update cart.lines as l set is_selected = ${isSelected}, updated_at = ${at}
    from locked where l.id = locked.id and l.is_selected <> ${isSelected}`.execute(tx)
}

/** A line that changes its owner, with the price that was seen and its age. */
export type MovedLine = CartLine & { priceFen: number | null; createdAt: Date }

/** Takes every line out of a guest's cart. @returns the newest first */
export async function takeGuestLines(tx: Tx, guestHash: string): Promise<MovedLine[]> {
  const { rows } = await sql<MovedLine>`
    delete from cart.lines where guest_hash = ${guestHash}
    returning ${RETURNED}, seen_price_fen as "priceFen", created_at as "createdAt"`.execute(tx)
  return rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || a.skuId - b.skuId)
}

/** The SKUs of a person's cart and their counts. */
export async function selectQtyBySku(tx: Tx, userId: number): Promise<Map<number, number>> {
  const rows = await tx.selectFrom('cart.lines').select(['sku_id', 'qty']).where('user_id', '=', userId).execute()
  return new Map(rows.map((row) => [row.sku_id, row.qty]))
}

export function lockSelected(tx: Tx, userId: number) {
  return tx.selectFrom('cart.lines').select(['sku_id as skuId', 'qty'])
    .where('user_id', '=', userId).where('is_selected', '=', true).orderBy('sku_id').forUpdate().execute()
}

export async function deleteLines(tx: Tx, userId: number, skuIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('cart.lines').where('user_id', '=', userId)
    .where('sku_id', '=', sql<number>`any((select ${[...skuIds]}::bigint[])::bigint[])`).execute()
}

export async function deleteCartOf(tx: Tx, userId: number): Promise<void> {
  await tx.deleteFrom('cart.lines').where('user_id', '=', userId).execute()
}
