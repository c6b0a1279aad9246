import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import {
  CompleteRepairBody, RepairAnswer, RepairBody, RepairChange, RepairList, RepairsQuery,
} from '@hearth/contracts/units'
import { Refusal } from '@hearth/kernel/errors'
import type { Static } from 'typebox'
import { changeRepair, completeRepair, isUnitCode, reportRepair } from '../modules/lifecycle/index.ts'
import type { Db } from '../platform/db.ts'
import { inTransaction } from '../platform/db.ts'
import { countRepairs, selectRepair, selectRepairs } from '../reads/repair-list.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { askedPage, lifecycleList } from './paging.ts'
import { refuseField, requiredText } from './required-text.ts'
import { lifecycleAnswer, repairView, seesUnit, unitScope } from './unit-view.ts'
import { writeOnce } from './write-once.ts'

const ID = ':id(^\\d{1,15}$)'
const WHICH_UNIT = { zh: '请填写 product_id 或 qrcode_id，只填一个。', en: 'Give either product_id or qrcode_id.' }
const NO_TIME = { zh: '应为 ISO-8601 时间。', en: 'Must be a time in ISO-8601.' }

/** Repairs (B-21, B-22, B-23, B-24, B-26). */
export const repairRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const person = { access: 'person' } as const
  const staff = { access: 'staff' } as const

  app.get('/lifecycle/repair-records/', {
    config: person, schema: { querystring: RepairsQuery, response: { 200: RepairList } },
  }, async (request) => {
    const { status, product: unitId, qrcode_id: code } = request.query
    const ask = askedPage(request.query)
    if (code !== undefined && !isUnitCode(code)) {
      return lifecycleList(request, deps.config.publicUrl, { results: [], total: 0, ask })
    }
    const caller = personOf(request)
    const filter = { scope: unitScope(caller), state: status, unitId, code }
    const [rows, total] = await Promise.all([selectRepairs(deps.db, filter, ask), countRepairs(deps.db, filter)])
    const results = rows.map((row) => repairView(row, caller))
    return lifecycleList(request, deps.config.publicUrl, { results, total, ask })
  })

  app.get(`/lifecycle/repair-records/${ID}/`, {
    config: person, schema: { params: IdPath, response: { 200: RepairAnswer } },
  }, async (request) => shownRepair(deps.db, request, Number(request.params.id)))

  app.post('/lifecycle/repair-records/', {
    config: person, schema: { body: RepairBody, headers: IdempotencyHeader, response: { 201: RepairAnswer } },
  }, async (request, reply) => {
    const { body } = request
    const input = {
      unit: unitKey(body), reason: requiredText('reason', body.reason), remark: body.remark ?? '',
      repairAt: repairTime(body.repair_time), actor: personOf(request), at: deps.now(),
    }
    const repairId = await writeOnce(deps, request, 'reportRepair', (tx) => reportRepair(tx, input))
    return reply.code(201).send(await shownRepair(deps.db, request, repairId))
  })

  app.route({
    method: ['PUT', 'PATCH'],
    url: `/lifecycle/repair-records/${ID}/`,
    config: staff,
    schema: { params: IdPath, body: RepairChange, response: { 200: RepairAnswer } },
    handler: async (request) => {
      const { status: state = null, ...given } = request.body
      const words = wordsOf(given)
      const repairId = Number(request.params.id)
      const actorId = personOf(request).id
      await inTransaction(deps.db, (tx) => changeRepair(tx, { repairId, state, words, actorId, at: deps.now() }))
      return shownRepair(deps.db, request, repairId)
    },
  })

  app.post(`/lifecycle/repair-records/${ID}/complete_repair/`, {
    config: staff,
    schema: { params: IdPath, body: CompleteRepairBody, headers: IdempotencyHeader, response: { 200: RepairAnswer } },
  }, async (request) => {
    const result = requiredText('result', request.body.result)
    const repairId = Number(request.params.id)
    const actorId = personOf(request).id
    await writeOnce(deps, request, `completeRepair:${repairId}`, async (tx) => {
      await completeRepair(tx, { repairId, result, actorId, at: deps.now() })
      return repairId
    })
    return shownRepair(deps.db, request, repairId)
  })
}

async function shownRepair(db: Db, request: FastifyRequest, repairId: number) {
  const caller = personOf(request)
  const row = await selectRepair(db, repairId)
  if (!row || !seesUnit(caller, row)) throw new Refusal('lifecycle.repair_not_found')
  return lifecycleAnswer(repairView(row, caller))
}

function unitKey(body: Static<typeof RepairBody>): { id: number } | { code: string } {
  const { product_id: id, qrcode_id: code } = body
  if (id !== undefined && code === undefined) return { id }
  if (id === undefined && code !== undefined) return { code: code.trim() }
  return refuseField('product_id', WHICH_UNIT)
}

function repairTime(text: string | undefined): Date | null {
  if (text === undefined) return null
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(text)
  const at = new Date(/^\d{4}-\d{2}-\d{2}T/.test(text) ? `${text}${hasZone ? '' : '+08:00'}` : '')
  return Number.isNaN(at.getTime()) ? refuseField('repair_time', NO_TIME) : at
}

/** Only the words that were given; a reason that is given says something. */
function wordsOf(given: { reason?: string; result?: string; remark?: string }) {
  const { reason, result, remark } = given
  return {
    ...(reason === undefined ? {} : { reason: requiredText('reason', reason) }),
    ...(result === undefined ? {} : { result: result.trim() }),
    ...(remark === undefined ? {} : { remark: remark.trim() }),
  }
}
