import type { Static } from 'typebox'
import type {
  OrderBody, OrderCounts, OrderDetail, OrderPage as OrderPageShape, OrderPlaced, OrderView, SettlementView,
} from '@hearth/contracts/orders'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type OrderPage = Static<typeof OrderPageShape>
export type { OrderBody, OrderCounts, OrderDetail, OrderPlaced, OrderView, SettlementView }

/** D-19: the ticked lines of the cart with freight and totals; or one SKU that is bought past the cart. */
export function readSettlement(http: Http, direct?: { sku_id: number; count: number }): Promise<SettlementView> {
  return ask(http, { method: 'GET', path: '/api/orders/settlement/', query: direct })
}

/** D-20 or A-44 by its body; the same key twice gives the same order. */
export function placeOrder(http: Http, body: OrderBody, onceKey: string): Promise<OrderPlaced> {
  return ask(http, { method: 'POST', path: '/api/orders/', body, headers: { 'idempotency-key': onceKey } })
}

type OrdersAsk = { status?: string; q?: string; page?: number; page_size?: number }

/** */
export function listMyOrders(http: Http, query: OrdersAsk): Promise<OrderPage> {
  return ask(http, { method: 'GET', path: '/api/orders/my_orders/', query })
}

/** How many orders of one's own in each state. */
export function countMyOrders(http: Http): Promise<OrderCounts> {
  return ask(http, { method: 'GET', path: '/api/orders/my_counts/' })
}

/** A-39 by order number. */
export function readOrder(http: Http, orderNumber: string): Promise<OrderDetail> {
  return ask(http, { method: 'GET', path: `/api/orders/${encodeURIComponent(orderNumber)}/` })
}

/** */
export function cancelOrder(http: Http, orderNumber: string, reason: string): Promise<OrderView> {
  const path = `/api/orders/${encodeURIComponent(orderNumber)}/cancel/`
  return ask(http, { method: 'PATCH', path, body: { reason } })
}

/** */
export function confirmReceipt(http: Http, orderNumber: string): Promise<OrderView> {
  return ask(http, { method: 'PATCH', path: `/api/orders/${encodeURIComponent(orderNumber)}/confirm_receipt/`, body: {} })
}
