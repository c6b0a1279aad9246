import { expect, test } from 'vitest'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { aPaidOrder, aProductType, unitsAtAgent, unitsInStock } from '../../../tests/support/unit-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import type { SignedIn, World } from '../../../tests/support/world.ts'
import { activateUnit } from './activate-unit.ts'
import { bindUnitsToLines } from './bind-units-to-lines.ts'

function activate(w: World, { headers }: SignedIn, payload: object) {
  return w.app.inject({ method: 'POST', url: '/api/lifecycle/products/activate/', headers, payload })
}

test('a customer scans a shipped unit: it is his and its warranty starts today in Shanghai', async () => {
  await using w = await openWorld()
  await unitsAtAgent(w, ['QR001'], { productTypeId: await aProductType(w, { warrantyMonths: 3 }) })
  w.setNow('2026-11-29T16:30:00Z')
  const customer = await w.signIn('wang')
  const answer = await activate(w, customer, { qrcode_id: 'QR001' })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    status: 'success',
    data: {
      status: 'activated', customer_id: customer.userId, customer: 'wang',
      activated_at: '2026-11-30T00:30:00.000+08:00',
      warranty_start: '2026-11-30', warranty_end: '2027-02-28', in_warranty: true, days_left: 90,
    },
  })
  const unit = await w.db.selectFrom('lifecycle.units').selectAll().executeTakeFirstOrThrow()
  expect(unit).toMatchObject({ owner_id: customer.userId, owner_is_buyer: null })
  const record = await w.db.selectFrom('lifecycle.operation_records').selectAll()
    .where('operation_type', '=', 'activate').executeTakeFirstOrThrow()
  expect(record).toMatchObject({ operator_id: customer.userId, unit_id: unit.id })
})

test('two scan at once: one becomes the owner, the other hears 400 and writes nothing', async () => {
  await using w = await openWorld()
  await unitsAtAgent(w, ['QR001'])
  const [wang, li] = [await w.signIn('wang'), await w.signIn('li')]
  const actor = { id: wang.userId, role: 'individual', isAgent: false } as const
  const race = await whileFirstIsOpen(w,
    (tx) => activateUnit(tx, { code: 'QR001', customerId: null, actor, at: w.deps.now() }),
    () => activate(w, li, { qrcode_id: 'QR001' }))
  expect(race.rivalWaited).toBe(true)
  if (race.rival.status !== 'fulfilled') throw race.rival.reason
  expect(race.rival.value.statusCode).toBe(400)
  expect(race.rival.value.json()).toMatchObject({
    status: 'error', error_code: 'BUSINESS_ERROR', message: '这台设备已经激活过了。',
  })
  const unit = await w.db.selectFrom('lifecycle.units').select('owner_id').executeTakeFirstOrThrow()
  expect(unit.owner_id).toBe(wang.userId)
  const records = await w.db.selectFrom('lifecycle.operation_records').selectAll()
    .where('operation_type', '=', 'activate').execute()
  expect(records).toHaveLength(1)
})

test('only staff and the unit\'s agent activate for somebody else', async () => {
  await using w = await openWorld()
  const mine = await w.signIn('agent', { isAgent: true })
  const other = await w.signIn('other agent', { isAgent: true })
  await unitsAtAgent(w, ['A', 'B', 'C'], { agentId: mine.userId })
  const [wang, li] = [await w.signIn('wang'), await w.signIn('li')]
  const staff = await w.signIn('support', { role: 'support' })
  for (const caller of [li, other]) {
    const refused = await activate(w, caller, { qrcode_id: 'A', customer_id: wang.userId })
    expect(refused.statusCode).toBe(403)
    expect(refused.json().error_code).toBe('FORBIDDEN')
  }
  for (const [caller, qrcode_id] of [[mine, 'A'], [staff, 'B'], [wang, 'C']] as const) {
    const done = await activate(w, caller, { qrcode_id, customer_id: wang.userId })
    expect(done.json().data.customer_id).toBe(wang.userId)
  }
  const nobody = await activate(w, staff, { qrcode_id: 'A', customer_id: 999_999 })
  expect(nobody.statusCode).toBe(400)
})

test('a unit in stock is 400, an unknown code 404, nobody signed in 401, a bad body 400', async () => {
  await using w = await openWorld()
  await unitsInStock(w, ['QR001'])
  const wang = await w.signIn('wang')
  expect((await activate(w, wang, { qrcode_id: 'QR001' })).json()).toMatchObject({ message: '这台设备还没有出货，暂时不能激活。' })
  for (const code of ['QR002', 'qr001', '%', 'a\u0000b', '二维码']) {
    expect((await activate(w, wang, { qrcode_id: code })).statusCode).toBe(404)
  }
  const url = '/api/lifecycle/products/activate/'
  const anonymous = await w.app.inject({ method: 'POST', url, payload: { qrcode_id: 'QR001' } })
  expect(anonymous.statusCode).toBe(401)
  for (const body of [{}, { qrcode_id: 7 }, { qrcode_id: 'QR001', customer_id: '5' }, { qrcode_id: '' }]) {
    expect((await activate(w, wang, body)).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
  }
  expect(await countOf(w, 'lifecycle.operation_records')).toBe(1)
})

test('whoever holds a unit sold by order may activate it; whether he bought it is recorded', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const holder = await w.signIn('holder')
  const typeId = await aProductType(w)
  const order = await aPaidOrder(w, buyer.userId, [{ productTypeId: typeId, qty: 2 }])
  await unitsInStock(w, ['QR001', 'QR002'], typeId)
  const line = { orderLineId: order.lineIds[0] ?? 0, productTypeId: typeId, qty: 2, codes: ['QR001', 'QR002'] }
  const shipment = { orderId: order.id, lines: [line], actorId: buyer.userId, at: w.deps.now() }
  await w.inTx((tx) => bindUnitsToLines(tx, shipment))
  expect((await activate(w, buyer, { qrcode_id: 'QR001' })).json().data).toMatchObject({
    order_number: order.number, order_item_id: order.lineIds[0],
  })
  expect((await activate(w, holder, { qrcode_id: 'QR002' })).statusCode).toBe(200)
  const units = await w.db.selectFrom('lifecycle.units').select(['code', 'owner_is_buyer']).orderBy('code').execute()
  expect(units).toEqual([{ code: 'QR001', owner_is_buyer: true }, { code: 'QR002', owner_is_buyer: false }])
})
