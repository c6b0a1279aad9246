import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdPath } from '@hearth/contracts/shared'
import { QrQuery, UnitAnswer, UnitList, UnitsQuery } from '@hearth/contracts/units'
import { Refusal } from '@hearth/kernel/errors'
import QRCode from 'qrcode'
import { isStaff } from '../modules/accounts/index.ts'
import { isUnitCode } from '../modules/lifecycle/index.ts'
import { countUnits, selectUnit, selectUnits } from '../reads/unit-list.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { unitByCodeRoutes } from './lifecycle-unit-codes.routes.ts'
import { unitWriteRoutes } from './lifecycle-unit-writes.routes.ts'
import { askedPage, lifecycleList } from './paging.ts'
import { lifecycleAnswer, seesUnit, unitScope, unitView } from './unit-view.ts'

const ID = ':id(^\\d{1,15}$)'
// Level M survives a scratched sticker; four modules of quiet margin are what scanners ask for.
const PICTURE = { errorCorrectionLevel: 'M', margin: 4 } as const
const PNG_PIXELS = 480

/** Lists, detail and the printed code (B-09, B-11, G-01), and with them every other route of units. */
export const unitRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await app.register(unitByCodeRoutes, { deps })
  await app.register(unitWriteRoutes, { deps })

  app.get('/lifecycle/products/', {
    config: { access: 'person' }, schema: { querystring: UnitsQuery, response: { 200: UnitList } },
  }, async (request) => {
    const { query } = request
    const ask = askedPage(query)
    if (query.qrcode_id !== undefined && !isUnitCode(query.qrcode_id)) {
      return lifecycleList(request, deps.config.publicUrl, { results: [], total: 0, ask })
    }
    const filter = {
      scope: unitScope(personOf(request)), status: query.status, productTypeId: query.product_type_id,
      agentId: query.agent_id, ownerId: query.customer, code: query.qrcode_id,
    }
    const [rows, total] = await Promise.all([selectUnits(deps.db, filter, ask), countUnits(deps.db, filter)])
    const results = rows.map((row) => unitView(row, deps))
    return lifecycleList(request, deps.config.publicUrl, { results, total, ask })
  })

  app.get(`/lifecycle/products/${ID}/`, {
    config: { access: 'person' }, schema: { params: IdPath, response: { 200: UnitAnswer } },
  }, async (request) => {
    const row = await selectUnit(deps.db, { id: Number(request.params.id) })
    if (!row || !seesUnit(personOf(request), row)) throw new Refusal('lifecycle.unit_not_found')
    return lifecycleAnswer(unitView(row, deps))
  })

  app.get(`/lifecycle/products/${ID}/qrcode/`, {
    config: { access: 'console' }, schema: { params: IdPath, querystring: QrQuery },
  }, async (request, reply) => {
    const person = personOf(request)
    const row = await selectUnit(deps.db, { id: Number(request.params.id) })
    if (!row || !(isStaff(person) || row.agent_id === person.id)) throw new Refusal('lifecycle.unit_not_found')
    const text = deps.scanSigner.scanUrl(deps.config.publicUrl, row.code)
    const format = request.query.format ?? 'png'
    reply.header('cache-control', 'private, max-age=3600')
    reply.header('content-disposition', `inline; filename="${row.code}.${format}"`)
    return format === 'svg'
      ? reply.type('image/svg+xml').send(await QRCode.toString(text, { ...PICTURE, type: 'svg' }))
      : reply.type('image/png').send(await QRCode.toBuffer(text, { ...PICTURE, type: 'png', width: PNG_PIXELS }))
  })
}
