import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { CartLine, CartOwner, PutInCart } from './cart-line.ts'

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

/** Adds to the line, unless the sum would exceed `maxQty`. @returns the line, or null */
export async function addToLine(tx: Tx, put: PutInCart, maxQty: number): Promise<CartLine | null> {
  const { user_id, guest_hash } = ownerColumns(put.owner)
  const { rows } = await sql<CartLine>`
    insert into cart.lines as l (user_id, guest_hash, sku_id, qty, is_selected, created_at, updated_at)
    values (${user_id}, ${guest_hash}, ${put.skuId}, ${put.qty}, ${put.isSelected}, ${put.at}, ${put.at})
    on conflict ${oneLine(put.owner)} do update
      set qty = l.qty + excluded.qty, is_selected = excluded.is_selected, updated_at = excluded.updated_at
      where l.qty + excluded.qty <= ${maxQty}
    returning ${RETURNED}`.execute(tx)
  return rows[0] ?? null
}

/** Makes the line exactly so. */
export async function writeLine(tx: Tx, put: PutInCart): Promise<CartLine> {
  const { user_id, guest_hash } = ownerColumns(put.owner)
  const { rows } = await sql<CartLine>`
    insert into cart.lines (user_id, guest_hash, sku_id, qty, is_selected, created_at, updated_at)
    values (${user_id}, ${guest_hash}, ${put.skuId}, ${put.qty}, ${put.isSelected}, ${put.at}, ${put.at})
    on conflict ${oneLine(put.owner)} do update
      set qty = excluded.qty, is_selected = excluded.is_selected, updated_at = excluded.updated_at
    returning ${RETURNED}`.execute(tx)
  const [line] = rows
  if (!line) throw new Error('The cart line just written is gone')
  return line
}

export async function selectLineQty(tx: Tx, owner: CartOwner, skuId: number): Promise<number> {
  const { rows } = await sql<{ qty: number }>`
    select qty from cart.lines where ${isOwner(owner)} and sku_id = ${skuId}`.execute(tx)
  return rows[0]?.qty ?? 0
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

/** Takes every line out of a guest's cart. @returns them by SKU */
export async function takeGuestLines(tx: Tx, guestHash: string): Promise<CartLine[]> {
  const { rows } = await sql<CartLine>`
    delete from cart.lines where guest_hash = ${guestHash} returning ${RETURNED}`.execute(tx)
  return rows.sort((a, b) => a.skuId - b.skuId)
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
