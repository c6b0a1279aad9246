import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AddressView } from '@hearth/contracts/customers'
import { BuyerView, BuyersQuery } from '@hearth/contracts/order-desk'
import { OrderCounts, OrderCountsQuery } from '@hearth/contracts/orders'
import { IdPath } from '@hearth/contracts/shared'
import { Type } from 'typebox'
import { listAddresses } from '../modules/customers/index.ts'
import { selectBuyers } from '../reads/buyers.sql.ts'
import { countOrdersByState } from '../reads/order-list.sql.ts'
import { personOf } from './access.ts'
import { addressView } from './address-view.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { ordersFilter } from './order-filters.ts'
import { maskedPhone } from './order-sheet.ts'
import { countsOf } from './orders.routes.ts'

const config = { access: 'staff' } as const

/** What staff need around orders: counts for the tabs of the list, and whom to order for. */
export const orderDeskRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/orders/counts/', {
    config, schema: { querystring: OrderCountsQuery, response: { 200: OrderCounts } },
  }, async (request) => countsOf(await countOrdersByState(deps.db, ordersFilter(personOf(request), request.query))))

  app.get('/orders/buyers/', {
    config, schema: { querystring: BuyersQuery, response: { 200: Type.Array(BuyerView) } },
  }, async (request) => {
    const rows = await selectBuyers(deps.db, request.query.q.trim())
    return rows.map(({ mobile, ...row }) => ({ ...row, mobile: mobile === null ? '' : maskedPhone(mobile) }))
  })

  app.get('/orders/buyers/:id(^\\d{1,15}$)/addresses/', {
    config, schema: { params: IdPath, response: { 200: Type.Array(AddressView) } },
  }, async (request) => (await listAddresses(deps.db, idOf(request))).map(addressView))
}
