import type { Static } from 'typebox'
import type { OrderExportQuery, OrderQuery } from '@hearth/contracts/orders'
import { statusesFromFilter } from '@hearth/kernel/order-status'
import type { OrderStatus } from '@hearth/kernel/order-status'
import { isStaff } from '../modules/accounts/index.ts'
import type { Person } from '../modules/accounts/index.ts'
import type { OrderFilter } from '../reads/order-filter.sql.ts'
import { refuseField } from './required-text.ts'

/** a shopper's own orders, everybody's for staff. */
export function ordersFilter(person: Person, query: OrderQuery | Static<typeof OrderExportQuery>): OrderFilter {
  const staff = isStaff(person)
  return {
    userId: staff ? query.user_id : person.id,
    states: statesOf(query.status),
    number: query.order_number,
    productName: query.product_name,
    username: staff ? query.username : undefined,
    placedAfter: instantOf('created_after', query.created_after),
    placedBefore: instantOf('created_before', query.created_before),
    payMethod: query.payment_method,
    paidAfter: instantOf('paid_after', query.paid_after),
    paidBefore: instantOf('paid_before', query.paid_before),
    q: query.q?.trim(),
    qAsks: staff ? 'all' : 'own',
  }
}

/** always one's own. */
export function myOrdersFilter(person: Person, query: { status?: string; q?: string }): OrderFilter {
  return { userId: person.id, states: statesOf(query.status), q: query.q?.trim(), qAsks: 'own' }
}

/** One state or several with commas, as words or as source 003's numbers. */
function statesOf(text: string | undefined): OrderStatus[] | undefined {
  if (!text) return undefined
  return text.split(',').map((part) => part.trim()).filter(Boolean).flatMap((word) => {
    const states = statusesFromFilter(word)
    if (!states) refuseField('status', { zh: `不认识的状态：${word}`, en: `No such state: ${word}` })
    return states
  })
}

/** A day or an instant; a day as an end means its last moment. Throws http.invalid. */
export function instantOf(field: string, text: string | undefined): Date | undefined {
  if (!text) return undefined
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const at = new Date(isDay ? `${text}T${field.endsWith('_before') ? '23:59:59.999' : '00:00:00'}+08:00` : hasZone ? text : `${text}+08:00`)
  if (Number.isNaN(at.getTime())) refuseField(field, { zh: '应为日期或 ISO-8601 时间。', en: 'Must be a day or an ISO-8601 instant.' })
  return at
}
