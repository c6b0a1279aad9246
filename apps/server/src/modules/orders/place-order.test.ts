import { describe, expect, test } from 'vitest'
import { aBuyer, call, levelOf, onSale, place } from '../../../tests/support/order-builders.ts'
import type { Buyer } from '../../../tests/support/order-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { addToCart } from '../cart/index.ts'
import { NO_WISH } from './delivery-wish.ts'
import { placeOrder } from './place-order.ts'

const termsOf = ({ config }: World['deps']) => ({ ...config, timeoutMs: config.orderTimeoutMs })

const WRITTEN = ['orders.orders', 'orders.order_lines', 'orders.order_moves', 'stock.holds', 'payments.payments', 'platform.events'] as const
const writtenRows = (w: World) => Promise.all(WRITTEN.map((table) => countOf(w, table)))
const fillCart = (w: World, buyer: Buyer, skuId: number, qty: number) =>
  w.inTx((tx) => addToCart(tx, { owner: { userId: buyer.userId }, skuId, qty, isSelected: true, at: w.deps.now() }))

describe('ordering from the cart', () => {
  test('the ticked lines become an order with freight, a hold and an open payment, and leave the cart', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const [fan, kettle] = [await onSale(w, { priceFen: 4900 }), await onSale(w, { priceFen: 2000, onHandQty: 3 })]
    await fillCart(w, ann, fan.skuId, 1)
    await fillCart(w, ann, kettle.skuId, 2)
    const settlement = (await call(w, ann, 'GET', '/api/orders/settlement/')).json()
    expect(settlement).toMatchObject({ freight: '10.00', total_amount: '89.00', actual_amount: '99.00', total_count: 3 })
    expect(settlement.skus.map((sku: { count: number; price: string }) => [sku.count, sku.price])).toEqual([[1, '49.00'], [2, '20.00']])
    const answer = await call(w, ann, 'POST', '/api/orders/', { address: ann.addressId, pay_method: 2 })
    expect(answer.statusCode).toBe(201)
    const { order_id, order, payment } = answer.json()
    expect(order_id).toMatch(/^\d{22}$/)
    expect(order).toMatchObject({
      order_number: order_id, status: 'pending', status_code: 1, status_label: '待支付', pay_method: 2, total_amount: '89.00',
      freight: '10.00', actual_amount: '99.00', total_count: 3, snapshot_contact_name: '王小明', snapshot_province: '四川省',
      snapshot_city: '成都市', snapshot_district: '武侯区', expires_at: '2026-11-20T10:10:00.000+08:00',
      allowed_moves: ['pay', 'cancel'],
    })
    expect(payment).toMatchObject({ method: 'alipay', status: 'init', amount: '99.00' })
    expect(await levelOf(w, kettle.skuId)).toEqual({ on_hand_qty: 3, held_qty: 2 })
    expect(await countOf(w, 'cart.lines')).toBe(0)
  })

  test('from 99.00 on there is no freight', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    await fillCart(w, ann, (await onSale(w, { priceFen: 9900 })).skuId, 1)
    const { order } = (await call(w, ann, 'POST', '/api/orders/', { address: ann.addressId, pay_method: 2 })).json()
    expect([order.freight, order.actual_amount]).toEqual(['0.00', '99.00'])
  })

  test('a ticked line off the shelf stays in the cart, as the settlement leaves it out', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const [fan, kettle] = [await onSale(w, { priceFen: 9900 }), await onSale(w, { priceFen: 9900 })]
    await fillCart(w, ann, fan.skuId, 1)
    await fillCart(w, ann, kettle.skuId, 1)
    await w.db.updateTable('catalog.skus').set({ is_launched: false }).where('id', '=', kettle.skuId).execute()
    expect((await call(w, ann, 'GET', '/api/orders/settlement/')).json().actual_amount).toBe('99.00')
    const { order } = (await call(w, ann, 'POST', '/api/orders/', { address: ann.addressId, pay_method: 2 })).json()
    expect([order.actual_amount, order.items.length]).toEqual(['99.00', 1])
    expect((await call(w, ann, 'GET', '/api/cart/')).json()).toMatchObject([{ id: kettle.skuId, is_available: false }])
    const again = await call(w, ann, 'POST', '/api/orders/', { address: ann.addressId, pay_method: 2 })
    expect(again.json()).toMatchObject({ code: 400, facts: { sku_ids: [kettle.skuId] } })
  })

  test('two orders of one cart at once: one takes the lines, the other finds nothing ticked', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    await fillCart(w, ann, (await onSale(w, { onHandQty: 9 })).skuId, 1)
    const both = await Promise.all([0, 1].map(() => call(w, ann, 'POST', '/api/orders/', { address: ann.addressId, pay_method: 2 })))
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 400])
    expect(await countOf(w, 'orders.orders')).toBe(1)
  })
})

describe('ordering directly', () => {
  test('charges no freight and takes the default SKU of a product', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const fan = await onSale(w, { priceFen: 4900 })
    const answer = await call(w, ann, 'POST', '/api/orders/', { product_id: fan.productId, quantity: 1, address_id: ann.addressId })
    expect(answer.json().order).toMatchObject({ freight: '0.00', actual_amount: '49.00', pay_method: 3 })
    expect(answer.json().order.items[0]).toMatchObject({ sku_id: fan.skuId, unit_price: '49.00', quantity: 1, sku_specs: { 颜色: '白' } })
  })

  test('the same SKU in two lines is summed', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const fan = await onSale(w, { onHandQty: 3 })
    const line = { product_id: fan.productId, sku_id: fan.skuId, quantity: 2 }
    const tooMany = await call(w, ann, 'POST', '/api/orders/create_order/', { address_id: ann.addressId, items: [line, line] })
    expect(tooMany.json()).toMatchObject({ error_code: 'INSUFFICIENT_STOCK', facts: { skus: [{ sku_id: fan.skuId, wanted: 4, free: 3 }] } })
    const fits = await call(w, ann, 'POST', '/api/orders/create_order/', { address_id: ann.addressId, items: [line, { ...line, quantity: 1 }] })
    expect(fits.json().order.items).toHaveLength(1)
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 3, held_qty: 3 })
  })

  test('staff may order for a customer to his own address; others may not', async () => {
    await using w = await openWorld()
    const [ann, bob, boss] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob'), await w.signIn('boss', { role: 'support' })]
    const fan = await onSale(w)
    const body = { product_id: fan.productId, address_id: ann.addressId, user_id: ann.userId }
    expect((await call(w, bob, 'POST', '/api/orders/create_order/', body)).statusCode).toBe(400)
    expect((await call(w, boss, 'POST', '/api/orders/create_order/', { ...body, address_id: bob.addressId })).statusCode).toBe(400)
    expect((await call(w, boss, 'POST', '/api/orders/create_order/', body)).json().order).toMatchObject({ user: ann.userId })
  })
})

describe('what is refused writes nothing', () => {
  test.each([
    ['no body at all', {}],
    ['both bodies', { product_id: 1, pay_method: 2, address: 1 }],
    ['an unknown way to pay', { address: 1, pay_method: 9 }],
    ['a quantity of nothing', { address_id: 1, items: [{ product_id: 1, quantity: 0 }] }],
    ['a quantity as text', { address_id: 1, items: [{ product_id: 1, quantity: '1' }] }],
    ['an empty list', { address_id: 1, items: [] }],
    ['an unknown product', { address_id: 'own', items: [{ product_id: 999_999 }] }],
    ['a SKU of another product', { address_id: 'own', items: [{ product_id: 999_999, sku_id: 'own' }] }],
    ['credit', { address_id: 'own', product_id: 'own', payment_method: 'credit' }],
    ['a foreign address', { address_id: 'foreign', product_id: 'own' }],
    ['an empty cart', { address: 'own', pay_method: 2 }],
  ])('%s', async (_, body) => {
    await using w = await openWorld()
    const [ann, bob, fan] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob'), await onSale(w)]
    const { addressId } = ann
    const own: Record<string, number> = {
      address_id: addressId, address: addressId, product_id: fan.productId, sku_id: fan.skuId,
    }
    const filled = JSON.parse(JSON.stringify(body, (key, value: unknown) =>
      value === 'own' ? own[key] : value === 'foreign' ? bob.addressId : value)) as object
    const answer = await call(w, ann, 'POST', '/api/orders/', filled)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().success).toBe(false)
    expect(await writtenRows(w)).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('prices, states and owners in a body are never obeyed', async () => {
    await using w = await openWorld()
    const [ann, bob, fan] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob'), await onSale(w)]
    const answer = await call(w, ann, 'POST', '/api/orders/', {
      product_id: fan.productId, address_id: ann.addressId, price: '0.01', total_amount: '0.01', status: 'paid', user: bob.userId,
    })
    expect(answer.json().order).toMatchObject({ actual_amount: '4999.00', status: 'pending', user: ann.userId })
  })

  test('a SKU off the shelf', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w)]
    await w.db.updateTable('catalog.skus').set({ is_launched: false }).where('id', '=', fan.skuId).execute()
    expect((await place(w, ann, fan)).json()).toMatchObject({ code: 400, facts: { sku_ids: [fan.skuId] } })
    expect(await writtenRows(w)).toEqual([0, 0, 0, 0, 0, 0])
  })
})

describe('races', () => {
  test('the last piece: who comes while the first has not committed waits, and is refused', async () => {
    await using w = await openWorld()
    const [ann, bob, fan] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob'), await onSale(w, { onHandQty: 1 })]
    const held = Promise.withResolvers<void>()
    const commit = Promise.withResolvers<void>()
    const input = (buyer: Buyer) => ({
      userId: buyer.userId, placedBy: buyer.userId, addressId: buyer.addressId, lines: [{ skuId: fan.skuId, qty: 1 }],
      payMethod: 'alipay' as const, note: '', chargesFreight: false, leftOut: 'nothing' as const, at: w.deps.now(),
      wish: NO_WISH, expectedFen: null, caps: w.config.holdingCaps, terms: termsOf(w.deps),
    })
    const first = w.inTx(async (tx) => {
      await placeOrder(tx, input(ann))
      held.resolve()
      await commit.promise
    })
    await held.promise
    const second = w.inTx((tx) => placeOrder(tx, input(bob))).then(() => 'placed', (fault: Error) => fault.message)
    commit.resolve()
    await first
    expect(await second).toBe('stock.insufficient')
    expect(await writtenRows(w)).toEqual([1, 1, 1, 1, 1, 1])
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 1, held_qty: 1 })
  })

  test('stock 5, two orders of 3 at once: exactly one', async () => {
    await using w = await openWorld()
    const [ann, bob, fan] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob'), await onSale(w, { onHandQty: 5 })]
    const both = await Promise.all([place(w, ann, fan, 3), place(w, bob, fan, 3)])
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 400])
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 3 })
  })

  test('opposite orders of the same two SKUs never meet a deadlock', async () => {
    await using w = await openWorld()
    const [ann, bob] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob')]
    const [fan, kettle] = [await onSale(w, { onHandQty: 100 }), await onSale(w, { onHandQty: 100 })]
    const items = [fan, kettle].map((sku) => ({ product_id: sku.productId, sku_id: sku.skuId, quantity: 1 }))
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => {
      const buyer = n % 2 === 0 ? ann : bob
      return call(w, buyer, 'POST', '/api/orders/create_order/', {
        address_id: buyer.addressId, items: n % 2 === 0 ? items : [...items].reverse(),
      })
    }))
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]))
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 100, held_qty: 20 })
  })

  test('one key fifty times in parallel and once more: one order, one answer', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 100 })]
    const key = { 'idempotency-key': 'k-1' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => place(w, ann, fan, 1, key)))
    answers.push(await place(w, ann, fan, 1, key))
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(await countOf(w, 'orders.orders')).toBe(1)
    const other = await place(w, ann, fan, 2, key)
    expect(other.json()).toMatchObject({ code: 409, error_code: 'IDEMPOTENCY_CONFLICT' })
    const bob = await aBuyer(w, 'bob')
    expect((await place(w, bob, fan, 1, key)).statusCode).toBe(201)
  })

  test('a refused order does not spend its key', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 0 })]
    const key = { 'idempotency-key': 'k-1' }
    expect((await place(w, ann, fan, 1, key)).statusCode).toBe(400)
    await w.db.updateTable('stock.levels').set({ on_hand_qty: 1 }).where('sku_id', '=', fan.skuId).execute()
    expect((await place(w, ann, fan, 1, key)).statusCode).toBe(201)
  })
})

describe('statements per request', () => {
  test('settlement, order, list and detail do not grow with their lines', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const skus = [await onSale(w), await onSale(w), await onSale(w)]
    const order = (lines: typeof skus) => w.statements(() => call(w, ann, 'POST', '/api/orders/create_order/', {
      address_id: ann.addressId, items: lines.map((sku) => ({ product_id: sku.productId, sku_id: sku.skuId })),
    }))
    const one = await order(skus.slice(0, 1))
    const three = await order(skus)
    // who asks, begin, his turn, what he holds, address, prices, order, hold, payment, event, shown order, commit
    expect(one).toBe(12)
    // one statement per further SKU: its hold
    expect(three).toBe(one + 2)
    for (const sku of skus) await fillCart(w, ann, sku.skuId, 1)
    expect(await w.statements(() => call(w, ann, 'GET', '/api/orders/settlement/'))).toBe(2)
    expect(await w.statements(() => call(w, ann, 'GET', '/api/orders/'))).toBe(2)
    const id = (await call(w, ann, 'GET', '/api/orders/')).json().results[0].id
    expect(await w.statements(() => call(w, ann, 'GET', `/api/orders/${id}/`))).toBe(4)
  })
})
