import type { Static } from 'typebox'
import type {
  OrderBody, OrderDetail, OrderPage as OrderPageShape, OrderPlaced, OrderView, SettlementView,
} from '@hearth/contracts/orders'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type OrderPage = Static<typeof OrderPageShape>
export type { OrderBody, OrderDetail, OrderPlaced, OrderView, SettlementView }

/** D-19: the ticked lines of the cart with freight and totals. */
export function readSettlement(http: Http): Promise<SettlementView> {
  return ask(http, { method: 'GET', path: '/api/orders/settlement/' })
}

/** D-20 or A-44 by its body; the same key twice gives the same order. */
export function placeOrder(http: Http, body: OrderBody, onceKey: string): Promise<OrderPlaced> {
  return ask(http, { method: 'POST', path: '/api/orders/', body, headers: { 'idempotency-key': onceKey } })
}

type OrdersAsk = { status?: string; page?: number; page_size?: number }

/** */
export function listMyOrders(http: Http, query: OrdersAsk): Promise<OrderPage> {
  return ask(http, { method: 'GET', path: '/api/orders/my_orders/', query })
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
