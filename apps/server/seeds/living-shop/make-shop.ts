import type { Calendar } from './calendar.ts'
import { openCalendar } from './calendar.ts'
import { contentRows } from './content-rows.ts'
import type { Goods } from './goods.ts'
import { makeGoods } from './goods.ts'
import { goodsRows } from './goods-rows.ts'
import { planOrders } from './order-plans.ts'
import type { AreaNames } from './order-rows.ts'
import { orderRows } from './order-rows.ts'
import type { Order, Terms } from './orders.ts'
import { makeOrders } from './orders.ts'
import { bookRows } from './book-rows.ts'
import { paymentRows } from './payment-rows.ts'
import type { Person } from './people.ts'
import { addressRows, makePeople, userRows } from './people.ts'
import type { Repair } from './repairs.ts'
import { makeRepairs } from './repairs.ts'
import type { ShopRows } from './rows.ts'
import { stockRows } from './stock-rows.ts'
import { unitRows } from './unit-rows.ts'
import type { Unit } from './units.ts'
import { makeUnits } from './units.ts'

/** The whole living shop in memory, the same on every load but for the day from which its instants are counted. */
export type LivingShop = {
  calendar: Calendar; people: Person[]; goods: Goods; orders: Order[]; units: Unit[]; repairs: Repair[]
}

export function makeShop(now: Date, terms: Terms): LivingShop {
  const calendar = openCalendar(now)
  const people = makePeople(calendar)
  const goods = makeGoods(calendar)
  const orders = makeOrders(planOrders(people, goods), { goods, calendar, terms })
  const units = makeUnits({ calendar, goods, people, orders })
  return { calendar, people, goods, orders, units, repairs: makeRepairs(calendar, units) }
}

/** What only the running server knows: hashes of the passwords, names of the areas, where notices go. */
export type Surroundings = { hashes: ReadonlyMap<string, string>; areas: AreaNames; publicUrl: string }

/** The shop as rows. The entries come in the order in which they can be written. */
export function rowsOf(shop: LivingShop, around: Surroundings): ShopRows {
  const { calendar, people, goods, orders, units, repairs } = shop
  const forGoods = goodsRows(goods, soldQty(orders))
  const forStock = stockRows(goods, orders, people)
  const forOrders = orderRows(orders, people, around.areas)
  const forPayments = paymentRows(orders, around.publicUrl)
  return {
    'accounts.users': userRows(people, around.hashes),
    'customers.addresses': addressRows(people),
    ...forGoods,
    ...contentRows(goods, people, calendar),
    'stock.levels': forStock['stock.levels'],
    'orders.orders': forOrders['orders.orders'],
    'orders.order_lines': forOrders['orders.order_lines'],
    'orders.order_moves': forOrders['orders.order_moves'],
    'stock.holds': forStock['stock.holds'],
    'stock.moves': forStock['stock.moves'],
    'payments.payments': forPayments['payments.payments'],
    'payments.payment_moves': forPayments['payments.payment_moves'],
    'payments.refunds': forPayments['payments.refunds'],
    'payments.refund_moves': forPayments['payments.refund_moves'],
    ...bookRows(forPayments),
    'fulfilment.parcels': forOrders['fulfilment.parcels'],
    ...unitRows(units, repairs, people),
    'sim.alipay_trades': forPayments['sim.alipay_trades'],
    'sim.alipay_refunds': forPayments['sim.alipay_refunds'],
  }
}

/** Sales are counted when an order is completed: SKU id → pieces. */
function soldQty(orders: readonly Order[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { sku, qty } of orders.filter((order) => order.completedAt).flatMap((order) => order.lines)) {
    sums.set(sku.id, (sums.get(sku.id) ?? 0) + qty)
  }
  return sums
}
