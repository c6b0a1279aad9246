import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AddressBody, AddressView } from '@hearth/contracts/customers'
import { BuyerView, BuyersQuery } from '@hearth/contracts/order-desk'
import { OrderCounts, OrderCountsQuery } from '@hearth/contracts/orders'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { createAddress, listAddresses } from '../modules/customers/index.ts'
import type { AddressFields } from '../modules/customers/index.ts'
import { isBuyer, selectBuyers } from '../reads/buyers.sql.ts'
import { countOrdersByState } from '../reads/order-list.sql.ts'
import { personOf } from './access.ts'
import { NOWHERE, readAddress } from './address-input.ts'
import { addressView } from './address-view.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { ordersFilter } from './order-filters.ts'
import { maskedPhone } from './order-sheet.ts'
import { countsOf } from './orders.routes.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'staff' } as const
const ADDRESSES = '/orders/buyers/:id(^\\d{1,15}$)/addresses/'

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

  app.get(ADDRESSES, {
    config, schema: { params: IdPath, response: { 200: Type.Array(AddressView) } },
  }, async (request) => (await listAddresses(deps.db, idOf(request))).map(addressView))

  app.post(ADDRESSES, {
    config,
    schema: { params: IdPath, headers: IdempotencyHeader, body: AddressBody, response: { 201: AddressView } },
  }, async (request, reply) => {
    const userId = idOf(request)
    const { fields, area = NOWHERE, isDefault } = readAddress(request, null, true)
    const asked = { userId, fields: fields as AddressFields, area, isDefault, at: deps.now() }
    const view = await writeOnce(deps, request, `createAddress of ${userId}`, async (tx) => {
      if (!(await isBuyer(tx, userId))) throw new Refusal('accounts.not_found')
      return addressView(await createAddress(tx, asked))
    })
    return reply.code(201).send(view)
  })
}
