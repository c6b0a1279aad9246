import { expect, test } from 'vitest'
import { aBuyer, anOrder, atAlipay, call, onSale, openShopWorld, place, runJob } from '../../tests/support/order-builders.ts'
import type { World } from '../../tests/support/world.ts'
import { cancelOrder } from '../modules/orders/index.ts'

const cashier = async (w: World, who: Parameters<typeof call>[1], number: string) =>
  (await call(w, who, 'GET', `/api/orders/${number}/cashier/`)).json()

const BANK = { BANK_ACCOUNT_NAME: '赫斯电器有限公司', BANK_NAME: '招商银行成都分行', BANK_ACCOUNT_NUMBER: '128905678910001' }

test('the ways to pay are those that are configured, for anybody to read', async () => {
  await using w = await openShopWorld()
  const methods = async (of: World) => (await of.app.inject({ url: '/api/payments/methods/' })).json()
  expect(await methods(w)).toEqual({ methods: ['wechat', 'alipay'] })
  w.deps.payments.wechat = null
  expect(await methods(w)).toEqual({ methods: ['alipay'] })
  await using withBank = await openShopWorld({ env: BANK })
  expect(await methods(withBank)).toEqual({ methods: ['wechat', 'alipay', 'bank'] })
})

test('while no way to pay is open nobody places an order, and what was placed before waits for its money', async () => {
  await using w = await openShopWorld()
  const ann = await aBuyer(w, 'ann')
  const staff = await w.signIn('sue', { role: 'support' })
  const fan = await onSale(w, { onHandQty: 2 })
  const before = (await place(w, ann, fan, 1, { 'idempotency-key': 'placed-before-it-was-closed' })).json()
  const { alipay, wechat } = w.deps.payments
  Object.assign(w.deps.payments, { alipay: null, wechat: null })
  const line = { product_id: fan.productId, sku_id: fan.skuId, quantity: 1 }
  await call(w, ann, 'POST', '/api/cart/', { sku_id: fan.skuId, count: 1 })
  const asked = [
    await place(w, ann, fan),
    await call(w, ann, 'POST', '/api/orders/', { pay_method: 2, address: ann.addressId }),
    await call(w, ann, 'POST', '/api/orders/create_batch_orders/', { address_id: ann.addressId, items: [line] }),
    await call(w, staff, 'POST', '/api/orders/', { user_id: ann.userId, address_id: ann.addressId, items: [line] }),
  ]
  for (const refused of asked) {
    expect(refused.statusCode).toBe(400)
    expect(refused.json().message).toBe('现在没有可用的付款方式，还不能下单，什么都没有改动。请稍后再试，或联系客服。')
  }
  expect(await w.db.selectFrom('orders.orders').select('number').execute()).toEqual([{ number: before.order_id }])
  expect(await w.db.selectFrom('stock.levels').select(['on_hand_qty', 'held_qty']).execute()).toEqual([{ on_hand_qty: 2, held_qty: 1 }])
  const again = await place(w, ann, fan, 1, { 'idempotency-key': 'placed-before-it-was-closed' })
  expect([again.statusCode, again.json().order_id], 'the answer of then').toEqual([201, before.order_id])
  expect((await call(w, ann, 'GET', `/api/orders/${before.order_id}/payment/`)).json())
    .toMatchObject({ code: 400, message: '这种支付方式暂未开通，请换一种。' })
  expect(await cashier(w, ann, before.order_id)).toMatchObject({ status: 'pending', attempts: [{ status: 'init' }] })
  Object.assign(w.deps.payments, { alipay, wechat })
  expect((await place(w, ann, fan)).statusCode).toBe(201)
})

test('a transfer: where to, its proof, why it was turned down, and no account once the order is paid', async () => {
  await using w = await openShopWorld({ env: BANK })
  const { ann, number } = await anOrder(w)
  const staff = await w.signIn('sue', { role: 'support' })
  const account = { account_name: '赫斯电器有限公司', bank: '招商银行成都分行', account_number: '128905678910001' }
  expect(await cashier(w, ann, number)).toMatchObject({ bank_account: account })
  const transfer = async () => {
    const { attempts: [attempt] } = await cashier(w, ann, number)
    const isOpen = attempt.status === 'init'
    const opened = isOpen ? attempt.id : (await call(w, ann, 'POST', '/api/payments/', { order_id: attempt.order, method: 'bank' })).json().id
    return (await call(w, ann, 'POST', `/api/payments/${opened}/start/`, { provider: 'bank' })).json().payment.id as number
  }
  const first = await transfer()
  expect((await cashier(w, ann, number)).attempts[0]).toMatchObject({ id: first, method: 'bank', status: 'processing', proof: null })
  await call(w, ann, 'POST', `/api/payments/${first}/proof/`, { note: '王小明 转' })
  const sent = await cashier(w, ann, number)
  expect(sent.attempts[0].proof).toMatchObject({ has_picture: false, note: '王小明 转' })
  expect(Date.parse(sent.expires_at)).toBeGreaterThan(w.deps.now().getTime() + 86_400_000)
  await call(w, staff, 'POST', `/api/payments/${first}/reject/`, { reason: '银行没有这笔到账' })
  expect((await cashier(w, ann, number)).attempts[0]).toMatchObject({ status: 'failed', reason: '银行没有这笔到账' })
})

test('an order tells its buyer where its money stands, by number and by id, and nobody else', async () => {
  await using w = await openShopWorld()
  const { ann, number, id } = await anOrder(w)
  const bob = await aBuyer(w, 'bob')
  const admin = await w.signIn('root', { role: 'admin' })
  const answer = await cashier(w, ann, number)
  expect(answer).toMatchObject({
    order_id: id, order_number: number, amount: '4999.00', status: 'pending', bank_account: null, late_money: null,
    attempts: [{ method: 'alipay', status: 'init', reason: '', proof: null }],
  })
  expect(Date.parse(answer.expires_at)).toBeGreaterThan(w.deps.now().getTime())
  expect(await cashier(w, ann, String(id))).toEqual(answer)
  for (const stranger of [bob, admin]) {
    expect((await call(w, stranger, 'GET', `/api/orders/${number}/cashier/`)).statusCode).toBe(404)
  }
  expect((await w.app.inject({ url: `/api/orders/${number}/cashier/` })).statusCode).toBe(401)
})

test('asking is not counted as paying: it may be asked for every few seconds', async () => {
  await using w = await openShopWorld()
  const { ann, number } = await anOrder(w)
  for (let asked = 0; asked < 15; asked += 1) {
    expect((await call(w, ann, 'GET', `/api/orders/${number}/cashier/`)).statusCode).toBe(200)
  }
})

test('a paid order has no time left and names the attempt that paid it', async () => {
  await using w = await openShopWorld()
  const { ann, number } = await anOrder(w)
  await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
  expect(await cashier(w, ann, number)).toMatchObject({ status: 'pending', attempts: [{ status: 'processing' }] })
  await atAlipay(w, number, 'pay')
  expect(await cashier(w, ann, number)).toMatchObject({ status: 'paid', expires_at: null, attempts: [{ status: 'succeeded' }] })
})

test('money that comes too late is told until it is back', async () => {
  await using w = await openShopWorld()
  const ann = await aBuyer(w, 'ann')
  const bob = await aBuyer(w, 'bob')
  const fan = await onSale(w, { onHandQty: 1 })
  const { order, order_id: number } = (await place(w, ann, fan)).json() as { order: { id: number }; order_id: string }
  await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
  await atAlipay(w, number, 'pay_without_notice')
  await w.inTx((tx) => cancelOrder(tx, { orderId: order.id, actorId: null, by: 'timeout', reason: '', note: '', at: w.deps.now() }))
  expect(await cashier(w, ann, number)).toMatchObject({ status: 'cancelled', late_money: null })
  await place(w, bob, fan)
  await atAlipay(w, number, 'notify_again')
  expect((await cashier(w, ann, number)).late_money).toEqual({ status: 'on_its_way', amount: '4999.00' })
  w.advanceMinutes(2)
  await runJob(w, 'finish-refunds')
  expect((await cashier(w, ann, number)).late_money).toEqual({ status: 'returned', amount: '4999.00' })
})
