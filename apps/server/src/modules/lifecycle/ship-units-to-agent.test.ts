import { expect, test } from 'vitest'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { aPaidOrder, aProductType, unitsAtAgent, unitsInStock } from '../../../tests/support/unit-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import { bindUnitsToLines } from './bind-units-to-lines.ts'

const SHIP = '/api/lifecycle/products/bulk_shipping/'

test('units go to an agent, each with its operation record', async () => {
  await using w = await openWorld()
  const staff = await w.signIn('support', { role: 'support' })
  const agent = await w.signIn('agent', { isAgent: true })
  await unitsInStock(w, ['QR001', 'QR002'])
  const payload = { qrcode_ids: ['QR002', 'QR001'], agent_id: agent.userId }
  const answer = await w.app.inject({ method: 'POST', url: SHIP, headers: staff.headers, payload })
  expect(answer.json()).toEqual({ status: 'success', data: { count: 2, qrcode_ids: ['QR002', 'QR001'] } })
  const units = await w.db.selectFrom('lifecycle.units').select(['state', 'agent_id', 'shipped_at']).execute()
  expect(units).toEqual(Array(2).fill({ state: 'shipped', agent_id: agent.userId, shipped_at: w.deps.now() }))
  const records = await w.db.selectFrom('lifecycle.operation_records').select(['operator_id', 'detail'])
    .where('operation_type', '=', 'ship').execute()
  expect(records).toEqual(Array(2).fill({ operator_id: staff.userId, detail: { agentId: agent.userId } }))
})

test('ten thousand codes of which seven are bad: all seven named with their reason, nothing done', async () => {
  await using w = await openWorld()
  const { headers } = await w.signIn('support', { role: 'support' })
  const agent = await w.signIn('agent', { isAgent: true })
  const wang = await w.signIn('wang')
  const codes = Array.from({ length: 10_000 }, (_, place) => `U${String(place).padStart(6, '0')}`)
  await unitsInStock(w, codes.slice(0, 9_996))
  await unitsAtAgent(w, ['U009996', 'U009997'])
  const activated = { method: 'POST', url: '/api/lifecycle/products/activate/', headers: wang.headers } as const
  expect((await w.app.inject({ ...activated, payload: { qrcode_id: 'U009997' } })).statusCode).toBe(200)
  codes[3] = 'U000004'
  codes[5] = 'no good'
  codes[6] = 'X1'
  const before = await countOf(w, 'lifecycle.operation_records')
  const ship = (qrcode_ids: string[]) =>
    w.app.inject({ method: 'POST', url: SHIP, headers, payload: { qrcode_ids, agent_id: agent.userId } })
  const answer = await ship(codes)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ status: 'error', error_code: 'BUSINESS_ERROR', facts: { refused_qty: 7 } })
  expect(answer.json().facts.codes).toEqual([
    { code: 'U000004', reason: 'duplicate', message: '编码重复' },
    { code: 'no good', reason: 'malformed', message: '编码格式不对' },
    { code: 'X1', reason: 'unknown', message: '没有这个编码' },
    { code: 'U009996', reason: 'already_shipped', message: '已经出货' },
    { code: 'U009997', reason: 'already_activated', message: '已经激活' },
    { code: 'U009998', reason: 'unknown', message: '没有这个编码' },
    { code: 'U009999', reason: 'unknown', message: '没有这个编码' },
  ])
  const shipped = await w.db.selectFrom('lifecycle.units').select('code').where('state', '<>', 'created').execute()
  expect(shipped).toHaveLength(2)
  expect(await countOf(w, 'lifecycle.operation_records')).toBe(before)
  const good = codes.slice(7, 9_996)
  let status = 0
  expect(await w.statements(async () => void (status = (await ship(good)).statusCode))).toBeLessThan(12)
  expect(status).toBe(200)
})

test('nobody but an agent receives units', async () => {
  await using w = await openWorld()
  const staff = await w.signIn('support', { role: 'support' })
  await unitsInStock(w, ['QR001'])
  for (const agent_id of [staff.userId, 999_999]) {
    const payload = { qrcode_ids: ['QR001'], agent_id }
    const answer = await w.app.inject({ method: 'POST', url: SHIP, headers: staff.headers, payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error_code: 'BUSINESS_ERROR', facts: { agent_id } })
  }
})

test('an order and an agent want the same unit: who comes second hears whose it is', async () => {
  await using w = await openWorld()
  const staff = await w.signIn('support', { role: 'support' })
  const agent = await w.signIn('agent', { isAgent: true })
  const typeId = await aProductType(w)
  await unitsInStock(w, ['QR001', 'QR002', 'QR003'], typeId)
  const order = await aPaidOrder(w, agent.userId, [{ productTypeId: typeId, qty: 2 }])
  const line = { orderLineId: order.lineIds[0] ?? 0, productTypeId: typeId, qty: 2, codes: ['QR003', 'QR002'] }
  const payload = { qrcode_ids: ['QR001', 'QR002', 'QR003'], agent_id: agent.userId }
  const race = await whileFirstIsOpen(w,
    (tx) => bindUnitsToLines(tx, { orderId: order.id, lines: [line], actorId: staff.userId, at: w.deps.now() }),
    () => w.app.inject({ method: 'POST', url: SHIP, headers: staff.headers, payload }))
  expect(race.rivalWaited).toBe(true)
  if (race.rival.status !== 'fulfilled') throw race.rival.reason
  expect(race.rival.value.json().facts.codes.map((each: { code: string; reason: string }) => [each.code, each.reason]))
    .toEqual([['QR002', 'already_shipped'], ['QR003', 'already_shipped']])
  const units = await w.db.selectFrom('lifecycle.units').select(['code', 'state', 'agent_id', 'order_id'])
    .orderBy('code').execute()
  expect(units).toEqual([
    { code: 'QR001', state: 'created', agent_id: null, order_id: null },
    { code: 'QR002', state: 'shipped', agent_id: null, order_id: order.id },
    { code: 'QR003', state: 'shipped', agent_id: null, order_id: order.id },
  ])
})
