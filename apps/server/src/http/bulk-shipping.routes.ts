import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { ShipCheck, ShipCheckBody, ShipSheet, ShipSheetUpload } from '@hearth/contracts/shipping'
import type { ShipCheckLine } from '@hearth/contracts/shipping'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import { tryShipping } from '../modules/fulfilment/index.ts'
import type { RefusedCode } from '../modules/lifecycle/index.ts'
import { selectOrderId } from '../modules/orders/index.ts'
import { inTransaction } from '../platform/db.ts'
import { selectOrder } from '../reads/order-list.sql.ts'
import type { OrderRow } from '../reads/order-list.sql.ts'
import { personOf } from './access.ts'
import { codesSaid } from './code-reasons.ts'
import type { Deps } from './deps.ts'
import { refusalSaid } from './envelope.ts'
import { languageOf } from './language.ts'
import type { Language } from './language.ts'
import { requiredText } from './required-text.ts'
import { rowsOfSheet } from './sheets.ts'
import { fileOf } from './uploads.ts'

const config = { access: 'staff' } as const
const MOST_LINES = 2_000
type Checked = ShipCheck['lines'][number]

/** Many parcels at once: a file of them as cells, and what shipping each would be answered. */
export const bulkShippingRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post('/orders/ship_sheet/', {
    config: { ...config, takesFiles: true },
    schema: { consumes: ['multipart/form-data'], body: ShipSheetUpload, response: { 200: ShipSheet } },
  }, async (request) => {
    const rows = await rowsOfSheet(fileOf(request), MOST_LINES)
    return { rows: rows.map(({ cells }) => cells) }
  })

  app.post('/orders/ship_check/', {
    config, schema: { body: ShipCheckBody, response: { 200: ShipCheck } },
  }, async (request) => {
    const lines: Checked[] = []
    for (const line of request.body.lines) lines.push(await checked(deps, request, line))
    return { lines }
  })
}

async function checked(deps: Deps, request: FastifyRequest, line: ShipCheckLine): Promise<Checked> {
  const number = line.order_number.trim()
  const id = /^\d+$/.test(number) ? await selectOrderId(deps.db, number) : null
  const row = id === null ? null : await selectOrder(deps.db, id)
  try {
    if (!row) throw new Refusal('orders.not_found')
    await wouldShip(deps, { orderId: row.id, actorId: personOf(request).id }, line)
    return { order: briefOf(row), fault: null }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return { order: row && briefOf(row), fault: faultOf(fault, languageOf(request)) }
  }
}

async function wouldShip(deps: Deps, of: { orderId: number; actorId: number }, line: ShipCheckLine): Promise<void> {
  const codes = line.qrcode_ids ?? []
  const input = {
    ...of, carrier: line.logistics_company?.trim() ?? '',
    trackingNumber: requiredText('tracking_number', line.tracking_number),
    codes: codes.length > 0 ? { all: codes } : null, note: '', at: deps.now(),
  }
  await inTransaction(deps.db, (tx) => tryShipping(tx, input))
}

function briefOf(row: OrderRow): NonNullable<Checked['order']> {
  return {
    order_number: row.number, status: row.state, user_username: row.username, receiver: row.receiver,
    goods: row.items[0]?.product_name ?? '', quantity: row.item_qty, actual_amount: yuanText(row.payable_fen),
    tracking_number: row.tracking_number ?? '',
  }
}

function faultOf(refusal: Refusal, language: Language): NonNullable<Checked['fault']> {
  const { code, message, errors } = refusalSaid(refusal, language)
  const codes = Array.isArray(refusal.facts.codes) ? codesSaid(refusal.facts.codes as RefusedCode[], language) : []
  const words = errors ? Object.values(errors).flat().join(' ') : message
  return { error_code: code, message: words, codes: codes.map((one) => ({ code: one.code, message: one.message })) }
}
