import { benchAlipay } from './alipay-notices.ts'
import {
  BUYER_QTY, ITEM_IDS, KINDS, MINOR_IDS, PRODUCT_QTY, SERIES, SKUS_PER_PRODUCT, SKU_QTY,
} from './shop-rows.ts'

export const operationNames = [
  'list', 'category', 'by_category', 'search', 'sku', 'product', 'order', 'keyed_order', 'checkout', 'purchase',
] as const
export type OperationName = (typeof operationNames)[number]

/** One HTTP request of an operation; a sequence shares its `Turn`. */
export type Asked = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }
/** What one run through an operation is about; no two that run at once have the same buyer. */
export type Turn = {
  buyer: number; skuId: number; page: number; at: number; placed?: { orderNumber: string; amount: string }
}
export type Step = (turn: Turn, tokens: readonly string[]) => Asked

/** `cpuMs` and `share` are the goals of quality.md; null where there is none. Without `floor` it is absolute. */
export type Operation = {
  name: OperationName
  title: string
  share: number | null
  cpuMs: number | null
  perSecond: number | null
  floor: Step | null
  hearth: Step[]
  /** The step whose answer says what the next ones need; `note` reads it. */
  heard?: { step: number; note(turn: Turn, text: string): void }
}

const PAGES = 25
const CATEGORY_PAGES = 5

let turns = 0
const skip = Math.floor(Math.random() * BUYER_QTY)

/** The next turn: buyers in a row, SKUs and pages at random, so that no row is hot. */
export function nextTurn(): Turn {
  turns += 1
  return { buyer: (turns + skip) % BUYER_QTY, skuId: 1 + random(SKU_QTY), page: 1 + random(PAGES), at: turns }
}

const get = (path: string): Asked => ({ method: 'GET', path })
const listed: Step = ({ page }) => get(`/api/products/?page=${page}`)
const categoryListed: Step = ({ skuId, page }) =>
  get(`/api/categories/${pick(ITEM_IDS, skuId)}/skus?page=${1 + (page % CATEGORY_PAGES)}`)
const listedByCategory: Step = ({ skuId, page }) =>
  get(`/api/products/by_category/?category_id=${pick(MINOR_IDS, skuId)}&page=${1 + (page % CATEGORY_PAGES)}`)
const searched: Step = ({ skuId }) => get(`/api/products/?search=${typed(skuId)}`)
const skuShown: Step = ({ skuId }) => get(`/api/skus/${skuId}/`)
const productShown: Step = ({ skuId }) => get(`/api/products/${1 + (skuId % PRODUCT_QTY)}/`)

const orderPlaced: Step = ({ buyer, skuId }, tokens) => post('/api/orders/create_order/', tokens[buyer], {
  address_id: buyer + 1, method: 'wechat',
  items: [{ product_id: Math.ceil(skuId / SKUS_PER_PRODUCT), sku_id: skuId, quantity: 1 }],
})
const keyedOrderPlaced: Step = (turn, tokens) => {
  const asked = orderPlaced(turn, tokens)
  return { ...asked, headers: { ...asked.headers, 'idempotency-key': `bench-${process.pid}-${turn.at}` } }
}
const putInCart: Step = ({ buyer, skuId }, tokens) => post('/api/cart/', tokens[buyer], { sku_id: skuId, count: 1 })
const settled: Step = ({ buyer }, tokens) =>
  ({ ...get('/api/orders/settlement/'), headers: { authorization: `Bearer ${tokens[buyer] ?? ''}` } })
const cartOrdered: Step = ({ buyer }, tokens) =>
  post('/api/orders/', tokens[buyer], { address: buyer + 1, pay_method: 3 })
const cartOrderedByAlipay: Step = ({ buyer }, tokens) =>
  post('/api/orders/', tokens[buyer], { address: buyer + 1, pay_method: 2 })
const payAsked: Step = ({ buyer, placed }, tokens) => ({
  ...get(`/api/orders/${placed?.orderNumber ?? 0}/payment/`), headers: { authorization: `Bearer ${tokens[buyer] ?? ''}` },
})
const noticeSent: Step = ({ placed }) => ({
  method: 'POST', path: '/api/payments/callback/alipay/', headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: benchAlipay().notice(placed ?? { orderNumber: '0', amount: '0.00' }),
})
const orderHeard = {
  step: 2,
  note: (turn: Turn, text: string) => {
    const { order_id: orderNumber, payment } = JSON.parse(text) as { order_id: string; payment: { amount: string } }
    turn.placed = { orderNumber, amount: payment.amount }
  },
}
const floorOrder: Step = ({ buyer, skuId }) =>
  post('/orders', undefined, { user_id: buyer + 1, address_id: buyer + 1, sku_id: skuId, quantity: 1 })

export const operations: readonly Operation[] = [
  {
    name: 'list', title: 'product list', share: 0.5, cpuMs: 0.8, perSecond: null, hearth: [listed],
    floor: ({ page }) => get(`/products?page=${page}`),
  },
  {
    name: 'category', title: 'category list (D-13)', share: 0.5, cpuMs: 0.8, perSecond: null, hearth: [categoryListed],
    floor: ({ skuId, page }) => get(`/skus?category_id=${pick(ITEM_IDS, skuId)}&page=${1 + (page % CATEGORY_PAGES)}`),
  },
  {
    name: 'by_category', title: 'products by category', share: 0.5, cpuMs: 0.8, perSecond: null,
    hearth: [listedByCategory],
    floor: ({ skuId, page }) =>
      get(`/products/by_category?category_id=${pick(MINOR_IDS, skuId)}&page=${1 + (page % CATEGORY_PAGES)}`),
  },
  {
    name: 'search', title: 'search, two words', share: 0.5, cpuMs: null, perSecond: null, hearth: [searched],
    floor: ({ skuId }) => get(`/products/search?words=${typed(skuId)}`),
  },
  {
    name: 'sku', title: 'SKU detail', share: 0.4, cpuMs: null, perSecond: null, hearth: [skuShown],
    floor: ({ skuId }) => get(`/skus/${skuId}`),
  },
  {
    name: 'product', title: 'product detail', share: 0.4, cpuMs: null, perSecond: null, hearth: [productShown],
    floor: ({ skuId }) => get(`/products/${1 + (skuId % PRODUCT_QTY)}`),
  },
  {
    name: 'order', title: 'order, one line', share: 0.3, cpuMs: 2, perSecond: null, hearth: [orderPlaced],
    floor: floorOrder,
  },
  {
    name: 'keyed_order', title: 'order with Idempotency-Key', share: 0.3, cpuMs: 2, perSecond: null,
    hearth: [keyedOrderPlaced], floor: floorOrder,
  },
  {
    name: 'checkout', title: 'cart → settlement → order', share: null, cpuMs: null, perSecond: 200,
    hearth: [putInCart, settled, cartOrdered], floor: null,
  },
  {
    name: 'purchase', title: 'cart → settlement → order → pay → notice', share: null, cpuMs: null, perSecond: 200,
    hearth: [putInCart, settled, cartOrderedByAlipay, payAsked, noticeSent], floor: null, heard: orderHeard,
  },
]

function post(path: string, token: string | undefined, body: unknown): Asked {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  return { method: 'POST', path, headers, body: JSON.stringify(body) }
}

function random(below: number): number {
  return Math.floor(Math.random() * below)
}

/** A series and a kind that go together. */
function typed(n: number): string {
  return encodeURIComponent(`${SERIES[n % SERIES.length] ?? ''} ${KINDS[n % KINDS.length] ?? ''}`)
}

function pick(ids: { first: number; qty: number }, n: number): number {
  return ids.first + (n % ids.qty)
}
