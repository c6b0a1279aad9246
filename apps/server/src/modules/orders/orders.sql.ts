import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { Order, OrderLine, PayMethod } from './order.ts'
import type { OrderStatus } from '@hearth/kernel/order-status'

const orderColumns = [
  'id', 'number', 'user_id', 'state', 'goods_fen', 'discount_fen', 'freight_fen', 'payable_fen', 'item_qty', 'pay_method',
  'cancelled_by', 'placed_at', 'expires_at', 'deleted_at',
] as const

type OrderRow = {
  id: number; number: string; user_id: number; state: string; goods_fen: number; discount_fen: number
  freight_fen: number; payable_fen: number; item_qty: number; pay_method: string; cancelled_by: string | null
  placed_at: Date; expires_at: Date; deleted_at: Date | null
}

function orderOf(row: OrderRow): Order {
  return {
    id: row.id, number: row.number, userId: row.user_id, state: row.state as OrderStatus, goodsFen: row.goods_fen,
    discountFen: row.discount_fen, freightFen: row.freight_fen, payableFen: row.payable_fen, itemQty: row.item_qty,
    payMethod: row.pay_method as PayMethod, cancelledBy: row.cancelled_by as Order['cancelledBy'],
    placedAt: row.placed_at, expiresAt: row.expires_at,
    isDeleted: row.deleted_at !== null,
  }
}

/** Locks the order until the transaction ends. */
export async function lockOrder(tx: Tx, orderId: number): Promise<Order | null> {
  const row = await tx.selectFrom('orders.orders').select(orderColumns).where('id', '=', orderId).forUpdate().executeTakeFirst()
  return row ? orderOf(row) : null
}

export async function lockOrderByNumber(tx: Tx, number: string): Promise<Order | null> {
  const row = await tx.selectFrom('orders.orders').select(orderColumns).where('number', '=', number).forUpdate()
    .executeTakeFirst()
  return row ? orderOf(row) : null
}

/** Looks without locking: a hint, never a decision. */
export async function selectOrder(db: Db, orderId: number): Promise<Order | null> {
  const row = await db.selectFrom('orders.orders').select(orderColumns).where('id', '=', orderId).executeTakeFirst()
  return row ? orderOf(row) : null
}

/** The same by its number. */
export async function selectOrderByNumber(db: Db, number: string): Promise<Order | null> {
  const row = await db.selectFrom('orders.orders').select(orderColumns).where('number', '=', number).executeTakeFirst()
  return row ? orderOf(row) : null
}

export async function selectOrderId(db: Db, number: string): Promise<number | null> {
  const row = await db.selectFrom('orders.orders').select('id').where('number', '=', number).executeTakeFirst()
  return row?.id ?? null
}

/** The lines by id, as they were ordered. */
export async function selectOrderLines(tx: Tx, orderId: number): Promise<OrderLine[]> {
  const rows = await tx.selectFrom('orders.order_lines')
    .select(['id', 'order_id', 'product_id', 'sku_id', 'product_type_id', 'product_name', 'qty', 'unit_price_fen'])
    .where('order_id', '=', orderId).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, orderId: row.order_id, productId: row.product_id, skuId: row.sku_id, productTypeId: row.product_type_id,
    productName: row.product_name, qty: row.qty, unitPriceFen: row.unit_price_fen,
  }))
}

export type NewOrder = {
  number: string; user_id: number; goods_fen: number; freight_fen: number; payable_fen: number; item_qty: number
  pay_method: PayMethod; note: string; receiver: string; phone: string; province: string; city: string; district: string
  province_code: number; city_code: number; district_code: number; address_detail: string; placed_by: number
  placed_at: Date; expires_at: Date; deliver_at: Date | null; install_at: Date | null; is_delivery_install: boolean
}
export type NewOrderLine = {
  product_id: number; sku_id: number; product_name: string; sku_specs: Record<string, string>; sku_code: string
  image: string; product_type_id: number | null; qty: number; unit_price_fen: number
}

/**
 * Writes the order, its lines and the first row of its history in one statement.
 * @returns null when another order has its number; then nothing is written
 */
export async function insertOrder(tx: Tx, order: NewOrder, lines: readonly NewOrderLine[]): Promise<Order | null> {
  const { rows } = await sql<OrderRow>`
    with placed as (
      insert into orders.orders (number, user_id, state, goods_fen, freight_fen, payable_fen, item_qty, pay_method, note,
        receiver, phone, province, city, district, province_code, city_code, district_code, address_detail, placed_by,
        placed_at, expires_at, updated_at, deliver_at, install_at, is_delivery_install)
      values (${order.number}, ${order.user_id}, 'pending', ${order.goods_fen}, ${order.freight_fen}, ${order.payable_fen},
        ${order.item_qty}, ${order.pay_method}, ${order.note}, ${order.receiver}, ${order.phone}, ${order.province},
        ${order.city}, ${order.district}, ${order.province_code}, ${order.city_code}, ${order.district_code},
        ${order.address_detail}, ${order.placed_by}, ${order.placed_at}, ${order.expires_at}, ${order.placed_at},
        ${order.deliver_at}, ${order.install_at}, ${order.is_delivery_install})
      on conflict (number) do nothing
      returning ${sql.join(orderColumns.map((column) => sql.ref(column)))}),
    lines as (
      insert into orders.order_lines (order_id, product_id, sku_id, product_name, sku_specs, sku_code, image,
        product_type_id, qty, unit_price_fen, created_at)
      select placed.id, x.product_id, x.sku_id, x.product_name, x.sku_specs, x.sku_code, x.image, x.product_type_id, x.qty,
        x.unit_price_fen, placed.placed_at
      from placed, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x (product_id bigint, sku_id bigint,
        product_name text, sku_specs jsonb, sku_code text, image text, product_type_id bigint, qty integer,
        unit_price_fen bigint)),
    history as (
      insert into orders.order_moves (order_id, move, from_state, to_state, actor_id, at)
      select placed.id, 'place', null, 'pending', ${order.placed_by}::bigint, placed.placed_at from placed)
    select * from placed`.execute(tx)
  return rows[0] ? orderOf(rows[0]) : null
}

export type StateChange = {
  stamp: 'paid_at' | 'shipped_at' | 'completed_at' | 'cancelled_at' | null
  cancelReason?: string
  cancelledBy?: 'buyer' | 'staff' | 'timeout' | null
}

/** The one place that writes an order's state, with its history. One that lives again is on the lists again. */
export async function updateOrderState(tx: Tx, change: StateChange, row: MoveRow): Promise<void> {
  await tx
    .with('moved', (db) => db.updateTable('orders.orders').set({
      state: row.to, updated_at: row.at, ...(row.to === 'cancelled' ? {} : { deleted_at: null }),
      ...(change.stamp ? { [change.stamp]: row.at } : {}),
      ...(change.cancelledBy === undefined ? {} : { cancelled_by: change.cancelledBy, cancel_reason: change.cancelReason ?? '' }),
    }).where('id', '=', row.orderId))
    .insertInto('orders.order_moves').values(moveValues(row)).execute()
}

export async function updatePayMethod(tx: Tx, orderId: number, payMethod: PayMethod, at: Date): Promise<void> {
  await tx.updateTable('orders.orders').set({ pay_method: payMethod, updated_at: at }).where('id', '=', orderId).execute()
}

export type MoveRow = {
  orderId: number; move: string; from: string; to: string; actorId: number | null; note: string; at: Date
}

export async function insertOrderMove(tx: Tx, row: MoveRow): Promise<void> {
  await tx.insertInto('orders.order_moves').values(moveValues(row)).execute()
}

function moveValues(row: MoveRow) {
  return {
    order_id: row.orderId, move: row.move, from_state: row.from, to_state: row.to, actor_id: row.actorId,
    note: row.note, at: row.at,
  }
}

/** Pending orders past their time, oldest first. */
export function selectExpired(db: Db, now: Date, limit: number) {
  return db.selectFrom('orders.orders').select(['id', 'number']).where('state', '=', 'pending')
    .where('expires_at', '>', sql<Date>`'-infinity'`).where('expires_at', '<=', now).orderBy('expires_at').limit(limit).execute()
}

/** One order of a person is placed at a time. */
export async function lockPlacing(tx: Tx, userId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('orders.placing', ${userId}))`.execute(tx)
}

/** What a person's unpaid orders hold, line by line. */
export async function selectUnpaidPieces(tx: Tx, userId: number) {
  return tx.selectFrom('orders.orders as o').innerJoin('orders.order_lines as l', 'l.order_id', 'o.id')
    .select(['o.id as orderId', 'l.sku_id as skuId', 'l.qty']).where('o.user_id', '=', userId)
    .where('o.state', '=', sql.lit('pending')).execute()
}

/** What may be written of an order besides its state and its money. */
export type OrderFields = {
  note?: string; isGovernmentOrder?: boolean; deliverAt?: Date | null; installAt?: Date | null
  isDeliveryInstall?: boolean; receiver?: string; phone?: string; addressDetail?: string; province?: string
  city?: string; district?: string; provinceCode?: number; cityCode?: number; districtCode?: number
}

export async function updateOrderFields(
  tx: Tx, { orderId, fields, at }: { orderId: number; fields: OrderFields; at: Date },
): Promise<void> {
  await tx.updateTable('orders.orders').set({
    note: fields.note, is_government_order: fields.isGovernmentOrder, deliver_at: fields.deliverAt,
    install_at: fields.installAt, is_delivery_install: fields.isDeliveryInstall, receiver: fields.receiver,
    phone: fields.phone, address_detail: fields.addressDetail, province: fields.province, city: fields.city,
    district: fields.district, province_code: fields.provinceCode, city_code: fields.cityCode,
    district_code: fields.districtCode, updated_at: at,
  }).where('id', '=', orderId).execute()
}

export async function markDeleted(tx: Tx, orderId: number, at: Date): Promise<void> {
  await tx.updateTable('orders.orders').set({ deleted_at: at, updated_at: at }).where('id', '=', orderId).execute()
}
