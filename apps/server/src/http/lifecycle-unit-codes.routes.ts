import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Lifecycle } from '@hearth/contracts/shared'
import { CheckWarrantyBody, UnitByCodeQuery, UnitByCodeView, WarrantyView } from '@hearth/contracts/units'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { isStaff } from '../modules/accounts/index.ts'
import { isUnitCode } from '../modules/lifecycle/index.ts'
import { selectUnitArticle } from '../reads/unit-article.sql.ts'
import { selectUnit, selectUnits, selectUnitsOfPeople } from '../reads/unit-list.sql.ts'
import type { UnitRow } from '../reads/unit-list.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { refuseField, requiredText } from './required-text.ts'
import { lifecycleAnswer, seesUnit, unitView, warrantyView } from './unit-view.ts'

const ONE_OF_THREE = { zh: '请填写编码、手机号或邮箱。', en: 'Give the code, the phone number or the e-mail.' }
const OWN_UNITS = { page: 1, pageSize: 200 }

/** What a code says to everybody (B-17, B-18). */
export const unitByCodeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const config = { access: 'public' } as const

  app.get('/lifecycle/products/get_by_qrcode/', {
    config, schema: { querystring: UnitByCodeQuery, response: { 200: Lifecycle(UnitByCodeView) } },
  }, async (request, reply) => {
    const code = requiredText('qrcode_id', request.query.qrcode_id)
    const { s: signature = '' } = request.query
    // A wrong signature and an unknown code are one and the same answer (contract, decision 31).
    if (signature !== '' && !deps.scanSigner.verify(code, signature)) throw new Refusal('lifecycle.unit_not_found')
    const row = await unitByCode(deps, code)
    reply.header('cache-control', 'private, no-store')
    return lifecycleAnswer(await byCodeView(deps, request, { row, isSigned: signature !== '' }))
  })

  app.post('/lifecycle/products/check_warranty/', {
    config,
    schema: {
      body: CheckWarrantyBody,
      response: { 200: Lifecycle(Type.Union([WarrantyView, Type.Array(WarrantyView)])) },
    },
  }, async (request) => {
    const { qrcode_id: code, phone, email } = request.body
    if (code) return lifecycleAnswer(warrantyView(await unitByCode(deps, code.trim()), deps))
    if (!phone && !email) refuseField('qrcode_id', ONE_OF_THREE)
    const rows = await unitsOf(deps, request, phone ? { mobile: phone.trim() } : { email: email?.trim() ?? '' })
    return lifecycleAnswer(rows.map((row) => warrantyView(row, deps)))
  })
}

async function unitByCode(deps: Deps, code: string): Promise<UnitRow> {
  const row = isUnitCode(code) ? await selectUnit(deps.db, { code }) : null
  if (!row) throw new Refusal('lifecycle.unit_not_found')
  return row
}

async function byCodeView(deps: Deps, request: FastifyRequest, { row, isSigned }: { row: UnitRow; isSigned: boolean }) {
  const { person } = request
  const { order_line_id: orderLineId, product_type_id: productTypeId } = row
  const article = await selectUnitArticle(deps.db, { orderLineId, productTypeId })
  return {
    ...warrantyView(row, deps), can_be_activated: row.state === 'shipped',
    is_mine: person !== null && row.owner_id === person.id, proof: isSigned ? 'signed' as const : 'unsigned' as const,
    image_url: deps.files.url(article?.image ?? ''), sku_id: article?.sku_id ?? null,
    unit: seesUnit(person, row) ? unitView(row, deps) : null,
  }
}

type Contact = { mobile: string } | { email: string }

/**
 * Units by their owner's mobile or e-mail: anybody's for staff, one's own for everybody else (contract, decision 11).
 * An e-mail that two accounts carry shows each of them only his own.
 */
async function unitsOf(deps: Deps, request: FastifyRequest, by: Contact): Promise<UnitRow[]> {
  const person = personOf(request)
  if (isStaff(person)) return selectUnitsOfPeople(deps.db, by)
  const isOwn = 'mobile' in by ? by.mobile === person.mobile : by.email.toLowerCase() === person.email.toLowerCase()
  if (!isOwn) throw new Refusal('http.forbidden')
  return selectUnits(deps.db, { scope: { ownerId: person.id, agentId: null } }, OWN_UNITS)
}
