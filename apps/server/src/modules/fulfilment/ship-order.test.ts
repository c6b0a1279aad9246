import { expect, test } from 'vitest'
import { aPaidOrder, aProductType, unitsAtAgent, unitsInStock } from '../../../tests/support/unit-builders.ts'
import type { PaidOrder } from '../../../tests/support/unit-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'

async function ship(w: World, order: { id: number | string }, payload: object, language = 'zh-CN') {
  const { headers } = await w.signIn('support', { role: 'support' })
  const said = { ...headers, 'accept-language': language }
  return w.app.inject({ method: 'PATCH', url: `/api/orders/${order.id}/ship/`, headers: said, payload })
}

/** Nothing of a refused shipment is left behind. */
async function expectNothingShipped(w: World, order: PaidOrder) {
  const { state } = await w.db.selectFrom('orders.orders').select('state').where('id', '=', order.id)
    .executeTakeFirstOrThrow()
  expect(state).toBe('paid')
  for (const table of ['fulfilment.parcels', 'orders.order_moves', 'stock.moves'] as const) {
    expect(await countOf(w, table)).toBe(0)
  }
  const bound = await w.db.selectFrom('lifecycle.units').select('id').where('order_id', 'is not', null).execute()
  expect(bound).toEqual([])
}

test('an order ships without codes: number, state and stock in one', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const order = await aPaidOrder(w, buyer.userId, [{ productTypeId: null, qty: 2 }])
  const answer = await ship(w, order, { logistics_no: ' SF1001 ', logistics_company: '顺丰', note: '送货前电话' })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    id: order.id, status: 'shipped', logistics_info: { logistics_no: 'SF1001', logistics_company: '顺丰' },
  })
  const level = await w.db.selectFrom('stock.levels').select(['on_hand_qty', 'held_qty']).executeTakeFirstOrThrow()
  expect(level).toEqual({ on_hand_qty: 0, held_qty: 0 })
  const again = await ship(w, { id: order.number }, { tracking_number: 'SF1002' })
  expect(again.json()).toMatchObject({
    success: false, code: 400, error_code: 'INVALID_ORDER_STATUS', message: '订单现在是「待收货」，不能这样操作。',
    facts: { status: 'shipped', move: 'ship', status_words: '待收货' },
  })
  const english = await ship(w, { id: order.number }, { tracking_number: 'SF1002' }, 'en')
  expect(english.json().message).toBe('The order is "On its way" now, so this cannot be done.')
  const parcel = await w.db.selectFrom('fulfilment.parcels').selectAll().executeTakeFirstOrThrow()
  expect(parcel.tracking_number).toBe('SF1001')
})

test('codes for the whole order are dealt out in the order of its lines', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const typeId = await aProductType(w)
  const lines = [{ productTypeId: typeId, qty: 1 }, { productTypeId: typeId, qty: 2 }]
  const order = await aPaidOrder(w, buyer.userId, lines)
  await unitsInStock(w, ['QR001', 'QR002', 'QR003'], typeId)
  const payload = { tracking_number: 'SF1', qrcode_ids: ['QR003', 'QR001', 'QR002'] }
  const answer = await ship(w, { id: order.number }, payload)
  expect(answer.statusCode).toBe(200)
  const units = await w.db.selectFrom('lifecycle.units')
    .select(['code', 'state', 'order_id', 'order_line_id', 'agent_id']).orderBy('code').execute()
  const [first, second] = order.lineIds
  const shipped = { state: 'shipped', order_id: order.id, agent_id: null }
  expect(units).toEqual([
    { code: 'QR001', order_line_id: second, ...shipped }, { code: 'QR002', order_line_id: second, ...shipped },
    { code: 'QR003', order_line_id: first, ...shipped },
  ])
  const events = await w.db.selectFrom('platform.events').select('body')
    .where('type', '=', 'fulfilment.order_shipped.v1').execute()
  expect(events).toHaveLength(1)
})

test('lines of several types take their codes line by line; a line may go without', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const [fridge, washer] = [await aProductType(w), await aProductType(w)]
  const lines = [{ productTypeId: fridge, qty: 1 }, { productTypeId: washer, qty: 1 }]
  const order = await aPaidOrder(w, buyer.userId, lines)
  await unitsInStock(w, ['F1'], fridge)
  await unitsInStock(w, ['W1'], washer)
  const whole = await ship(w, order, { tracking_number: 'SF1', qrcode_ids: ['F1', 'W1'] })
  expect(whole.json()).toMatchObject({ error_code: 'BUSINESS_ERROR' })
  await expectNothingShipped(w, order)
  const washerOnly = [{ item_id: order.lineIds[1], qrcode_ids: ['W1'] }]
  const byLine = await ship(w, order, { tracking_number: 'SF1', lines: washerOnly })
  expect(byLine.statusCode).toBe(200)
  const bound = await w.db.selectFrom('lifecycle.units').select(['code', 'order_line_id'])
    .where('order_id', 'is not', null).execute()
  expect(bound).toEqual([{ code: 'W1', order_line_id: order.lineIds[1] }])
})

test('every code that cannot go out is named with its reason, and nothing is stored', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const [fridge, washer] = [await aProductType(w), await aProductType(w)]
  const order = await aPaidOrder(w, buyer.userId, [{ productTypeId: fridge, qty: 8 }])
  const other = await aPaidOrder(w, buyer.userId, [{ productTypeId: fridge, qty: 1 }])
  await unitsInStock(w, ['GOOD', 'SOLD', 'TWICE'], fridge)
  await unitsInStock(w, ['WASHER'], washer)
  await unitsAtAgent(w, ['AGENT', 'OWNED'], { productTypeId: fridge })
  const activation = { method: 'POST', url: '/api/lifecycle/products/activate/', headers: buyer.headers } as const
  await w.app.inject({ ...activation, payload: { qrcode_id: 'OWNED' } })
  expect((await ship(w, other, { tracking_number: 'SF0', qrcode_ids: ['SOLD'] })).statusCode).toBe(200)
  const tables = ['orders.order_moves', 'stock.moves', 'lifecycle.operation_records'] as const
  const counts = () => Promise.all(tables.map((table) => countOf(w, table)))
  const before = await counts()
  const qrcode_ids = ['GOOD', 'SOLD', 'TWICE', 'TWICE', 'WASHER', 'AGENT', 'OWNED', 'NONE']
  const answer = await ship(w, order, { tracking_number: 'SF1', qrcode_ids })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ success: false, error_code: 'BUSINESS_ERROR', facts: { refused_qty: 6 } })
  expect(answer.json().facts.codes).toEqual([
    { code: 'SOLD', reason: 'already_shipped', message: '已经出货' },
    { code: 'TWICE', reason: 'duplicate', message: '编码重复' },
    { code: 'WASHER', reason: 'wrong_type', message: '与商品的产品型号不符' },
    { code: 'AGENT', reason: 'held_by_agent', message: '在代理商手里' },
    { code: 'OWNED', reason: 'already_activated', message: '已经激活' },
    { code: 'NONE', reason: 'unknown', message: '没有这个编码' },
  ])
  expect(await counts()).toEqual(before)
  expect(await countOf(w, 'fulfilment.parcels')).toBe(1)
})

test('wrong counts, foreign lines and missing numbers are refused and store nothing', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const typeId = await aProductType(w)
  const order = await aPaidOrder(w, buyer.userId, [{ productTypeId: typeId, qty: 2 }])
  await unitsInStock(w, ['QR001', 'QR002', 'QR003'], typeId)
  const item_id = order.lineIds[0]
  for (const [body, errorCode] of [
    [{ qrcode_ids: ['QR001'] }, 'BUSINESS_ERROR'],
    [{ lines: [{ item_id, qrcode_ids: ['QR001', 'QR002', 'QR003'] }] }, 'BUSINESS_ERROR'],
    [{ lines: [{ item_id: 999_999, qrcode_ids: ['QR001', 'QR002'] }] }, 'BUSINESS_ERROR'],
    [{ qrcode_ids: ['QR001', 'QR002'], lines: [{ item_id, qrcode_ids: ['QR001'] }] }, 'VALIDATION_ERROR'],
    [{ tracking_number: '  ' }, 'VALIDATION_ERROR'],
    [{ tracking_number: 5 }, 'VALIDATION_ERROR'],
  ] as const) {
    const answer = await ship(w, order, { tracking_number: 'SF1', ...body })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ success: false, error_code: errorCode })
    await expectNothingShipped(w, order)
  }
})

test('only staff ship; an unknown order is 404', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const order = await aPaidOrder(w, buyer.userId, [{ productTypeId: null, qty: 1 }])
  const own = { method: 'PATCH', url: `/api/orders/${order.id}/ship/`, payload: { tracking_number: 'SF1' } } as const
  expect((await w.app.inject({ ...own, headers: buyer.headers })).statusCode).toBe(403)
  expect((await w.app.inject(own)).statusCode).toBe(401)
  expect((await ship(w, { id: 999_999 }, { tracking_number: 'SF1' })).statusCode).toBe(404)
  await expectNothingShipped(w, order)
})
