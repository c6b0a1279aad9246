import { describe, expect, test } from 'vitest'
import { aBuyer, call, levelOf, onSale, orderState, place, runJob } from '../../../tests/support/order-builders.ts'
import type { Buyer, OnSale } from '../../../tests/support/order-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { addToCart } from '../cart/index.ts'
import { checkedWish, deliveryDays } from './delivery-wish.ts'

const inCart = (w: World, buyer: Buyer, { skuId }: OnSale, qty = 1) =>
  w.inTx((tx) => addToCart(tx, { owner: { userId: buyer.userId }, skuId, qty, isSelected: true, at: w.deps.now() }))
const fromCart = (w: World, buyer: Buyer, said: object = {}) =>
  call(w, buyer, 'POST', '/api/orders/', { address: buyer.addressId, pay_method: 2, ...said })
const settle = async (w: World, buyer: Buyer, query = '') =>
  (await call(w, buyer, 'GET', `/api/orders/settlement/${query}`)).json()
const price = (w: World, { skuId }: OnSale, priceFen: number) =>
  w.db.updateTable('catalog.skus').set({ price_fen: priceFen }).where('id', '=', skuId).execute()
const stock = (w: World, { skuId }: OnSale, qty: number) =>
  w.db.updateTable('stock.levels').set({ on_hand_qty: qty }).where('sku_id', '=', skuId).execute()

describe('what the buyer saw is what he orders', () => {
  test('another total refuses the order with both amounts, and nothing is written', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { priceFen: 19_900 })]
    await inCart(w, ann, fan)
    await price(w, fan, 20_900)
    const refused = await fromCart(w, ann, { expected_total: '199.00' })
    expect(refused.json()).toMatchObject({
      code: 400, error_code: 'PRICE_CHANGED', facts: { expected_total: '199.00', actual_amount: '209.00' },
    })
    expect(await countOf(w, 'orders.orders')).toBe(0)
    expect(await settle(w, ann)).toMatchObject({ actual_amount: '209.00', skus: [{ price: '209.00', price_then: '199.00' }] })
    expect((await fromCart(w, ann, { expected_total: '209.00' })).statusCode).toBe(201)
    const direct = await call(w, ann, 'POST', '/api/orders/', {
      product_id: fan.productId, address_id: ann.addressId, expected_total: '199.00',
    })
    expect(direct.json().error_code).toBe('PRICE_CHANGED')
    for (const expected_total of ['209', '-1.00', 209]) {
      expect((await fromCart(w, ann, { expected_total })).json().error_code).toBe('VALIDATION_ERROR')
    }
  })

  test('lines that cannot be had are named, cost nothing and stay in the cart', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const [fan, kettle, iron, lamp] = [await onSale(w), await onSale(w), await onSale(w), await onSale(w)]
    for (const sku of [fan, kettle, iron, lamp]) await inCart(w, ann, sku, 2)
    await stock(w, kettle, 1)
    await stock(w, iron, 0)
    await w.db.updateTable('catalog.skus').set({ is_launched: false }).where('id', '=', lamp.skuId).execute()
    const settled = await settle(w, ann)
    expect(settled).toMatchObject({ actual_amount: '9998.00', total_count: 2, skus: [{ id: fan.skuId }] })
    expect(settled.unavailable.map((line: { id: number; reason: string }) => [line.id, line.reason])).toEqual([
      [kettle.skuId, 'too_few'], [iron.skuId, 'sold_out'], [lamp.skuId, 'off_sale'],
    ])
    expect((await fromCart(w, ann)).json()).toMatchObject({ error_code: 'INSUFFICIENT_STOCK' })
    const { order } = (await fromCart(w, ann, { expected_total: '9998.00' })).json()
    expect(order.items.map((item: { sku_id: number }) => item.sku_id)).toEqual([fan.skuId])
    const left = (await call(w, ann, 'GET', '/api/cart/')).json<{ id: number }[]>()
    expect(left.map((line) => line.id)).toEqual([lamp.skuId, iron.skuId, kettle.skuId])
    expect((await fromCart(w, ann, { expected_total: '9998.00' })).json()).toMatchObject({
      error_code: 'INSUFFICIENT_STOCK',
      facts: { skus: [{ sku_id: kettle.skuId, wanted: 2, free: 1 }, { sku_id: iron.skuId }] },
    })
  })

  test('what is bought past the cart has a settlement of its own, without freight', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { priceFen: 4900, onHandQty: 3 })]
    expect(await settle(w, ann, `?sku_id=${fan.skuId}&count=2`)).toMatchObject({
      freight: '0.00', actual_amount: '98.00', total_count: 2, skus: [{ id: fan.skuId, product_id: fan.productId, count: 2 }],
    })
    expect(await settle(w, ann, `?sku_id=${fan.skuId}&count=4`)).toMatchObject({
      actual_amount: '0.00', skus: [], unavailable: [{ id: fan.skuId, reason: 'too_few', stock: 3 }],
    })
    expect(await settle(w, ann, '?sku_id=999999')).toMatchObject({ skus: [], unavailable: [] })
  })
})

describe('when it is to come', () => {
  const terms = { shipWithinHours: 48, deliveryDaysAhead: 14 }
  const at = new Date('2026-11-20T02:00:00Z')
  const timeOf = (text: string | null) => (text ? new Date(text) : null)
  const wish = (deliverAt: string | null, installAt: string | null = null, isDeliveryInstall = false) =>
    ({ deliverAt: timeOf(deliverAt), installAt: timeOf(installAt), isDeliveryInstall })
  const refusal = (...said: Parameters<typeof wish>) => {
    try {
      return checkedWish(wish(...said), { hasInstallation: true, at, terms })
    } catch (fault) {
      return (fault as Error).message
    }
  }

  test('days begin when the goods can have left and end so many days ahead', () => {
    expect(deliveryDays(at, terms).filter((_, day, all) => day === 0 || day === all.length - 1)).toEqual(['2026-11-22', '2026-12-04'])
    expect(deliveryDays(at, { shipWithinHours: 48, deliveryDaysAhead: 0 })).toEqual([])
  })

  test('days are days in Shanghai; one visit has one time; nothing is installed before it came', () => {
    expect(refusal('2026-11-21T16:00:00Z')).toMatchObject({ isDeliveryInstall: false })
    expect(refusal('2026-11-21T15:59:59Z')).toBe('orders.delivery_day')
    expect(refusal('2026-12-05T00:00:00+08:00')).toBe('orders.delivery_day')
    expect(refusal('2020-01-01T09:00:00+08:00')).toBe('orders.delivery_day')
    expect(refusal('2026-11-25T09:00:00+08:00', '2026-11-24T09:00:00+08:00')).toBe('orders.delivery_day')
    const both = new Date('2026-11-25T09:00:00+08:00')
    expect(refusal('2026-11-25T09:00:00+08:00', null, true)).toEqual({ deliverAt: both, installAt: both, isDeliveryInstall: true })
  })

  test('an order of installed goods carries the wish; others refuse one', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w)]
    const said = { distribution_time: '2026-11-25T13:00:00+08:00', is_delivery_install: true, note: ' 三楼 ' }
    const order = (given: object) =>
      call(w, ann, 'POST', '/api/orders/', { product_id: fan.productId, address_id: ann.addressId, ...given })
    expect((await order(said)).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
    expect((await settle(w, ann, `?sku_id=${fan.skuId}`)).delivery).toBeNull()
    await w.db.updateTable('catalog.products').set({ has_installation: true }).execute()
    const offered = (await settle(w, ann, `?sku_id=${fan.skuId}`)).delivery
    expect([offered.days[0], offered.days.at(-1), offered.hours]).toEqual(['2026-11-22', '2026-12-04', [9, 13, 18]])
    expect((await order(said)).json().order).toMatchObject({
      distribution_time: '2026-11-25T13:00:00.000+08:00', install_time: '2026-11-25T13:00:00.000+08:00',
      is_delivery_install: true, note: '三楼', is_government_order: false,
    })
    expect((await order({ distribution_time: '2026-11-20T13:00:00+08:00' })).json()).toMatchObject({
      code: 400, facts: { first: '2026-11-22', last: '2026-12-04' },
    })
    expect((await order({ distribution_time: 'soon' })).json()).toMatchObject({ errors: { distribution_time: [expect.any(String)] } })
    expect((await order({ note: 'x'.repeat(501) })).statusCode).toBe(400)
    expect(await countOf(w, 'orders.orders')).toBe(1)
  })
})

describe('nobody empties a shelf without paying', () => {
  const env = { UNPAID_ORDERS_PER_PERSON: '2', UNPAID_PIECES_PER_SKU: '3' }

  test('unpaid orders and the pieces in them have their limits; paying and cancelling make room', async () => {
    await using w = await openWorld({ env })
    const [ann, bob] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob')]
    const [fan, kettle] = [await onSale(w, { onHandQty: 50 }), await onSale(w, { onHandQty: 50 })]
    const { order } = (await place(w, ann, fan, 2)).json()
    expect((await place(w, ann, fan, 2)).json()).toMatchObject({
      error_code: 'BUSINESS_ERROR', facts: { max: 3, skus: [{ sku_id: fan.skuId, wanted: 2, held: 2 }] },
    })
    expect((await place(w, ann, kettle, 2)).statusCode).toBe(201)
    expect((await place(w, ann, kettle, 1)).json()).toMatchObject({ facts: { unpaid: 2, max: 2 } })
    expect((await place(w, bob, fan, 3)).statusCode).toBe(201)
    await call(w, ann, 'PATCH', `/api/orders/${order.id}/cancel/`, {})
    expect((await place(w, ann, kettle, 1)).statusCode).toBe(201)
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 50, held_qty: 3 })
  })

  test('a limit of none is no limit', async () => {
    await using w = await openWorld({ env: { UNPAID_ORDERS_PER_PERSON: '0', UNPAID_PIECES_PER_SKU: '0' } })
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 50 })]
    for (const qty of [9, 9]) expect((await place(w, ann, fan, qty)).statusCode).toBe(201)
  })

  test('orders that race keep to them too; staff are not held to them', async () => {
    await using w = await openWorld({ env })
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 50 })]
    const racing = await Promise.all(Array.from({ length: 8 }, () => place(w, ann, fan, 1)))
    expect(racing.filter((answer) => answer.statusCode === 201)).toHaveLength(2)
    const boss = await w.signIn('boss', { role: 'support' })
    const forAnn = await call(w, boss, 'POST', '/api/orders/create_order/', {
      user_id: ann.userId, address_id: ann.addressId, items: [{ product_id: fan.productId, quantity: 9 }],
    })
    expect([forAnn.statusCode, forAnn.json().order.user]).toEqual([201, ann.userId])
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 50, held_qty: 11 })
  })
})

describe('a clock that jumps', () => {
  test('back: the order lives and can be paid; forward: it is cancelled once, and its stock is free', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w)]
    const number = (await place(w, ann, fan)).json().order_id as string
    w.advanceMinutes(-60)
    await runJob(w, 'expire-unpaid-orders')
    expect(await orderState(w, number)).toBe('pending')
    const second = (await place(w, ann, fan)).json()
    expect([second.order.expires_at, second.order_id.slice(0, 12)]).toEqual(['2026-11-20T09:10:00.000+08:00', '202611200900'])
    w.advanceMinutes(60 * 24 * 365)
    await runJob(w, 'expire-unpaid-orders')
    await runJob(w, 'expire-unpaid-orders')
    expect([await orderState(w, number), await orderState(w, second.order_id)]).toEqual(['cancelled', 'cancelled'])
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 0 })
    expect(await countOf(w, 'orders.order_moves')).toBe(4)
  })
})

describe('statements per request', () => {
  test('default SKUs, the cart path and its settlement do not grow with their lines', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const skus = [await onSale(w), await onSale(w), await onSale(w)]
    const order = (items: OnSale[]) => w.statements(() => call(w, ann, 'POST', '/api/orders/create_batch_orders/', {
      address_id: ann.addressId, items: items.map(({ productId }) => ({ product_id: productId, quantity: 1 })),
    }))
    const one = await order(skus.slice(0, 1))
    // one statement per further SKU: its hold
    expect(await order(skus)).toBe(one + 2)
    for (const sku of skus) await inCart(w, ann, sku)
    expect(await w.statements(() => settle(w, ann))).toBe(2)
    // beside what a direct order asks: the ticked lines, what is free, and taking them out
    expect(await w.statements(() => fromCart(w, ann, { expected_total: '14997.00' }))).toBe(12 + 2 + 3)
    expect(await w.statements(() => call(w, ann, 'GET', '/api/orders/my_counts/'))).toBe(2)
  })
})
