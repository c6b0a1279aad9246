import { loadavg } from 'node:os'
import { ORDERS, openOrderShop } from './order-shops.ts'
import type { OrderSample } from './order-shops.ts'
import { ORDERS_HEADING } from './sections.ts'
import type { Size } from './size-shops.ts'
import { SKUS_PER_PRODUCT, SKU_QTY } from './shop-rows.ts'
import { benchAlipay } from './alipay-notices.ts'
import { startHearth } from './start-hearth.ts'
import { compareSizes, sizesTable } from './two-sizes.ts'
import type { Asked, Compared, Line, Side } from './two-sizes.ts'

const GOAL = 1.5
const COST_GOAL = 1.2
const TURNS = 300
const PLACING = 'placing an order'

const of = ({ orders }: OrderSample, n: number) => orders[n % orders.length] ?? { id: 0, number: '', buyer: 0 }
const mine = (path: (number: string) => string) => (sample: OrderSample, n: number): Asked => {
  const { buyer, number } = of(sample, n)
  return { path: path(number), token: sample.tokens[buyer] }
}
const staffs = (path: (sample: OrderSample, n: number) => string) => (sample: OrderSample, n: number): Asked =>
  ({ path: path(sample, n), token: sample.adminToken })

/** Somebody's orders are few in both shops; lists of all orders are asked for by the same number of rows. */
const operations: readonly Compared<OrderSample>[] = [
  { title: 'my orders', ask: mine(() => '/api/orders/?page_size=1') },
  { title: 'my orders, by state', ask: mine(() => '/api/orders/my_orders/?status=completed&page_size=1') },
  { title: 'my counts', ask: mine(() => '/api/orders/my_counts/') },
  { title: 'order detail', ask: mine((number) => `/api/orders/${number}/`) },
  { title: 'all orders (console)', ask: staffs(() => '/api/orders/?page_size=20') },
  { title: 'all orders, page 25 (console)', ask: staffs(() => '/api/orders/?page_size=20&page=25') },
  { title: 'orders to ship (console)', ask: staffs(() => '/api/orders/?status=paid&page_size=20') },
  // A part of a name finds more people, so it is a long one; these two have an order in the small shop as well.
  { title: 'orders of a buyer (console)', ask: staffs((_, n) => `/api/orders/?username=buyer-${1_000 + (n % 2)}&page_size=1`) },
  { title: 'order by its number (console)', ask: staffs((sample, n) => `/api/orders/?order_id=${of(sample, n).number}`) },
  { title: 'order detail (console)', ask: staffs((sample, n) => `/api/orders/${of(sample, n).number}/`) },
  { title: PLACING, ask: placed },
]

function placed({ tokens }: OrderSample, n: number): Asked {
  const buyer = (n * 7) % tokens.length
  const sku = 1 + ((n * 13) % SKU_QTY)
  return {
    path: '/api/orders/create_order/', method: 'POST', token: tokens[buyer],
    body: {
      address_id: buyer + 1, method: 'wechat',
      items: [{ product_id: Math.ceil(sku / SKUS_PER_PRODUCT), sku_id: sku, quantity: 1 }],
    },
  }
}

/** Measures the same requests over 1,000 stored orders and over 1,000,000. @returns a section of RESULTS.md */
export async function orderSizeSection(benchUrl: string, say: (text: string) => void): Promise<string> {
  const at = new Date()
  const loadBefore = loadavg()[0] ?? 0
  const sides = { small: await openSide(benchUrl, 'small', say), big: await openSide(benchUrl, 'big', say) }
  try {
    const { lines, turns } = await compareSizes({ sides, operations, turns: TURNS, say })
    return textOf(lines, { at, loadBefore, turns })
  } finally {
    await sides.small.server.stop()
    await sides.big.server.stop()
  }
}

async function openSide(benchUrl: string, size: Size, say: (text: string) => void): Promise<Side<OrderSample>> {
  const { url, sample } = await openOrderShop(benchUrl, size, say)
  return { sample, server: await startHearth({ databaseUrl: url, folder: `hearth-orders-${size}`, env: benchAlipay().env }) }
}

type About = { at: Date; loadBefore: number; turns: number }

function textOf(lines: readonly Line<Compared<OrderSample>>[], { at, loadBefore, turns }: About): string {
  const missed = lines.filter(({ ratio }) => !(ratio <= GOAL))
    .map(({ operation, ratio }) => `${operation.title} ${ratio.toFixed(1)} ×`)
  const placing = lines.find(({ operation }) => operation.title === PLACING)
  const cost = placing ? placing.p50.big / placing.p50.small : Number.NaN
  if (!(cost < COST_GOAL)) missed.push(`an order costs ${cost.toFixed(2)} × (goal < ${COST_GOAL})`)
  return [
    ORDERS_HEADING, '',
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${turns} turns, load average at the start ${loadBefore.toFixed(1)}`
      + `${loadBefore > 0.5 ? ' (the machine had other work: p95 is noisy)' : ''}.`,
    `${ORDERS.small.toLocaleString('en')} stored orders of 3,000 buyers beside ${ORDERS.big.toLocaleString('en')}, in two databases of one PostgreSQL, each with`,
    `a server of its own, all pages in the memory of PostgreSQL. One request at a time, in turn, all kinds mixed. Goal: p95 at most ${GOAL} × that of the small shop;`,
    `an order at the median at most ${COST_GOAL} × as dear (${cost.toFixed(2)} ×).`, '',
    ...sizesTable(lines, GOAL), '',
    missed.length === 0 ? 'Goal met everywhere.' : `Goal missed: ${missed.join('; ')}.`, '',
  ].join('\n')
}
