import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { isMobile } from '@hearth/kernel/mobile'
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
    filter.states && ofStates(filter.states),
    filter.number && hasNumber(filter.number),
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

/** One state alone is asked for by name: its orders then come by an index in the order of the list. */
function ofStates(states: readonly OrderStatus[]): RawBuilder<unknown> {
  return states.length === 1 ? sql`o.state = ${states[0]}` : sql`o.state = any(${states})`
}

function hasProduct(name: string): RawBuilder<unknown> {
  return sql`exists (select 1 from orders.order_lines l
    where l.order_id = o.id and position(lower(${name}) in lower(l.product_name)) > 0)`
}

/** The buyers are few, and found first: their orders come by an index. */
function hasBuyer(username: string): RawBuilder<unknown> {
  return sql`o.user_id = any(array(select u.id from accounts.users u
    where position(lower(${username}) in lower(u.username)) > 0))`
}

/** As the shop makes them. */
const WHOLE_NUMBER = /^\d{22}$/

/** A whole number comes by an index, a part of one looks through them all. */
function hasNumber(number: string): RawBuilder<unknown> {
  return WHOLE_NUMBER.test(number) ? sql`o.number = ${number}` : sql`position(${number} in o.number) > 0`
}

/** What is a whole number of an order, a parcel or a telephone is looked up by an index; words look through it all. */
function matches(q: string, asks: 'own' | 'all'): RawBuilder<unknown> {
  const parcels = sql`o.id = any(array(select t.order_id from fulfilment.parcels t where t.tracking_number = ${q}))`
  if (WHOLE_NUMBER.test(q)) return sql`(${hasNumber(q)} or ${parcels})`
  if (isMobile(q) && asks === 'all') {
    const buyers = sql`array(select u.id from accounts.users u where u.mobile = ${q} or u.username = ${q})`
    return sql`(o.phone = ${q} or o.user_id = any(${buyers}) or ${parcels})`
  }
  const parcel = sql`exists (select 1 from fulfilment.parcels t where t.order_id = o.id and t.tracking_number = ${q})`
  const own = [hasNumber(q), parcel, hasProduct(q)]
  const people = [sql`o.phone = ${q}`, sql`position(${q} in o.receiver) > 0`, hasBuyer(q)]
  return sql`(${sql.join(asks === 'all' ? [...own, ...people] : own, sql` or `)})`
}
