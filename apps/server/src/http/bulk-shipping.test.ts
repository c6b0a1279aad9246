import { expect, test } from 'vitest'
import { aForm, sendForm } from '../../tests/support/forms.ts'
import { aPaidOrder, aProductType, unitsInStock } from '../../tests/support/unit-builders.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

const check = async (w: World, who: SignedIn, lines: object[]) => {
  const answer = await w.app.inject({
    method: 'POST', url: '/api/orders/ship_check/', headers: who.headers, payload: { lines },
  })
  return { status: answer.statusCode, lines: answer.json().lines as { order: object | null; fault: object | null }[] }
}

test('what would be refused is said line by line, and nothing is shipped by looking', async () => {
  await using w = await openWorld()
  const buyer = await w.signIn('buyer')
  const support = await w.signIn('support', { role: 'support' })
  const typeId = await aProductType(w)
  const order = await aPaidOrder(w, buyer.userId, [{ productTypeId: typeId, qty: 1 }])
  await unitsInStock(w, ['QR001', 'QR002'], typeId)
  const tracking_number = 'SF1'
  const { status, lines } = await check(w, support, [
    { order_number: order.number, tracking_number, qrcode_ids: ['QR001'] },
    { order_number: order.number, tracking_number: ' ' },
    { order_number: order.number, tracking_number, qrcode_ids: ['QR001', 'QR002'] },
    { order_number: order.number, tracking_number, qrcode_ids: ['NONE'] },
    { order_number: '20261120999999999', tracking_number },
    { order_number: String(order.id), tracking_number },
  ])
  expect(status).toBe(200)
  expect(lines[0]).toMatchObject({ fault: null, order: { order_number: order.number, status: 'paid', quantity: 1 } })
  expect(lines.slice(1).map(({ fault }) => fault)).toEqual([
    { error_code: 'VALIDATION_ERROR', message: '此项必填。', codes: [] },
    { error_code: 'BUSINESS_ERROR', message: '整单需要 1 个编码，收到 2 个。', codes: [] },
    expect.objectContaining({ codes: [{ code: 'NONE', message: '没有这个编码' }] }),
    { error_code: 'NOT_FOUND', message: '订单不存在。', codes: [] },
    { error_code: 'NOT_FOUND', message: '订单不存在。', codes: [] },
  ])
  for (const table of ['fulfilment.parcels', 'orders.order_moves', 'stock.moves', 'platform.events'] as const) {
    expect(await countOf(w, table)).toBe(0)
  }
  const shipping = { method: 'PATCH', url: `/api/orders/${order.id}/ship/`, headers: support.headers } as const
  expect((await w.app.inject({ ...shipping, payload: { tracking_number, qrcode_ids: ['QR001'] } })).statusCode).toBe(200)
  const again = await check(w, support, [{ order_number: order.number, tracking_number }])
  expect(again.lines).toMatchObject([
    { order: { status: 'shipped', tracking_number: 'SF1' }, fault: { error_code: 'INVALID_ORDER_STATUS', message: '订单现在是「待收货」，不能这样操作。' } },
  ])
})

test('a file of parcels is read as cells; what is no table is refused', async () => {
  await using w = await openWorld()
  const support = await w.signIn('support', { role: 'support' })
  const url = '/api/orders/ship_sheet/'
  const read = await sendForm(w, support, url, aForm({ filename: 'a.csv', content: '订单号,运单号\r\n2026112010000001,SF1\r\n' }))
  expect(read.json()).toEqual({ rows: [['订单号', '运单号'], ['2026112010000001', 'SF1']] })
  const none = await sendForm(w, support, url, aForm(null))
  expect(none.json()).toMatchObject({ code: 400, error_code: 'INVALID_FILE' })
  const buyer = await w.signIn('buyer')
  expect((await sendForm(w, buyer, url, aForm({ content: 'a,b' }))).statusCode).toBe(403)
})
