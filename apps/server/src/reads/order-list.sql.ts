import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PageAsk } from '@hearth/kernel/pages'
import { offsetOf } from '@hearth/kernel/pages'
import type { OrderStatus } from '@hearth/kernel/order-status'
import type { Db } from '../platform/db.ts'
import { keptBriefly } from './kept-briefly.ts'
import { ordersWhere } from './order-filter.sql.ts'
import type { OrderFilter } from './order-filter.sql.ts'
import { keptWhenMany, rowsOfPage, totalOf } from './rows-of-page.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type OrderItemRow = {
  id: number; product_id: number; sku_id: number; product_name: string; sku_specs: Record<string, string>
  sku_code: string; image: string; product_type_id: number | null; qty: number; unit_price_fen: number
  discount_fen: number
}

/** An order with everything a list shows of it. */
export type OrderRow = {
  id: number; number: string; user_id: number; username: string; state: OrderStatus; goods_fen: number
  discount_fen: number; freight_fen: number; payable_fen: number; item_qty: number
  pay_method: 'wechat' | 'alipay' | 'bank' | 'credit'; note: string; receiver: string; phone: string; province: string
  city: string; district: string; address_detail: string; cancel_reason: string; placed_at: Date; expires_at: Date
  paid_at: Date | null; shipped_at: Date | null; completed_at: Date | null; cancelled_at: Date | null
  updated_at: Date; deliver_at: Date | null; install_at: Date | null; is_delivery_install: boolean
  is_government_order: boolean; carrier: string | null; tracking_number: string | null
  refund_state: string | null; refund_fen: number | null; refunded_fen: number; items: OrderItemRow[]
}

const columns = sql`
  o.id, o.number, o.user_id, u.username, o.state, o.goods_fen, o.discount_fen, o.freight_fen, o.payable_fen, o.item_qty,
  o.pay_method, o.note, o.receiver, o.phone, o.province, o.city, o.district, o.address_detail, o.cancel_reason,
  o.placed_at, o.expires_at, o.paid_at, o.shipped_at, o.deliver_at, o.install_at, o.is_delivery_install,
  o.is_government_order, o.completed_at, o.cancelled_at, o.updated_at, p.carrier, p.tracking_number,
  r.state as refund_state, r.amount_fen as refund_fen, coalesce(r.back_fen, 0)::bigint as refunded_fen, i.items`

const joins = sql`
  join accounts.users u on u.id = o.user_id
  left join fulfilment.parcels p on p.order_id = o.id
  left join lateral (
    select f.state, f.amount_fen, sum(f.amount_fen) filter (where f.state = 'succeeded') over () as back_fen
    from payments.refunds f where f.order_id = o.id and f.payment_id is not null order by f.id desc limit 1) r on true
  join lateral (
    select json_agg(json_build_object('id', l.id, 'product_id', l.product_id, 'sku_id', l.sku_id,
      'product_name', l.product_name, 'sku_specs', l.sku_specs, 'sku_code', l.sku_code, 'image', l.image,
      'product_type_id', l.product_type_id, 'qty', l.qty, 'unit_price_fen', l.unit_price_fen,
      'discount_fen', l.discount_fen) order by l.id) as items
    from orders.order_lines l where l.order_id = o.id) i on true`

const sorts = {
  created_at: sql`o.placed_at`, actual_amount: sql`o.payable_fen`, quantity: sql`o.item_qty`, updated_at: sql`o.updated_at`,
}
export type OrderOrdering = keyof typeof sorts | `-${keyof typeof sorts}`

function orderBy(ordering: OrderOrdering | undefined): RawBuilder<unknown> {
  if (ordering === undefined) return sql`order by o.id desc`
  const down = ordering.startsWith('-')
  const by = sorts[(down ? ordering.slice(1) : ordering) as keyof typeof sorts]
  return down ? sql`order by ${by} desc, o.id desc` : sql`order by ${by}, o.id`
}

/** The rows of `orders.orders` on one page, in their order. */
export function ordersOfPage(filter: OrderFilter, asked: RowsAsked, ordering?: OrderOrdering): RawBuilder<unknown> {
  return rowsOfPage(sql`select o.* from orders.orders o ${ordersWhere(filter)} ${orderBy(ordering)}`, asked)
}

/**
 * A page of orders, newest first unless told otherwise, with their lines, and how many there are in all: the count of
 * very many is kept for a moment. Two statements at most.
 */
export async function selectOrderPage(
  db: Db, filter: OrderFilter, ask: PageAsk, ordering?: OrderOrdering,
): Promise<{ rows: OrderRow[]; total: number }> {
  const asked = { limit: ask.pageSize, offset: offsetOf(ask) }
  const { rows } = await sql<OrderRow>`
    with page as (${ordersOfPage(filter, asked, ordering)})
    select ${columns} from page o ${joins} ${orderBy(ordering)}`.execute(db)
  const key = `orders ${JSON.stringify(filter)}`
  const total = await totalOf({ rows, asked, db }, { key, keptFor: keptWhenMany }, () => countOrders(db, filter))
  return { rows, total }
}

async function countOrders(db: Db, filter: OrderFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from orders.orders o ${ordersWhere(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** How many of these orders are in each state; of very many as they were a moment ago. */
export async function countOrdersByState(db: Db, filter: OrderFilter): Promise<ReadonlyMap<OrderStatus, number>> {
  const keptFor = (counts: ReadonlyMap<OrderStatus, number>) => keptWhenMany(sumOf([...counts.values()]))
  return keptBriefly(db, `orders by state ${JSON.stringify(filter)}`, keptFor, async () => {
    const { rows } = await sql<{ state: OrderStatus; n: number }>`
      select o.state, count(*) as n from orders.orders o ${ordersWhere(filter)} group by o.state`.execute(db)
    return new Map(rows.map((row) => [row.state, row.n]))
  })
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0)

/** One order by id, or null; one that was deleted is not there. */
export async function selectOrder(db: Db, id: number): Promise<OrderRow | null> {
  const { rows } = await sql<OrderRow>`select ${columns} from orders.orders o ${joins}
    where o.id = ${id} and o.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

export type OrderHistoryRow = {
  from_state: string | null; to_state: string; operator: string | null; note: string; at: Date
}

export async function selectOrderHistory(db: Db, orderId: number): Promise<OrderHistoryRow[]> {
  const { rows } = await sql<OrderHistoryRow>`
    select m.from_state, m.to_state, u.username as operator, m.note, m.at
    from orders.order_moves m left join accounts.users u on u.id = m.actor_id
    where m.order_id = ${orderId} order by m.id`.execute(db)
  return rows
}

export type OrderUnitRow = {
  order_line_id: number; code: string; state: 'created' | 'shipped' | 'activated'; in_repair: boolean
  warranty_end_on: string | null
}

/** The units that were shipped for an order's lines. */
export async function selectOrderUnits(db: Db, orderId: number): Promise<OrderUnitRow[]> {
  const { rows } = await sql<OrderUnitRow>`
    select n.order_line_id, n.code, n.state, n.warranty_end_on, exists (
      select 1 from lifecycle.repairs r where r.unit_id = n.id and r.state in ('pending', 'in_progress')) as in_repair
    from lifecycle.units n where n.order_id = ${orderId} order by n.order_line_id, n.code`.execute(db)
  return rows
}
