import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { aProductType, unitsAtAgent, unitsInStock } from '../../../tests/support/unit-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import type { SignedIn, World } from '../../../tests/support/world.ts'
import { reportRepair } from './report-repair.ts'

const REPAIRS = '/api/lifecycle/repair-records/'

async function ownedUnit(w: World, code: string, owner: SignedIn, warrantyMonths = 12): Promise<number> {
  const [id] = await unitsAtAgent(w, [code], { productTypeId: await aProductType(w, { warrantyMonths }) })
  const payload = { qrcode_id: code }
  await w.app.inject({ method: 'POST', url: '/api/lifecycle/products/activate/', headers: owner.headers, payload })
  return id ?? 0
}

function report(w: World, { headers }: SignedIn, payload: object) {
  return w.app.inject({ method: 'POST', url: REPAIRS, headers, payload })
}

test('a repair from report to completion, with every step on record', async () => {
  await using w = await openWorld()
  const wang = await w.signIn('wang')
  const staff = await w.signIn('support', { role: 'support' })
  const unitId = await ownedUnit(w, 'QR001', wang)
  const made = await report(w, wang, { qrcode_id: 'QR001', reason: '不制冷', repair_time: '2026-11-21T09:00:00+08:00' })
  expect(made.statusCode).toBe(201)
  expect(made.json().data).toMatchObject({
    product_id: unitId, qrcode_id: 'QR001', reason: '不制冷', status: 'pending', reporter: 'wang', handler: null,
    in_warranty: true, repair_time: '2026-11-21T09:00:00.000+08:00', allowed_moves: [],
  })
  const url = `${REPAIRS}${made.json().data.id}/`
  const put = (payload: object) => w.app.inject({ method: 'PUT', url, headers: staff.headers, payload })
  expect((await put({ status: 'in_progress', remark: '已联系' })).json().data).toMatchObject({
    status: 'in_progress', handler: 'support', remark: '已联系', allowed_moves: ['complete'],
  })
  const unit = await w.app.inject({ url: `/api/lifecycle/products/${unitId}/`, headers: wang.headers })
  expect(unit.json().data.status).toBe('in_repair')
  const complete = (payload: object) =>
    w.app.inject({ method: 'POST', url: `${url}complete_repair/`, headers: staff.headers, payload })
  expect((await complete({})).json()).toMatchObject({ error_code: 'VALIDATION_ERROR', errors: { result: ['此项必填。'] } })
  expect((await complete({ result: '  ' })).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
  expect((await complete({ result: '更换压缩机' })).json().data).toMatchObject({
    status: 'completed', result: '更换压缩机', completed_at: '2026-11-20T10:00:00.000+08:00', allowed_moves: [],
  })
  expect((await complete({ result: '再来' })).statusCode).toBe(400)
  const after = await w.app.inject({ url: `/api/lifecycle/products/${unitId}/`, headers: wang.headers })
  expect(after.json().data.status).toBe('activated')
  const records = await w.db.selectFrom('lifecycle.operation_records')
    .select(['operation_type', 'operator_id', 'detail'])
    .where('operation_type', 'like', 'repair%').orderBy('id').execute()
  expect(records.map((record) => [record.operation_type, record.operator_id])).toEqual([
    ['repair_create', wang.userId], ['repair_update', staff.userId], ['repair_complete', staff.userId],
  ])
  expect(records[1]?.detail).toMatchObject({ move: 'take', before: { remark: '' } })
})

test('two ask for a repair of the same unit at once: one repair, the other hears 400', async () => {
  await using w = await openWorld()
  const wang = await w.signIn('wang')
  await ownedUnit(w, 'QR001', wang)
  const actor = { id: wang.userId, role: 'individual', isAgent: false } as const
  const input = { unit: { code: 'QR001' }, reason: '异响', remark: '', repairAt: null, actor, at: w.deps.now() }
  const rival = () => report(w, wang, { qrcode_id: 'QR001', reason: '漏水' })
  const race = await whileFirstIsOpen(w, (tx) => reportRepair(tx, input), rival)
  expect(race.rivalWaited).toBe(true)
  if (race.rival.status !== 'fulfilled') throw race.rival.reason
  expect(race.rival.value.statusCode).toBe(400)
  expect(race.rival.value.json()).toMatchObject({
    error_code: 'BUSINESS_ERROR', message: '这台设备已经有一条没有完成的维修。',
  })
  expect(await countOf(w, 'lifecycle.repairs')).toBe(1)
})

test('the unique index holds even where no lock does', async () => {
  await using w = await openWorld()
  const wang = await w.signIn('wang')
  const unitId = await ownedUnit(w, 'QR001', wang)
  await report(w, wang, { product_id: unitId, reason: '异响' })
  const at = w.deps.now()
  const second = sql`insert into lifecycle.repairs (unit_id, reason, state, was_in_warranty, created_at, updated_at)
    values (${unitId}, 'x', 'in_progress', true, ${at}, ${at})`
  await expect(second.execute(w.db)).rejects.toThrow(/repairs_one_open/)
})

test('only its owner and staff ask for repairs; in stock there is nothing to repair', async () => {
  await using w = await openWorld()
  const [wang, li] = [await w.signIn('wang'), await w.signIn('li')]
  const agent = await w.signIn('agent', { isAgent: true })
  const staff = await w.signIn('support', { role: 'support' })
  await ownedUnit(w, 'QR001', wang)
  await unitsInStock(w, ['QR002'])
  await unitsAtAgent(w, ['QR003'])
  expect((await report(w, li, { qrcode_id: 'QR001', reason: '坏了' })).statusCode).toBe(404)
  expect((await report(w, agent, { qrcode_id: 'QR001', reason: '坏了' })).statusCode).toBe(403)
  expect((await report(w, staff, { qrcode_id: 'QR002', reason: '坏了' })).statusCode).toBe(400)
  expect((await report(w, staff, { qrcode_id: 'QR404', reason: '坏了' })).statusCode).toBe(404)
  const atAgent = await report(w, staff, { qrcode_id: 'QR003', reason: '开箱损坏' })
  expect(atAgent.json().data).toMatchObject({ in_warranty: false })
  expect((await report(w, staff, { qrcode_id: 'QR001', reason: '坏了' })).statusCode).toBe(201)
  expect(await countOf(w, 'lifecycle.repairs')).toBe(2)
})

test('whether the unit was under warranty is recorded at the report, the last day counting as in', async () => {
  await using w = await openWorld()
  const wang = await w.signIn('wang')
  const staff = await w.signIn('support', { role: 'support' })
  await ownedUnit(w, 'QR001', wang, 0)
  w.setNow('2026-11-20T15:59:00Z')
  const first = await report(w, wang, { qrcode_id: 'QR001', reason: '坏了' })
  expect(first.json().data.in_warranty).toBe(true)
  const url = `${REPAIRS}${first.json().data.id}/`
  const cancel = { method: 'PATCH', url, headers: staff.headers, payload: { status: 'cancelled' } } as const
  expect((await w.app.inject(cancel)).json().data.status).toBe('cancelled')
  w.setNow('2026-11-20T16:00:00Z')
  expect((await report(w, wang, { qrcode_id: 'QR001', reason: '坏了' })).json().data.in_warranty).toBe(false)
})

test('the same report with the same key makes one repair', async () => {
  await using w = await openWorld()
  const wang = await w.signIn('wang')
  await ownedUnit(w, 'QR001', wang)
  const headers = { ...wang.headers, 'idempotency-key': 'k1' }
  const send = () => report(w, { ...wang, headers }, { qrcode_id: 'QR001', reason: '坏了' })
  const [first, second] = [await send(), await send()]
  expect([first.statusCode, second.statusCode]).toEqual([201, 201])
  expect(second.json()).toEqual(first.json())
  expect(await countOf(w, 'lifecycle.repairs')).toBe(1)
})

test('what the machine forbids and what makes no sense is refused', async () => {
  await using w = await openWorld()
  const wang = await w.signIn('wang')
  const staff = await w.signIn('support', { role: 'support' })
  const unitId = await ownedUnit(w, 'QR001', wang)
  for (const body of [
    { reason: 'x' }, { qrcode_id: 'QR001' }, { qrcode_id: 'QR001', reason: ' ' }, { product_id: '1', reason: 'x' },
    { product_id: unitId, qrcode_id: 'QR001', reason: 'x' },
    { qrcode_id: 'QR001', reason: 'x', repair_time: 'tomorrow' },
  ]) {
    expect((await report(w, wang, body)).json()).toMatchObject({ status: 'error', error_code: 'VALIDATION_ERROR' })
  }
  const { id } = (await report(w, wang, { qrcode_id: 'QR001', reason: '坏了' })).json().data
  const url = `${REPAIRS}${id}/`
  const put = (payload: object) => w.app.inject({ method: 'PUT', url, headers: staff.headers, payload })
  expect((await put({ status: 'completed' })).json()).toMatchObject({ message: '完成维修需要填写处理结果。' })
  expect((await put({ status: 'pending' })).statusCode).toBe(200)
  expect((await put({ status: 'in_progress' })).statusCode).toBe(200)
  expect((await put({ status: 'cancelled' })).statusCode).toBe(400)
  expect((await put({ status: 'pending' })).statusCode).toBe(400)
  expect((await put({ status: 'nonsense' })).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
  expect((await put({ status: 'completed', result: '好了' })).json().data.status).toBe('completed')
  const noStaff = await w.app.inject({ method: 'PUT', url, headers: wang.headers, payload: {} })
  expect(noStaff.statusCode).toBe(403)
})

test('operation records are never changed, deleted or emptied', async () => {
  await using w = await openWorld()
  await unitsInStock(w, ['QR001'])
  for (const change of [
    sql`update lifecycle.operation_records set operator_id = null`, sql`delete from lifecycle.operation_records`,
    sql`truncate lifecycle.operation_records`,
  ]) await expect(change.execute(w.db)).rejects.toThrow('operation records are never changed')
  expect(await countOf(w, 'lifecycle.operation_records')).toBe(1)
})
