import { expect, test } from 'vitest'
import { atAlipay, call, levelOf, onSale, openShopWorld, runJob } from '../support/order-builders.ts'
import type { SignedIn, World } from '../support/world.ts'
import { countOf } from '../support/world.ts'

const answer = async (w: World, who: SignedIn, method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: object) => {
  const got = await call(w, who, method, url, body)
  expect(got.statusCode, `${method} ${url}: ${got.body}`).toBeLessThan(300)
  return got.json()
}

/** What the money says at every step: paid in, sent back, still owed to nobody. */
async function moneyIs(w: World, expected: { succeededFen: number; refundedFen: number; suspenseRows: number }) {
  const paid = await w.db.selectFrom('payments.payments').select((eb) => eb.fn.sum<number>('amount_fen').as('fen')).where('state', '=', 'succeeded').executeTakeFirst()
  const back = await w.db.selectFrom('payments.refunds').select((eb) => eb.fn.sum<number>('amount_fen').as('fen')).where('state', '=', 'succeeded').executeTakeFirst()
  expect([Number(paid?.fen ?? 0), Number(back?.fen ?? 0), await countOf(w, 'payments.suspense')])
    .toEqual([expected.succeededFen, expected.refundedFen, expected.suspenseRows])
}

test('one appliance\'s life: found, bought, paid, shipped with its code, received, activated, under warranty, repaired', async () => {
  await using w = await openShopWorld()
  const boss = await w.signIn('boss', { role: 'admin' })
  const clerk = await w.signIn('clerk', { role: 'support' })
  const ann = await w.signIn('ann', { mobile: '13800000002' })

  const type = (await answer(w, boss, 'POST', '/api/lifecycle/product-types/', { name: '冰箱', model: 'BCD-500', warranty_months: 36 })).data
  const fridge = await onSale(w, { onHandQty: 2, priceFen: 429900, productTypeId: type.id })
  const units = (await answer(w, clerk, 'POST', '/api/lifecycle/products/bulk_create/', { product_type_id: type.id, quantity: 2, prefix: 'HR-' })).data.units
  expect(units.map((unit: { status: string }) => unit.status)).toEqual(['created', 'created'])
  const code: string = units[0].qrcode_id

  // find: nobody has signed in yet; the cart is kept under a cookie
  const list = (await w.app.inject({ url: `/api/categories/${fridge.categoryId}/skus/?ordering=price` })).json()
  expect(list.results[0]).toMatchObject({ id: fridge.skuId, price: '4299.00', stock: 2 })
  const added = await w.app.inject({ method: 'POST', url: '/api/cart/', payload: { sku_id: fridge.skuId, count: 1 } })
  expect([added.statusCode, added.json()]).toEqual([201, { sku_id: fridge.skuId, count: 1, selected: true }])
  const cookie = added.cookies.map((each) => `${each.name}=${each.value}`).join('; ')

  // sign in: the anonymous cart becomes hers
  await w.app.inject({ method: 'POST', url: '/api/authorizations/', headers: { cookie }, payload: { username: '13800000002', password: 'test-password-1' } })
  expect((await answer(w, ann, 'GET', '/api/cart/'))[0]).toMatchObject({ id: fridge.skuId, count: 1, is_available: true })

  // order
  const address = await answer(w, ann, 'POST', '/api/addresses/', {
    receiver: '王小明', mobile: '13800000002', province: 510000, city: 510100, district: 510107, place: '人民南路 1 号', title: '家',
  })
  const settled = await answer(w, ann, 'GET', '/api/orders/settlement/')
  expect([settled.freight, settled.actual_amount]).toEqual(['0.00', '4299.00'])
  const { order_id: number, order } = await answer(w, ann, 'POST', '/api/orders/', { address: address.id, pay_method: 2 })
  expect(await levelOf(w, fridge.skuId)).toEqual({ on_hand_qty: 2, held_qty: 1 })
  await moneyIs(w, { succeededFen: 0, refundedFen: 0, suspenseRows: 0 })

  // pay
  const { alipay_url } = await answer(w, ann, 'GET', `/api/orders/${number}/payment/`)
  expect(alipay_url).toContain('/dev/sim/alipay/gateway.do?')
  expect((await atAlipay(w, number, 'pay')).json().notice).toEqual({ status: 200, body: 'success' })
  await moneyIs(w, { succeededFen: 429900, refundedFen: 0, suspenseRows: 0 })

  // ship with the unit's code
  const waiting = await answer(w, clerk, 'GET', '/api/orders/?status=paid')
  expect(waiting.results.map((each: { order_number: string }) => each.order_number)).toEqual([number])
  const shipped = await answer(w, clerk, 'PATCH', `/api/orders/${order.id}/ship/`, {
    tracking_number: 'SF100', logistics_company: '顺丰速运', qrcode_ids: [code],
  })
  expect(shipped).toMatchObject({ status: 'shipped', logistics_info: { logistics_no: 'SF100', logistics_company: '顺丰速运' } })
  expect(await levelOf(w, fridge.skuId)).toEqual({ on_hand_qty: 1, held_qty: 0 })

  // receive
  const mine = await answer(w, ann, 'GET', `/api/orders/${number}/`)
  expect(mine.units).toMatchObject([{ qrcode_id: code, status: 'shipped', warranty_end: null }])
  expect(await answer(w, ann, 'PATCH', `/api/orders/${number}/confirm_receipt/`, {})).toMatchObject({ status: 'completed', status_code: 4 })
  const sold = await w.db.selectFrom('catalog.products').select('sales_count').where('id', '=', fridge.productId).executeTakeFirstOrThrow()
  expect(sold.sales_count).toBe(1)

  // scan and activate
  const scan = new URL(mine.units[0].scan_url)
  expect(scan.pathname).toBe(`/q/${code}`)
  const seen = (await answer(w, ann, 'GET', `/api/lifecycle/products/get_by_qrcode/?qrcode_id=${code}&s=${scan.searchParams.get('s')}`)).data
  expect(seen).toMatchObject({ proof: 'signed', status: 'shipped', can_be_activated: true, is_activated: false })
  const activated = (await answer(w, ann, 'POST', '/api/lifecycle/products/activate/', { qrcode_id: code })).data
  expect(activated).toMatchObject({ status: 'activated', customer_id: ann.userId, warranty_start: '2026-11-20', warranty_end: '2029-11-20' })
  const warranty = (await w.app.inject({ method: 'POST', url: '/api/lifecycle/products/check_warranty/', payload: { qrcode_id: code } })).json().data
  expect(warranty).toMatchObject({ in_warranty: true, days_left: 1096 })

  // repair
  const repair = (await answer(w, ann, 'POST', '/api/lifecycle/repair-records/', { qrcode_id: code, reason: '冷藏室不制冷' })).data
  expect(repair).toMatchObject({ status: 'pending', in_warranty: true })
  expect((await answer(w, ann, 'GET', '/api/lifecycle/products/')).data[0]).toMatchObject({ qrcode_id: code, status: 'in_repair' })
  await answer(w, clerk, 'PUT', `/api/lifecycle/repair-records/${repair.id}/`, { status: 'in_progress' })
  const done = (await answer(w, clerk, 'POST', `/api/lifecycle/repair-records/${repair.id}/complete_repair/`, { result: '更换温控器' })).data
  expect(done).toMatchObject({ status: 'completed', result: '更换温控器', allowed_moves: [] })
  expect((await answer(w, ann, 'GET', '/api/lifecycle/products/')).data[0]).toMatchObject({ status: 'activated' })

  // every step is on record, in order, and the sweeps find nothing left to do
  const records = await w.db.selectFrom('lifecycle.operation_records').select('operation_type').where('unit_id', '=', units[0].id).orderBy('id').execute()
  expect(records.map((record) => record.operation_type)).toEqual(['bulk_create', 'ship', 'activate', 'repair_create', 'repair_update', 'repair_complete'])
  for (const job of ['expire-unpaid-orders', 'ask-alipay-payments', 'ask-wechat-payments', 'finish-refunds']) expect(await runJob(w, job)).toEqual({ done: 0, failed: 0, skipped: 0 })
  await moneyIs(w, { succeededFen: 429900, refundedFen: 0, suspenseRows: 0 })
})
