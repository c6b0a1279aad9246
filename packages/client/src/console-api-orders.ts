import type { AreaView } from '@hearth/contracts/areas'
import type { AddressBody, AddressView } from '@hearth/contracts/customers'
import type { BuyerView } from '@hearth/contracts/order-desk'
import type {
  OrderBody, OrderCounts, OrderCountsQuery, OrderEdit, OrderExportQuery, OrderPlaced, OrderView,
} from '@hearth/contracts/orders'
import type { Static } from 'typebox'
import { listAreas } from './api/addresses.ts'
import { listPayMethods } from './api/payments.ts'
import { ask, queryText } from './http.ts'
import type { Http } from './http.ts'

const of = (orderNumber: string) => `/api/orders/${encodeURIComponent(orderNumber)}/`

/** What staff do around orders. */
export function orderDeskCalls(http: Http) {
  return {
    /** How many of them are in each state. */
    orderCounts: (query: Static<typeof OrderCountsQuery>) =>
      ask<OrderCounts>(http, { method: 'GET', path: '/api/orders/counts/', query }),
    /** What is left out stays; address and delivery only until it ships. */
    editOrder: (orderNumber: string, body: OrderEdit) =>
      ask<OrderView>(http, { method: 'PATCH', path: of(orderNumber), body }),
    /** Administrators only, cancelled orders without money only. */
    removeOrder: (orderNumber: string) => ask<null>(http, { method: 'DELETE', path: of(orderNumber) }),
    /** Provinces, or what lies in an area. */
    areas: (parentId: number | null): Promise<AreaView[]> => listAreas(http, parentId),
    /** Up to ten people whom one may order for. */
    buyers: (q: string) => ask<BuyerView[]>(http, { method: 'GET', path: '/api/orders/buyers/', query: { q } }),
    buyerAddresses: (id: number) =>
      ask<AddressView[]>(http, { method: 'GET', path: `/api/orders/buyers/${id}/addresses/` }),
    /** One more address of theirs; one for one key. */
    addBuyerAddress: (id: number, body: AddressBody, key: string) => ask<AddressView>(http, {
      method: 'POST', path: `/api/orders/buyers/${id}/addresses/`, body, headers: { 'idempotency-key': key },
    }),
    /** The ways to pay that are open now. */
    payMethods: () => listPayMethods(http),
    /** One order for one key, however often it is sent. */
    placeOrder: (body: OrderBody, key: string) => ask<OrderPlaced>(http, {
      method: 'POST', path: '/api/orders/create_order/', body, headers: { 'idempotency-key': key },
    }),
  }
}

/** Where the browser fetches orders as a file. */
export function orderExportPath(query: Static<typeof OrderExportQuery>): string {
  return `/api/orders/export/${queryText(query)}`
}
