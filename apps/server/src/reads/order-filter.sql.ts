import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { OrderStatus } from '@hearth/kernel/order-status'

export type OrderFilter = {
  userId?: number
  states?: readonly OrderStatus[]
  number?: string
  productName?: string
  username?: string
  placedAfter?: Date
  placedBefore?: Date
  payMethod?: 'wechat' | 'alipay' | 'bank' | 'credit'
  paidAfter?: Date
  paidBefore?: Date
  /** A number, a tracking number, a product, and for staff also a person, a receiver or a phone number. */
  q?: string
  qAsks?: 'own' | 'all'
}

/** The `where` of a list of `orders.orders o`. Deleted orders are on none; what people type is text, no pattern. */
export function ordersWhere(filter: OrderFilter): RawBuilder<unknown> {
  const parts = [
    sql`o.deleted_at is null`,
    filter.userId === undefined ? null : sql`o.user_id = ${filter.userId}`,
    filter.states && sql`o.state = any(${filter.states})`,
    filter.number && sql`position(${filter.number} in o.number) > 0`,
    filter.productName && hasProduct(filter.productName),
    filter.username && hasBuyer(filter.username),
    filter.placedAfter && sql`o.placed_at >= ${filter.placedAfter}`,
    filter.placedBefore && sql`o.placed_at <= ${filter.placedBefore}`,
    filter.payMethod && sql`o.pay_method = ${filter.payMethod}`,
    filter.paidAfter && sql`o.paid_at >= ${filter.paidAfter}`,
    filter.paidBefore && sql`o.paid_at <= ${filter.paidBefore}`,
    filter.q && matches(filter.q, filter.qAsks ?? 'own'),
  ].filter((part) => part !== null && part !== undefined && part !== '')
  return sql`where ${sql.join(parts, sql` and `)}`
}

function hasProduct(name: string): RawBuilder<unknown> {
  return sql`exists (select 1 from orders.order_lines l
    where l.order_id = o.id and position(lower(${name}) in lower(l.product_name)) > 0)`
}

function hasBuyer(username: string): RawBuilder<unknown> {
  return sql`o.user_id in (select u.id from accounts.users u
    where position(lower(${username}) in lower(u.username)) > 0)`
}

function matches(q: string, asks: 'own' | 'all'): RawBuilder<unknown> {
  const parcel = sql`exists (select 1 from fulfilment.parcels t where t.order_id = o.id and t.tracking_number = ${q})`
  const own = [sql`position(${q} in o.number) > 0`, parcel, hasProduct(q)]
  const people = [sql`o.phone = ${q}`, sql`position(${q} in o.receiver) > 0`, hasBuyer(q)]
  return sql`(${sql.join(asks === 'all' ? [...own, ...people] : own, sql` or `)})`
}
