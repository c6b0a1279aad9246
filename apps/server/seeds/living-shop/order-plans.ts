import { orderNotes } from '../people.ts'
import type { PictureKind } from '../catalogue/index.ts'
import type { Goods, Product, Sku } from './goods.ts'
import type { Address, Person } from './people.ts'
import { personNamed } from './people.ts'
import { itemAt, openRandom } from './random.ts'
import type { Random } from './random.ts'

/** How an order ends, as far as it has come. */
export type Fate =
  | 'pending' | 'paid' | 'shipped' | 'completed' | 'unpaid_timeout' | 'unpaid_buyer' | 'refunded_staff'
  | 'refunded_buyer'

/** What became of the machines of an order: not tracked, still sealed, activated by chance, or a story of their own. */
export type UnitFate = 'untracked' | 'sealed' | 'chance' | 'activated' | 'fresh' | 'in_repair' | 'repaired'

export type PlannedLine = { sku: Sku; qty: number }
export type OrderPlan = {
  buyer: Person; address: Address; fate: Fate; daysAgo: number; lines: PlannedLine[]; units: UnitFate; note: string
  isFromCart: boolean
}

const ordinary: Record<Fate, { count: number; daysAgo: readonly [number, number] }> = {
  pending: { count: 3, daysAgo: [0, 0] },
  paid: { count: 13, daysAgo: [0, 2] },
  shipped: { count: 31, daysAgo: [2, 7] },
  completed: { count: 270, daysAgo: [8, 92] },
  unpaid_timeout: { count: 30, daysAgo: [1, 90] },
  unpaid_buyer: { count: 18, daysAgo: [1, 90] },
  refunded_staff: { count: 9, daysAgo: [4, 85] },
  refunded_buyer: { count: 5, daysAgo: [4, 85] },
}
const TODAY_OF_PAID = 5
// Stock that comes back from a cancelled order was free before; an article that has run out could not have held it.
const PLENTY_QTY = 12
const TRACKED_SHARE = 0.68
const CHEAP_FEN = 60_000

type Story = [fate: Fate, daysAgo: number, kind: PictureKind, units: UnitFate]

const stories: Record<string, Story[]> = {
  xiaoming: [
    ['completed', 41, 'ac-wall', 'in_repair'], ['refunded_staff', 30, 'oven-built-in', 'untracked'],
    ['unpaid_timeout', 20, 'television', 'untracked'], ['completed', 13, 'dishwasher', 'sealed'],
    ['completed', 9, 'washer-front', 'fresh'], ['shipped', 2, 'refrigerator-french', 'sealed'],
    ['paid', 0, 'rice-cooker', 'untracked'], ['pending', 0, 'vacuum-robot', 'untracked'],
  ],
  xiaohong: [
    ['completed', 62, 'television', 'repaired'], ['refunded_buyer', 35, 'vacuum-stick', 'untracked'],
    ['completed', 26, 'air-purifier', 'activated'], ['unpaid_buyer', 16, 'fan', 'untracked'],
    ['shipped', 3, 'coffee-machine', 'sealed'], ['paid', 1, 'steam-oven', 'untracked'],
    ['pending', 0, 'hair-dryer', 'untracked'],
  ],
}

const dealerOrders: [fate: Fate, daysAgo: number][] =
  [['completed', 74], ['completed', 47], ['completed', 19], ['shipped', 4], ['paid', 1]]
const DEALER_QTY = [5, 12] as const
const DEALER_STOCK_QTY = 90

/** About four hundred orders of three months: the demo accounts' own stories, a dealer's, and everybody else's. */
export function planOrders(people: readonly Person[], goods: Goods): OrderPlan[] {
  const random = openRandom('orders')
  const told = Object.entries(stories).flatMap(([username, lines]) =>
    lines.map((story, at) => planStory(personNamed(people, username), { story, at, goods })))
  const dealer = personNamed(people, 'dealer_sd')
  const dealt = dealerOrders.map(([fate, daysAgo], at) => planDealing(dealer, { fate, daysAgo, at, goods, random }))
  const shoppers = people.filter((person) =>
    person.role === 'individual' && !person.isAgent && !(person.username in stories))
  const eager = new Map(shoppers.map((shopper) => [shopper.id, 0.3 + random.next() ** 2 * 3]))
  const fates = (Object.keys(ordinary) as Fate[]).flatMap((fate) =>
    Array.from({ length: ordinary[fate].count }, (_, at) => ({ fate, at })))
  const usual = fates.map(({ fate, at }) => {
    const buyer = random.weighted(shoppers, (shopper) => eager.get(shopper.id) ?? 1)
    return planUsual(buyer, { fate, at, goods, random })
  })
  return [...told, ...dealt, ...usual]
}

function planStory(buyer: Person, told: { story: Story; at: number; goods: Goods }): OrderPlan {
  const [fate, daysAgo, kind, units] = told.story
  const skus = told.goods.products.filter((product) => product.seed.pictureKind === kind && isOnSale(product, daysAgo))
    .flatMap((product) => product.skus).filter(isPlenty)
  return {
    buyer, address: itemAt(buyer.addresses, told.at % buyer.addresses.length), fate, daysAgo, units, note: '',
    lines: [{ sku: itemAt(skus, told.at % skus.length), qty: 1 }], isFromCart: told.at % 2 === 0,
  }
}

type Dealing = { fate: Fate; daysAgo: number; at: number; goods: Goods; random: Random }

function planDealing(buyer: Person, { fate, daysAgo, at, goods, random }: Dealing): OrderPlan {
  const skus = goods.products.filter((product) => isOnSale(product, daysAgo))
    .flatMap((product) => product.skus).filter((sku) => sku.seed.onHandQty >= DEALER_STOCK_QTY)
  const chosen = new Set(Array.from({ length: 3 }, () => random.pick(skus)))
  return {
    buyer, address: itemAt(buyer.addresses, at % buyer.addresses.length), fate, daysAgo, units: 'untracked', note: '',
    lines: [...chosen].map((sku) => ({ sku, qty: random.int(...DEALER_QTY) })), isFromCart: true,
  }
}

type Usual = { fate: Fate; at: number; goods: Goods; random: Random }

function planUsual(buyer: Person, { fate, at, goods, random }: Usual): OrderPlan {
  const [from, to] = ordinary[fate].daysAgo
  const isToday = fate === 'paid' && at < TODAY_OF_PAID
  const daysAgo = isToday ? 0 : Math.max(from, fate === 'paid' ? 1 : 0) + Math.floor(random.next() ** 1.2 * (to - from))
  const lines = chooseLines(goods, { daysAgo, needsPlenty: !['completed', 'shipped'].includes(fate), random })
  const isTracked = (fate === 'completed' || fate === 'shipped') && random.chance(TRACKED_SHARE)
  return {
    buyer, address: itemAt(buyer.addresses, 0), fate, daysAgo, lines, units: isTracked ? 'chance' : 'untracked',
    note: random.chance(0.12) ? random.pick(orderNotes) : '', isFromCart: random.chance(0.6),
  }
}

function chooseLines(goods: Goods, asked: { daysAgo: number; needsPlenty: boolean; random: Random }): PlannedLine[] {
  const { daysAgo, needsPlenty, random } = asked
  const onSale = goods.products.filter((product) =>
    isOnSale(product, daysAgo) && (!needsPlenty || product.skus.some(isPlenty)))
  const lineCount = random.weighted([1, 2, 3], (count) => [78, 18, 4][count - 1] ?? 0)
  const products = new Set(Array.from({ length: lineCount }, () => random.weighted(onSale, demandFor)))
  return [...products].map((product) => {
    const skus = product.skus.filter((each) => !needsPlenty || isPlenty(each))
    const sku = random.weighted(skus, (each) => 1 / (each.at + 1))
    const qty = sku.seed.priceFen < CHEAP_FEN ? random.weighted([1, 2, 3], (count) => [76, 19, 5][count - 1] ?? 0) : 1
    return { sku, qty }
  })
}

/** Cheap things are bought more often than dear ones. */
function demandFor(product: Product): number {
  return product.appeal / Math.sqrt(itemAt(product.skus, 0).seed.priceFen / 100_000 + 0.5)
}

/** Whether the product was in the shop on that day already. */
function isOnSale(product: Product, daysAgo: number): boolean {
  return product.ageDays > daysAgo + 1
}

function isPlenty(sku: Sku): boolean {
  return sku.seed.onHandQty >= PLENTY_QTY
}
