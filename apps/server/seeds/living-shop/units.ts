import { addMonths, dayOf } from '@hearth/kernel/dates'
import type { Day } from '@hearth/kernel/dates'
import type { Calendar } from './calendar.ts'
import { DAY_MS, HOUR_MS, daysSince, later } from './calendar.ts'
import type { Goods, Product } from './goods.ts'
import type { UnitFate } from './order-plans.ts'
import type { Order, OrderLine } from './orders.ts'
import type { Person } from './people.ts'
import { personNamed } from './people.ts'
import { itemAt, openRandom } from './random.ts'
import type { Random } from './random.ts'
import { numbered } from './rows.ts'
import { unitCode } from './unit-code.ts'

export type Activation = { owner: Person; by: Person; isBuyer: boolean | null; at: Date; startOn: Day; endOn: Day }

/** One machine: for an agent, for a line of an order, or in stock. */
export type Unit = {
  id: number; code: string; product: Product; createdAt: Date; fate: UnitFate
  agent: Person | null; sold: { order: Order; line: OrderLine } | null
  shippedAt: Date | null; activation: Activation | null
}

type NewUnit = Omit<Unit, 'id' | 'code'>
export type Shop = { calendar: Calendar; goods: Goods; people: readonly Person[]; orders: readonly Order[] }

const ACTIVATED_SHARE = 0.62
const FOR_SOMEBODY_ELSE_SHARE = 0.06
const AGENT_ACTIVATED_SHARE = 0.45
// Each agent's deliveries: days ago, and how many of how many kinds.
const agentDeliveries: Record<string, [daysAgo: number, kinds: number, qtyEach: number][]> = {
  agent_gz: [[88, 5, 5], [52, 4, 6], [15, 4, 5]],
  agent_cd: [[76, 4, 5], [38, 4, 5], [11, 3, 4]],
}
const SPARE_QTY = 3

/** All machines of the shop; ids follow the instants of their creation. */
export function makeUnits(shop: Shop): Unit[] {
  const random = openRandom('units')
  const units = [
    ...shop.orders.flatMap((order) => soldUnits(shop, order, random)), ...agentUnits(shop, random),
    nearlyOutOfWarranty(shop), ...stockUnits(shop, random),
  ]
  const codes = openRandom('unit codes')
  return numbered(units.map((unit) => ({ ...unit, code: unitCode(codes) })), (unit) => unit.createdAt)
}

function soldUnits(shop: Shop, order: Order, random: Random): NewUnit[] {
  const { shippedAt, units: fate } = order
  if (!shippedAt || fate === 'untracked') return []
  return order.lines.flatMap((line) => Array.from({ length: line.qty }, (): NewUnit => ({
    product: line.product, createdAt: arrival(shop, line.product, shippedAt), fate, agent: null, sold: { order, line },
    shippedAt, activation: activationOfSold(shop, { order, product: line.product, random }),
  })))
}

type Sold = { order: Order; product: Product; random: Random }

function activationOfSold({ calendar, people }: Shop, { order, product, random }: Sold): Activation | null {
  const { completedAt, buyer, units: fate } = order
  if (!completedAt || fate === 'sealed') return null
  const usualAt = later(completedAt, (1 + random.next() * 90) * HOUR_MS)
  const at = fate === 'fresh' ? later(calendar.now, -22 * HOUR_MS) : usualAt
  const isLucky = random.chance(ACTIVATED_SHARE)
  const isGift = random.chance(FOR_SOMEBODY_ELSE_SHARE)
  if (at >= calendar.now || (fate === 'chance' && !isLucky)) return null
  const owner = fate === 'chance' && isGift ? otherShopper(people, buyer, random) : buyer
  return { owner, by: owner, isBuyer: owner.id === buyer.id, at, ...warranty(at, product) }
}

function agentUnits(shop: Shop, random: Random): NewUnit[] {
  const { calendar, goods, people } = shop
  const deliveries = Object.entries(agentDeliveries)
    .flatMap(([username, list]) => list.map((delivery) => [personNamed(people, username), ...delivery] as const))
  return deliveries.flatMap(([agent, daysAgo, kinds, qtyEach]) => {
    const onSale = goods.products.filter((product) => product.ageDays > daysAgo && product.seed.hasInstallation)
    const shippedAt = calendar.between(daysAgo, [9, 17], random)
    const chosen = [...new Set(Array.from({ length: kinds }, () => random.pick(onSale)))]
    return chosen.flatMap((product) => Array.from({ length: qtyEach }, (): NewUnit => ({
      product, createdAt: arrival(shop, product, shippedAt), fate: 'chance', agent, sold: null, shippedAt,
      activation: activationByAgent(shop, { agent, product, shippedAt, random }),
    })))
  })
}

type AtAgent = { agent: Person; product: Product; shippedAt: Date; random: Random }

/** The agent activates for his customer, or the customer does so himself. */
function activationByAgent({ calendar, people }: Shop, unit: AtAgent): Activation | null {
  const { agent, product, shippedAt, random } = unit
  const at = later(shippedAt, (3 + random.next() * 30) * DAY_MS)
  const owner = otherShopper(people, agent, random)
  const by = random.chance(0.6) ? agent : owner
  const isSold = random.chance(AGENT_ACTIVATED_SHARE)
  return isSold && at < calendar.now ? { owner, by, isBuyer: null, at, ...warranty(at, product) } : null
}

/** Xiaoming bought a machine from the agent in Guangzhou almost a year ago. */
function nearlyOutOfWarranty({ calendar, goods, people }: Shop): NewUnit {
  const product = itemAt(goods.products, goods.products.findIndex((each) => each.seed.warrantyMonths === 12))
  const owner = personNamed(people, 'xiaoming')
  const agent = personNamed(people, 'agent_gz')
  const endOn = dayOf(later(calendar.now, 9 * DAY_MS))
  const startOn = addMonths(endOn, -product.seed.warrantyMonths)
  const at = new Date(`${startOn}T10:24:16+08:00`)
  return {
    product, createdAt: later(at, -40 * DAY_MS), fate: 'activated', agent, sold: null,
    shippedAt: later(at, -18 * DAY_MS), activation: { owner, by: agent, isBuyer: null, at, ...warranty(at, product) },
  }
}

/** In stock: one of every product, and enough to ship what has been paid. */
function stockUnits(shop: Shop, random: Random): NewUnit[] {
  const awaited = shop.orders.filter((order) => order.fate === 'paid' || order.fate === 'pending')
    .flatMap((order) => order.lines)
  const qtyOf = (product: Product) => awaited.filter((line) => line.product.id === product.id)
    .reduce((sum, line) => sum + Math.min(line.qty, SPARE_QTY), 0)
  return shop.goods.products.flatMap((product) => Array.from({ length: 1 + qtyOf(product) }, (): NewUnit => ({
    product, createdAt: shop.calendar.between(Math.min(random.int(3, 30), product.ageDays), [9, 18], random),
    fate: 'sealed', agent: null, sold: null, shippedAt: null, activation: null,
  })))
}

function warranty(at: Date, product: Product): { startOn: Day; endOn: Day } {
  const startOn = dayOf(at)
  return { startOn, endOn: addMonths(startOn, product.seed.warrantyMonths) }
}

/** Machines of a product came in batches, a month apart; this one with the last batch before it was shipped. */
function arrival({ calendar }: Shop, product: Product, shippedAt: Date): Date {
  const days = daysSince(calendar, shippedAt)
  const batchDays = [20, 50, 80, 110].find((batch) => batch > days + 1) ?? days + 20
  const at = later(product.createdAt, HOUR_MS)
  const batchAt = later(calendar.now, -batchDays * DAY_MS)
  return batchAt > at ? batchAt : at
}

function otherShopper(people: readonly Person[], than: Person, random: Random): Person {
  return random.pick(people.filter((person) =>
    person.role === 'individual' && !person.isAgent && person.id !== than.id && !person.username.startsWith('xiao')))
}
