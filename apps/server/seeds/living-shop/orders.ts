import { compactStamp } from '@hearth/kernel/dates'
import { orderNotes } from '@hearth/kernel/order-notes'
import { freightFor } from '../../src/modules/orders/index.ts'
import { cancelReasons } from '../people.ts'
import type { Calendar } from './calendar.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, daysSince, later } from './calendar.ts'
import type { Goods, Product } from './goods.ts'
import { productOf } from './goods.ts'
import type { OrderPlan, PlannedLine } from './order-plans.ts'
import { openRandom } from './random.ts'
import type { Random } from './random.ts'
import { numbered } from './rows.ts'

/** When an order came to what; null what did not happen. */
export type OrderTimes = {
  placedAt: Date; expiresAt: Date; paidAt: Date | null; shippedAt: Date | null; completedAt: Date | null
  cancelledAt: Date | null
}

export type OrderLine = PlannedLine & { id: number; product: Product; unitPriceFen: number }
export type Order = Omit<OrderPlan, 'lines'> & OrderTimes & {
  id: number; number: string; lines: OrderLine[]; goodsFen: number; freightFen: number; payableFen: number
  cancelReason: string; cancelledBy: 'buyer' | 'staff' | 'timeout' | null
  /** Fifteen digits of its trade at the payment company. */
  tradeDigits: string
}

export type Terms = { timeoutMs: number; freightFen: number; freeShippingFen: number }
type Shop = { goods: Goods; calendar: Calendar; terms: Terms }

const LAST_TO_CANCEL_MS = 20 * HOUR_MS
const STAFF_REASON = '仓库盘点发现外包装受损，已与客户电话协商退款'
const TIMEOUT_REASON = orderNotes.expired.zh

/** Gives every plan its instants, amounts and numbers; ids follow the order in which they were placed. */
export function makeOrders(plans: readonly OrderPlan[], shop: Shop): Order[] {
  const random = openRandom('order times')
  const timed = plans.map((plan, at) => ({
    plan, times: timesOf(plan, { ...shop, at, random }), digits: random.digits(23),
  }))
  let lineCount = 0
  return numbered(timed, (each) => each.times.placedAt).map(({ id, plan, times, digits }) => {
    const lines = plan.lines.map((line): OrderLine => {
      lineCount += 1
      return { ...line, id: lineCount, product: productOf(shop.goods, line.sku), unitPriceFen: line.sku.seed.priceFen }
    })
    const goodsFen = lines.reduce((sum, line) => sum + line.qty * line.unitPriceFen, 0)
    const freightFen = plan.isFromCart ? freightFor(goodsFen, shop.terms) : 0
    return {
      ...plan, ...times, id, number: compactStamp(times.placedAt) + digits.slice(0, 8), lines, goodsFen, freightFen,
      payableFen: goodsFen + freightFen, tradeDigits: digits.slice(8), ...cancelledHow(plan, Number(digits.slice(-3))),
    }
  })
}

function cancelledHow({ fate }: OrderPlan, chosen: number): Pick<Order, 'cancelReason' | 'cancelledBy'> {
  switch (fate) {
    case 'unpaid_timeout': return { cancelReason: TIMEOUT_REASON, cancelledBy: 'timeout' }
    case 'refunded_staff': return { cancelReason: STAFF_REASON, cancelledBy: 'staff' }
    case 'unpaid_buyer': case 'refunded_buyer':
      return { cancelReason: cancelReasons[chosen % cancelReasons.length] ?? '', cancelledBy: 'buyer' }
    default: return { cancelReason: '', cancelledBy: null }
  }
}

type Timing = { calendar: Calendar; terms: Terms; at: number; random: Random }

/** Every instant lies before now; today's orders fit into what has passed of the day. */
function timesOf(plan: OrderPlan, timing: Timing): OrderTimes {
  const { calendar, terms, random } = timing
  const placedAt = placedWhen(plan, timing)
  const none = { paidAt: null, shippedAt: null, completedAt: null, cancelledAt: null }
  const placed = { ...none, placedAt, expiresAt: later(placedAt, terms.timeoutMs) }
  const patienceMs = Math.min(terms.timeoutMs * 0.8, (calendar.now.getTime() - placedAt.getTime()) * 0.5)
  const paidAt = later(placedAt, patienceMs * (0.05 + random.next() * 0.6))
  switch (plan.fate) {
    case 'pending': return placed
    case 'unpaid_timeout': return { ...placed, cancelledAt: later(placed.expiresAt, random.int(2, 58) * 1_000) }
    case 'unpaid_buyer': return { ...placed, cancelledAt: later(placedAt, patienceMs * (0.2 + random.next() * 0.7)) }
    case 'refunded_staff': case 'refunded_buyer':
      return { ...placed, paidAt, cancelledAt: later(paidAt, 20 * MINUTE_MS + random.next() * LAST_TO_CANCEL_MS) }
    case 'paid': return { ...placed, paidAt }
    case 'shipped': return { ...placed, paidAt, shippedAt: shippedWhen(plan, timing) }
    case 'completed': {
      const shippedAt = shippedWhen(plan, timing)
      const daysOnTheWay = Math.min(random.int(2, 6), daysSince(calendar, shippedAt) - 1)
      const completedAt = later(shippedAt, daysOnTheWay * DAY_MS + random.int(1, 280) * MINUTE_MS)
      return { ...placed, paidAt, shippedAt, completedAt }
    }
  }
}

function placedWhen({ fate, daysAgo }: OrderPlan, { calendar, terms, at, random }: Timing): Date {
  // Unpaid orders have most of their time left, a little less with each.
  if (fate === 'pending') return later(calendar.now, -terms.timeoutMs * (0.06 + (at % 5) * 0.08))
  if (daysAgo === 0) return calendar.soFarToday(0.25 + random.next() * 0.6)
  return calendar.between(daysAgo, random.weighted(HOURS, (hours) => hours.weight).span, random)
}

const HOURS = [
  { span: [8, 12], weight: 3 }, { span: [12, 18], weight: 4 }, { span: [18, 23], weight: 5 },
] as const

/** In working hours of one of the two days after it was placed. */
function shippedWhen({ daysAgo }: OrderPlan, { calendar, random }: Timing): Date {
  return calendar.between(Math.max(1, daysAgo - random.int(1, 2)), [9, 17], random)
}
