import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  MyOrdersQuery, OrderCounts, OrderDetail, OrderPage, OrderQuery, SettlementQuery, SettlementView,
} from '@hearth/contracts/orders'
import { pageOf } from '@hearth/kernel/pages'
import { orderStatuses } from '@hearth/kernel/order-status'
import type { OrderStatus } from '@hearth/kernel/order-status'
import { countOrdersByState, selectOrderPage } from '../reads/order-list.sql.ts'
import type { OrderFilter } from '../reads/order-filter.sql.ts'
import type { OrderOrdering } from '../reads/order-list.sql.ts'
import { selectDirectSettlement, selectSettlement } from '../reads/settlement.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { myOrdersFilter, ordersFilter } from './order-filters.ts'
import { orderIdFromPath } from './order-path.ts'
import { orderView, shownOrderDetail, shownTo } from './order-view.ts'
import { askedPage, linkedPage } from './paging.ts'
import { settlementView } from './settlement-view.ts'

const person = { access: 'person' } as const
export const ORDER_ID = ':id(^\\d{1,64}$)'
export type OrderPath = { id: string }

/** Settlement, lists and detail (D-19, A-37, A-39, A-43). */
export const orderRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/orders/settlement/', {
    config: person, schema: { querystring: SettlementQuery, response: { 200: SettlementView } },
  }, async (request) => {
    const { sku_id, count = 1 } = request.query
    const settled = sku_id === undefined
      ? await selectSettlement(deps.db, personOf(request).id)
      : await selectDirectSettlement(deps.db, sku_id, count)
    return settlementView(deps, settled, { chargesFreight: sku_id === undefined })
  })

  app.get('/orders/', { config: person, schema: { querystring: OrderQuery, response: { 200: OrderPage } } },
    async (request) => {
      const { query } = request
      return listOrders(deps, request, ordersFilter(personOf(request), query), query.ordering)
    })

  app.get('/orders/my_orders/', { config: person, schema: { querystring: MyOrdersQuery, response: { 200: OrderPage } } },
    async (request) => listOrders(deps, request, myOrdersFilter(personOf(request), request.query)))

  app.get('/orders/my_counts/', { config: person, schema: { response: { 200: OrderCounts } } }, async (request) => {
    return countsOf(await countOrdersByState(deps.db, { userId: personOf(request).id }))
  })

  app.get<{ Params: OrderPath }>(`/orders/${ORDER_ID}/`, { config: person, schema: { response: { 200: OrderDetail } } },
    async (request) => shownOrderDetail(shownTo(deps, request), await orderIdFromPath(deps.db, request.params.id)))
}

/** Counts by state, with those that are nought. */
export function countsOf(counted: ReadonlyMap<OrderStatus, number>): OrderCounts {
  const counts = Object.fromEntries(orderStatuses.map((status) => [status, counted.get(status) ?? 0]))
  return { ...counts, all: [...counted.values()].reduce((sum, n) => sum + n, 0) } as OrderCounts
}

async function listOrders(deps: Deps, request: FastifyRequest, filter: OrderFilter, ordering?: OrderOrdering) {
  const ask = askedPage(request.query as { page?: number; page_size?: number })
  const { rows, total } = await selectOrderPage(deps.db, filter, ask, ordering)
  const shown = shownTo(deps, request)
  return linkedPage(request, deps.config.publicUrl, pageOf(rows.map((row) => orderView(row, shown)), total, ask))
}
