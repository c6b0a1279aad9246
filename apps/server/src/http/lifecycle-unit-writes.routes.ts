import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdempotencyHeader } from '@hearth/contracts/shared'
import {
  ActivateBody, BulkCreateBody, BulkCreated, BulkShipped, BulkShippingBody, UnitAnswer, UnitBody,
} from '@hearth/contracts/units'
import type { Static } from 'typebox'
import { activateUnit, createUnits, shipUnitsToAgent } from '../modules/lifecycle/index.ts'
import { selectUnitsById } from '../reads/unit-list.sql.ts'
import { personOf } from './access.ts'
import { sayCodeReasons } from './code-reasons.ts'
import type { Deps } from './deps.ts'
import { refuseField } from './required-text.ts'
import { lifecycleAnswer, unitView } from './unit-view.ts'
import { writeOnce } from './write-once.ts'

const CODES_OR_QUANTITY = {
  zh: '请填写编码列表（qrcode_ids），或数量（quantity）和前缀，只选一种。',
  en: 'Give either the codes (qrcode_ids) or a quantity with a prefix.',
}

/** Creating, shipping and activating units (B-10, B-14, B-15, B-16). */
export const unitWriteRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const staff = { access: 'staff' } as const
  const headers = IdempotencyHeader
  sayCodeReasons(app)

  app.post('/lifecycle/products/', {
    config: staff, schema: { body: UnitBody, headers, response: { 201: UnitAnswer } },
  }, async (request, reply) => {
    const { product_type_id: productTypeId, qrcode_id: code, remark = '' } = request.body
    const codes = code === undefined ? { qty: 1, prefix: '' } : [code]
    const actorId = personOf(request).id
    const unitIds = await writeOnce(deps, request, 'createUnit', (tx) =>
      createUnits(tx, { operation: 'create', productTypeId, codes, remark, actorId, at: deps.now() }))
    return reply.code(201).send(lifecycleAnswer(await oneUnit(deps, unitIds)))
  })

  app.post('/lifecycle/products/bulk_create/', {
    config: staff, schema: { body: BulkCreateBody, headers, response: { 201: BulkCreated } },
  }, async (request, reply) => {
    const { product_type_id: productTypeId, remark = '' } = request.body
    const codes = codesOf(request.body)
    const actorId = personOf(request).id
    const unitIds = await writeOnce(deps, request, 'createUnits', (tx) =>
      createUnits(tx, { operation: 'bulk_create', productTypeId, codes, remark, actorId, at: deps.now() }))
    const rows = await selectUnitsById(deps.db, unitIds)
    return reply.code(201).send(lifecycleAnswer({ count: rows.length, units: rows.map((row) => unitView(row, deps)) }))
  })

  app.post('/lifecycle/products/bulk_shipping/', {
    config: staff, schema: { body: BulkShippingBody, headers, response: { 200: BulkShipped } },
  }, async (request) => {
    const { qrcode_ids: codes, agent_id: agentId } = request.body
    const actorId = personOf(request).id
    await writeOnce(deps, request, 'shipUnits', async (tx) =>
      (await shipUnitsToAgent(tx, { codes, agentId, actorId, at: deps.now() })).length)
    return lifecycleAnswer({ count: codes.length, qrcode_ids: codes })
  })

  app.post('/lifecycle/products/activate/', {
    config: { access: 'person' }, schema: { body: ActivateBody, headers, response: { 200: UnitAnswer } },
  }, async (request) => {
    const { qrcode_id: code, customer_id: customerId = null } = request.body
    const actor = personOf(request)
    const unitId = await writeOnce(deps, request, 'activateUnit', async (tx) =>
      (await activateUnit(tx, { code: code.trim(), customerId, actor, at: deps.now() })).id)
    return lifecycleAnswer(await oneUnit(deps, [unitId]))
  })
}

async function oneUnit(deps: Deps, unitIds: readonly number[]) {
  const [row] = await selectUnitsById(deps.db, unitIds)
  if (!row) throw new Error('A unit that was just written cannot be read')
  return unitView(row, deps)
}

function codesOf(body: Static<typeof BulkCreateBody>) {
  const { qrcode_ids: codes, quantity: qty, prefix = '' } = body
  if (codes && qty === undefined) return codes
  if (!codes && qty !== undefined) return { qty, prefix }
  return refuseField('qrcode_ids', CODES_OR_QUANTITY)
}
