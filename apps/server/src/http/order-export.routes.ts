import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { OrderExportQuery } from '@hearth/contracts/orders'
import { dayOf } from '@hearth/kernel/dates'
import { selectOrdersToExport } from '../reads/order-export.sql.ts'
import type { OrderFilter } from '../reads/order-filter.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './language.ts'
import { ordersFilter } from './order-filters.ts'
import { orderCells, orderTitles } from './order-sheet.ts'
import { sendSheet } from './sheets.ts'

const ORDERS_AT_ONCE = 500

/** The list of A-37 as a file, as long as it may be: it is read and sent in portions. */
export const orderExportRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/orders/export/', {
    config: { access: 'staff' }, schema: { querystring: OrderExportQuery },
  }, async (request, reply) => {
    const caller = personOf(request)
    const said = { language: languageOf(request), showsPhone: caller.role === 'admin' }
    const rows = rowsOf(deps, ordersFilter(caller, request.query), said)
    const day = dayOf(deps.now())
    return sendSheet(reply, { name: `orders-${day}`, format: request.query.format ?? 'csv', rows })
  })
}

async function* rowsOf(
  { db }: Deps, filter: OrderFilter, said: Parameters<typeof orderCells>[1],
): AsyncGenerator<string[][]> {
  yield [orderTitles(said.language)]
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const orders = await selectOrdersToExport(db, filter, { before, limit: ORDERS_AT_ONCE })
    if (orders.length === 0) return
    yield orders.map((order) => orderCells(order, said))
    before = orders.at(-1)?.id ?? before
  }
}
