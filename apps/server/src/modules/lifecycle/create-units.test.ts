import { expect, test } from 'vitest'
import { aProductType, unitsInStock } from '../../../tests/support/unit-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'

const CREATE = '/api/lifecycle/products/bulk_create/'

test('units are created in the order of their codes, each with its operation record', async () => {
  await using w = await openWorld()
  const { headers } = await w.signIn('staff', { role: 'support' })
  const typeId = await aProductType(w)
  const payload = { product_type_id: typeId, qrcode_ids: ['QR003', 'QR001', 'QR002'], remark: '首批' }
  const answer = await w.app.inject({ method: 'POST', url: CREATE, headers, payload })
  expect(answer.statusCode).toBe(201)
  const { status, data } = answer.json()
  expect(status).toBe('success')
  expect(data.count).toBe(3)
  expect(data.units.map((unit: { qrcode_id: string }) => unit.qrcode_id)).toEqual(['QR003', 'QR001', 'QR002'])
  expect(data.units[0]).toMatchObject({
    status: 'created', remark: '首批', product_type_id: typeId, agent_id: null, warranty_end: null,
  })
  const records = await w.db.selectFrom('lifecycle.operation_records').selectAll().execute()
  expect(records.map((record) => record.operation_type)).toEqual(['bulk_create', 'bulk_create', 'bulk_create'])
})

test('one existing, one repeated and one malformed code: all named, none made', async () => {
  await using w = await openWorld()
  const staff = await w.signIn('staff', { role: 'support' })
  const headers = { ...staff.headers, 'accept-language': 'en' }
  const typeId = await aProductType(w)
  await unitsInStock(w, ['QR001'], typeId)
  const payload = { product_type_id: typeId, qrcode_ids: ['QR 9', 'QR002', 'QR001', 'QR003', 'QR003'] }
  const answer = await w.app.inject({ method: 'POST', url: CREATE, headers, payload })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ status: 'error', error_code: 'BUSINESS_ERROR', facts: { refused_qty: 3 } })
  expect(answer.json().facts.codes).toEqual([
    { code: 'QR 9', reason: 'malformed', message: 'Not a valid code' },
    { code: 'QR001', reason: 'exists', message: 'This code exists already' },
    { code: 'QR003', reason: 'duplicate', message: 'Named more than once' },
  ])
  expect(await countOf(w, 'lifecycle.units')).toBe(1)
  expect(await countOf(w, 'lifecycle.operation_records')).toBe(1)
})

test('ten thousand codes are made from a quantity and a prefix with few statements, once per key', async () => {
  await using w = await openWorld()
  const staff = await w.signIn('staff', { role: 'support' })
  const headers = { ...staff.headers, 'idempotency-key': 'k' }
  const payload = { product_type_id: await aProductType(w), quantity: 10_000, prefix: 'HX-' }
  const create = () => w.app.inject({ method: 'POST', url: CREATE, headers, payload })
  let first = ''
  expect(await w.statements(async () => void (first = (await create()).body))).toBeLessThan(15)
  const { data } = JSON.parse(first)
  expect(data.count).toBe(10_000)
  expect(new Set(data.units.map((unit: { qrcode_id: string }) => unit.qrcode_id)).size).toBe(10_000)
  expect(data.units[0].qrcode_id).toMatch(/^HX-[2-9A-HJ-NP-Z]{12}$/)
  expect((await create()).body).toBe(first)
  expect(await countOf(w, 'lifecycle.units')).toBe(10_000)
})

test('ten thousand given codes of which seven are bad: all seven named, nothing written', async () => {
  await using w = await openWorld()
  const { headers } = await w.signIn('staff', { role: 'support' })
  const typeId = await aProductType(w)
  const codes = Array.from({ length: 10_000 }, (_, place) => `U${String(place).padStart(6, '0')}`)
  await unitsInStock(w, ['U000100', 'U009999', 'U005000'], typeId)
  codes[7] = 'bad code'
  codes[8] = '坏'
  codes[9] = 'U000200'
  codes[10] = 'U000300'
  const payload = { product_type_id: typeId, qrcode_ids: codes }
  const answer = await w.app.inject({ method: 'POST', url: CREATE, headers, payload })
  expect(answer.statusCode).toBe(400)
  const named = answer.json().facts.codes as { code: string; reason: string }[]
  expect(named.map(({ code, reason }) => `${code} ${reason}`)).toEqual([
    'bad code malformed', '坏 malformed', 'U000200 duplicate', 'U000300 duplicate', 'U000100 exists', 'U005000 exists',
    'U009999 exists',
  ])
  expect(await countOf(w, 'lifecycle.units')).toBe(3)
})

test('one unit gets a code of its own when none is given, and refuses one that exists', async () => {
  await using w = await openWorld()
  const { headers } = await w.signIn('staff', { role: 'support' })
  const product_type_id = await aProductType(w)
  const post = (payload: object) => w.app.inject({ method: 'POST', url: '/api/lifecycle/products/', headers, payload })
  const made = await post({ product_type_id })
  expect(made.statusCode).toBe(201)
  const { qrcode_id } = made.json().data
  expect(qrcode_id).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
  const again = await post({ product_type_id, qrcode_id })
  expect(again.statusCode).toBe(400)
  expect(again.json().facts.codes).toEqual([{ code: qrcode_id, reason: 'exists', message: '编码已存在' }])
  expect((await post({ product_type_id: 999 })).json()).toMatchObject({
    error_code: 'BUSINESS_ERROR', facts: { product_type_id: 999 },
  })
  expect(await countOf(w, 'lifecycle.units')).toBe(1)
})

test('bulk creation that says neither or too much is a validation error', async () => {
  await using w = await openWorld()
  const { headers } = await w.signIn('staff', { role: 'support' })
  for (const body of [
    {}, { qrcode_ids: ['A'], quantity: 1 }, { qrcode_ids: [] }, { quantity: 0 }, { quantity: 10_001 },
    { quantity: '3' }, { quantity: 1, prefix: '前' }, { qrcode_ids: 'A' }, { qrcode_ids: ['x'.repeat(65)] },
  ]) {
    const payload = { product_type_id: 1, ...body }
    const answer = await w.app.inject({ method: 'POST', url: CREATE, headers, payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ status: 'error', error_code: 'VALIDATION_ERROR', errors: expect.any(Object) })
  }
})
