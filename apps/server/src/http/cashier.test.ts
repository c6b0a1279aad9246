import { expect, test } from 'vitest'
import { aBuyer, anOrder, atAlipay, call, onSale, openShopWorld, place, runJob } from '../../tests/support/order-builders.ts'
import type { World } from '../../tests/support/world.ts'
import { cancelOrder } from '../modules/orders/index.ts'

const cashier = async (w: World, who: Parameters<typeof call>[1], number: string) =>
  (await call(w, who, 'GET', `/api/orders/${number}/cashier/`)).json()

test('the ways to pay are those that are configured, for anybody to read', async () => {
  await using w = await openShopWorld()
  expect((await w.app.inject({ url: '/api/payments/methods/' })).json().methods).toContain('alipay')
  w.deps.payments.alipay = null
  expect((await w.app.inject({ url: '/api/payments/methods/' })).json().methods).not.toContain('alipay')
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
