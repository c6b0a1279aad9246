import { expect, test } from 'vitest'
import { aPaidOrder, aProductType, unitsAtAgent, unitsInStock } from '../../tests/support/unit-builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

type Headers = Record<string, string>
type Units = { data: { qrcode_id: string }[]; pagination: { count: number } }

const PRODUCTS = '/api/lifecycle/products/'
const get = (w: World, path: string, headers: Headers = {}) => w.app.inject({ url: `${PRODUCTS}${path}`, headers })
const codesIn = (answer: { json(): Units }) => answer.json().data.map((unit) => unit.qrcode_id)

/** Two agents with a unit each, one of which Wang owns, and one in stock. */
async function twoAgents(w: World) {
  const a = await w.signIn('agent a', { isAgent: true })
  const b = await w.signIn('agent b', { isAgent: true })
  const wang = await w.signIn('wang', { mobile: '13800000001' })
  const [idA] = await unitsAtAgent(w, ['UNIT-A'], { agentId: a.userId })
  const [idB] = await unitsAtAgent(w, ['UNIT-B'], { agentId: b.userId })
  const [idStock] = await unitsInStock(w, ['STOCK'])
  const activation = { method: 'POST', url: `${PRODUCTS}activate/`, headers: wang.headers } as const
  await w.app.inject({ ...activation, payload: { qrcode_id: 'UNIT-B' } })
  const staff = await w.signIn('support', { role: 'support' })
  return { a, b, wang, staff, ids: { a: idA ?? 0, b: idB ?? 0, stock: idStock ?? 0 } }
}

test('who sees which unit: list, detail and printed code', async () => {
  await using w = await openWorld()
  const { a, b, wang, staff, ids } = await twoAgents(w)
  const li = await w.signIn('li')
  const matrix = [
    [staff, ['STOCK', 'UNIT-B', 'UNIT-A'], { a: 200, b: 200, stock: 200 }, { a: 200, b: 200, stock: 200 }],
    [a, ['UNIT-A'], { a: 200, b: 404, stock: 404 }, { a: 200, b: 404, stock: 404 }],
    [b, ['UNIT-B'], { a: 404, b: 200, stock: 404 }, { a: 404, b: 200, stock: 404 }],
    [wang, ['UNIT-B'], { a: 404, b: 200, stock: 404 }, { a: 403, b: 403, stock: 403 }],
    [li, [], { a: 404, b: 404, stock: 404 }, { a: 403, b: 403, stock: 403 }],
  ] as const
  for (const [{ headers }, codes, details, pictures] of matrix) {
    const list = await get(w, '', headers)
    expect(codesIn(list)).toEqual(codes)
    expect(list.json().pagination.count).toBe(codes.length)
    for (const name of ['a', 'b', 'stock'] as const) {
      expect((await get(w, `${ids[name]}/`, headers)).statusCode).toBe(details[name])
      expect((await get(w, `${ids[name]}/qrcode/`, headers)).statusCode).toBe(pictures[name])
    }
  }
  for (const path of ['', `${ids.a}/`, `${ids.a}/qrcode/`]) expect((await get(w, path)).statusCode).toBe(401)
})

test('filters narrow the list and never widen what somebody may see', async () => {
  await using w = await openWorld()
  const { a, b, wang, staff } = await twoAgents(w)
  expect(codesIn(await get(w, `?agent_id=${b.userId}`, a.headers))).toEqual([])
  expect(codesIn(await get(w, '?qrcode_id=UNIT-B', a.headers))).toEqual([])
  expect(codesIn(await get(w, `?agent_id=${b.userId}`, staff.headers))).toEqual(['UNIT-B'])
  expect(codesIn(await get(w, `?customer=${wang.userId}`, staff.headers))).toEqual(['UNIT-B'])
  expect(codesIn(await get(w, '?status=created', staff.headers))).toEqual(['STOCK'])
  expect(codesIn(await get(w, '?qrcode_id=UNIT-A', staff.headers))).toEqual(['UNIT-A'])
  expect(codesIn(await get(w, '?qrcode_id=%00', staff.headers))).toEqual([])
  const repair = { method: 'POST', url: '/api/lifecycle/repair-records/', headers: wang.headers } as const
  expect((await w.app.inject({ ...repair, payload: { qrcode_id: 'UNIT-B', reason: '坏了' } })).statusCode).toBe(201)
  expect(codesIn(await get(w, '?status=in_repair', staff.headers))).toEqual(['UNIT-B'])
  expect(codesIn(await get(w, '?status=activated', staff.headers))).toEqual([])
  expect(codesIn(await get(w, '?page=2&page_size=2', staff.headers))).toEqual(['UNIT-A'])
  expect(codesIn(await get(w, '?page=9', staff.headers))).toEqual([])
  expect((await get(w, '?page_size=1000', staff.headers)).json().pagination.page_size).toBe(100)
  for (const bad of ['page=0', 'page_size=0', 'page=x', 'status=broken', 'agent_id=-1', 'product_type_id=abc']) {
    const answer = await get(w, `?${bad}`, staff.headers)
    expect(answer.json(), bad).toMatchObject({
      status: 'error', error_code: 'VALIDATION_ERROR', errors: expect.any(Object),
    })
  }
})

test('repairs are seen by those who see the unit', async () => {
  await using w = await openWorld()
  const { a, b, wang, staff } = await twoAgents(w)
  const repairs = '/api/lifecycle/repair-records/'
  const payload = { qrcode_id: 'UNIT-B', reason: '坏了' }
  const made = await w.app.inject({ method: 'POST', url: repairs, headers: wang.headers, payload })
  const { id } = made.json().data
  const li = await w.signIn('li')
  for (const [{ headers }, sees] of [[staff, true], [b, true], [wang, true], [a, false], [li, false]] as const) {
    for (const query of ['', '?qrcode_id=UNIT-B', '?status=pending']) {
      expect((await w.app.inject({ url: `${repairs}${query}`, headers })).json().data).toHaveLength(sees ? 1 : 0)
    }
    expect((await w.app.inject({ url: `${repairs}${id}/`, headers })).statusCode).toBe(sees ? 200 : 404)
  }
  expect((await w.app.inject({ url: repairs })).statusCode).toBe(401)
})

test('a code shows everybody the public part and says whether a signature proves it', async () => {
  await using w = await openWorld()
  const { wang, b, a } = await twoAgents(w)
  const look = (qrcode_id: string, s: string | null, headers: Headers = {}) =>
    get(w, `get_by_qrcode/?${new URLSearchParams({ qrcode_id, ...(s === null ? {} : { s }) })}`, headers)
  const signature = w.deps.scanSigner.sign('UNIT-B')
  const anonymous = await look('UNIT-B', signature)
  expect(anonymous.json().data).toMatchObject({
    qrcode_id: 'UNIT-B', status: 'activated', is_activated: true, in_warranty: true, can_be_activated: false,
    is_mine: false, proof: 'signed', unit: null,
  })
  expect(anonymous.body).not.toMatch(/wang|13800000001|agent b|customer/)
  expect((await look('UNIT-B', null)).json().data.proof).toBe('unsigned')
  expect((await look('UNIT-A', null)).json().data.can_be_activated).toBe(true)
  expect((await look('UNIT-B', signature, wang.headers)).json().data).toMatchObject({
    is_mine: true, unit: { customer: 'wang' },
  })
  expect((await look('UNIT-B', signature, b.headers)).json().data).toMatchObject({
    is_mine: false, unit: { agent: 'agent b' },
  })
  expect((await look('UNIT-B', signature, a.headers)).json().data.unit).toBeNull()
  const unknown = await look('NO-SUCH', w.deps.scanSigner.sign('NO-SUCH'))
  const forged = [
    await look('UNIT-B', w.deps.scanSigner.sign('UNIT-A')), await look('UNIT-B', `${signature.slice(0, -1)}~`),
    await look('NO-SUCH', null), await look('a\u0000', null), await look('二维码', null),
    await look('x'.repeat(200), null),
  ]
  expect(unknown.statusCode).toBe(404)
  for (const answer of forged) expect([answer.statusCode, answer.body]).toEqual([404, unknown.body])
  expect((await get(w, 'get_by_qrcode/')).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
})

test('the picture of a sold unit is that of the article sold', async () => {
  await using w = await openWorld()
  const typeId = await aProductType(w)
  await unitsInStock(w, ['QR001'], typeId)
  const look = async () => (await get(w, 'get_by_qrcode/?qrcode_id=QR001')).json().data
  expect(await look()).toMatchObject({ image_url: '', sku_id: null })
  const order = await aPaidOrder(w, (await w.signIn('buyer')).userId, [{ productTypeId: typeId, qty: 1 }])
  expect(await look()).toMatchObject({
    image_url: `${w.config.mediaBaseUrl}/products/1/front.webp`, sku_id: order.skuIds[0],
  })
})

test('warranty by code is for everybody; by phone or e-mail for staff and the person himself', async () => {
  await using w = await openWorld()
  const { wang, a, staff } = await twoAgents(w)
  const check = (payload: object, headers: Headers = {}) =>
    w.app.inject({ method: 'POST', url: `${PRODUCTS}check_warranty/`, headers, payload })
  const byCode = await check({ qrcode_id: 'UNIT-B' })
  expect(byCode.json()).toEqual({
    status: 'success',
    data: {
      qrcode_id: 'UNIT-B', status: 'activated', is_activated: true,
      product_type: { name: '对开门冰箱', model: expect.any(String), warranty_months: 36 },
      in_warranty: true, warranty_start: '2026-11-20', warranty_end: '2029-11-20', days_left: 1096,
    },
  })
  expect((await check({ qrcode_id: 'NO-SUCH' })).statusCode).toBe(404)
  const phone = { phone: '13800000001' }
  expect((await check(phone)).statusCode).toBe(401)
  expect((await check(phone, a.headers)).statusCode).toBe(403)
  for (const { headers } of [wang, staff]) {
    expect(codesIn(await check(phone, headers))).toEqual(['UNIT-B'])
  }
  expect((await check({ phone: '13900000000' }, staff.headers)).json().data).toEqual([])
  expect((await check({})).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
})

test('an e-mail that two accounts carry shows each of them his own units only', async () => {
  await using w = await openWorld()
  const { wang } = await twoAgents(w)
  const thief = await w.signIn('thief')
  await w.db.updateTable('accounts.users').set({ email: 'wang@example.com' })
    .where('id', 'in', [wang.userId, thief.userId]).execute()
  const check = (headers: Headers) => w.app.inject({
    method: 'POST', url: `${PRODUCTS}check_warranty/`, headers, payload: { email: 'Wang@example.com' },
  })
  expect((await check(wang.headers)).json().data).toHaveLength(1)
  expect((await check(thief.headers)).json().data).toEqual([])
})

test('the printed code is a picture of the signed scan URL', async () => {
  await using w = await openWorld()
  const { staff, ids } = await twoAgents(w)
  const png = await get(w, `${ids.a}/qrcode/`, staff.headers)
  expect(png.headers['content-type']).toBe('image/png')
  expect(png.headers['cache-control']).toBe('private, max-age=3600')
  expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG')
  const svg = await get(w, `${ids.a}/qrcode/?format=svg`, staff.headers)
  expect(svg.headers['content-type']).toMatch(/^image\/svg\+xml/)
  expect(svg.body).toContain('<svg')
  expect((await get(w, `${ids.a}/qrcode/?format=gif`, staff.headers)).statusCode).toBe(400)
})

test('a list is two statements beside the sign-in check, however long it is', async () => {
  await using w = await openWorld()
  const { headers } = await w.signIn('support', { role: 'support' })
  await unitsInStock(w, Array.from({ length: 50 }, (_, place) => `U${place}`))
  await get(w, '', headers)
  expect(await w.statements(() => get(w, '?page_size=50', headers))).toBe(3)
  expect(await w.statements(() => get(w, '?page_size=5', headers))).toBe(3)
})

test('product types: admins make them, everybody signed in reads them, a model exists once', async () => {
  await using w = await openWorld()
  const types = '/api/lifecycle/product-types/'
  const admin = await w.signIn('admin', { role: 'admin' })
  const wang = await w.signIn('wang')
  const payload = { name: '滚筒洗衣机', model: 'XQG100', specifications: '10kg' }
  const made = await w.app.inject({ method: 'POST', url: types, headers: admin.headers, payload })
  expect(made.statusCode).toBe(201)
  expect(made.json().data).toMatchObject({ name: '滚筒洗衣机', model: 'XQG100', specification: '10kg', warranty_months: 12 })
  const again = await w.app.inject({ method: 'POST', url: types, headers: admin.headers, payload })
  expect([again.statusCode, again.json().message]).toEqual([400, '型号 XQG100 已经存在。'])
  for (const [caller, status] of [[wang, 403], [await w.signIn('support', { role: 'support' }), 403]] as const) {
    const refused = await w.app.inject({ method: 'POST', url: types, headers: caller.headers, payload })
    expect(refused.statusCode).toBe(status)
  }
  expect((await w.app.inject({ url: `${types}?search=xqg`, headers: wang.headers })).json().pagination.count).toBe(1)
  expect((await w.app.inject({ url: `${types}?search=none`, headers: wang.headers })).json().data).toEqual([])
  const one = await w.app.inject({ url: `${types}${made.json().data.id}/`, headers: wang.headers })
  expect(one.json().data.model).toBe('XQG100')
  expect((await w.app.inject({ url: `${types}999/`, headers: wang.headers })).statusCode).toBe(404)
  expect((await w.app.inject({ url: types })).statusCode).toBe(401)
  for (const bad of [
    {}, { name: ' ', model: 'x' }, { name: 'a', model: 'b', warranty_months: -1 },
    { name: 'a', model: 'b', warranty_months: '12' },
  ]) {
    const answer = await w.app.inject({ method: 'POST', url: types, headers: admin.headers, payload: bad })
    expect(answer.json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
  }
})
