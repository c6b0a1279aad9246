import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder } from '../src/modules/orders/index.ts'
import { violations, violationsAtRest } from './support/invariants.ts'
import { aBuyer, atAlipay, call, levelOf, onSale, openShopWorld, orderState, pay, place, runJob, tradeAt } from './support/order-builders.ts'
import type { Buyer, OnSale } from './support/order-builders.ts'
import { openPostOffice } from './support/post-office.ts'
import type { PostOffice } from './support/post-office.ts'
import { openVictims } from './support/victims.ts'
import type { Errand, Victims } from './support/victims.ts'
import type { World } from './support/world.ts'

/** What is killed, and what is done afterwards as life would do it: the same request, notice or sweep again. */
type Case = { errand: Errand; again(): Promise<void>; ends(): Promise<void> }

const LONG = 300_000

let w: World
let office: PostOffice
let victims: Victims
let ann: Buyer
let bob: Buyer

beforeAll(async () => {
  office = await openPostOffice()
  const env = { PUBLIC_URL: office.url, UNPAID_ORDERS_PER_PERSON: '0' }
  w = await openShopWorld({ env })
  victims = openVictims(w, env);
  [ann, bob] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob')]
})
afterAll(async () => {
  await victims[Symbol.asyncDispose]()
  await w[Symbol.asyncDispose]()
  await office[Symbol.asyncDispose]()
})

/** Kills the errand at its first point, then at its second, …, each time in a case of its own, until it lives. */
async function killEverywhere(title: string, prepare: (n: number) => Promise<Case>): Promise<void> {
  for (let n = 1; ; n += 1) {
    const { errand, again, ends } = await prepare(n)
    const lived = await victims.send(errand, n)
    expect(await violations(w.db), `${title}: killed at ${n}`).toEqual([])
    await again()
    await settleDown()
    expect(await violationsAtRest(w.db), `${title}: after ${n}`).toEqual([])
    await ends()
    if (!lived) continue
    expect(lived.points).toBe(n - 1)
    if (errand.kind === 'request') expect([200, 201]).toContain((lived.answer as { status: number }).status)
    console.log(`kill -9 · ${title}: killed at each of ${n - 1} points`)
    return
  }
}

/** What happens by itself in the minutes after: companies repeat notices, sweeps run. */
async function settleDown(): Promise<void> {
  office.handTo(w)
  for (const job of ['redeliver-simulated-notices', 'ask-alipay-payments', 'ask-wechat-payments', 'finish-refunds']) {
    w.advanceMinutes(2)
    await runJob(w, job)
  }
  office.handTo(null)
}

async function anOrderOf(buyer: Buyer, fan: OnSale): Promise<{ id: number; number: string }> {
  const placed = await place(w, buyer, fan)
  expect(placed.statusCode).toBe(201)
  return { id: placed.json().order.id, number: placed.json().order_id }
}

/** The notice of this order's payment as the company sent it, which reached nobody. */
async function lostNotice(number: string): Promise<Errand> {
  await pay(w, ann, number)
  const letter = office.kept.splice(0).at(-1)
  if (!letter) throw new Error('No notice came')
  return { kind: 'request', ...letter }
}

const asks = (method: 'POST' | 'PATCH', url: string, body: object, more: Record<string, string> = {}) => ({
  kind: 'request' as const, method, url, payload: JSON.stringify(body),
  headers: { ...ann.headers, 'content-type': 'application/json', ...more },
})
const expire = (orderId: number) =>
  w.inTx((tx) => cancelOrder(tx, { orderId, actorId: null, by: 'timeout', reason: '', note: '', at: w.deps.now() }))
const ordersOf = ({ skuId }: OnSale) => w.db.selectFrom('orders.order_lines').select('order_id').where('sku_id', '=', skuId).execute()

/** Nothing but to wait: the company sends its notice again by itself. */
const theNotice = async () => w.advanceMinutes(5)

async function aPaidOrder(): Promise<{ fan: OnSale; number: string }> {
  const fan = await onSale(w)
  const { number } = await anOrderOf(ann, fan)
  office.handTo(w)
  await pay(w, ann, number)
  office.handTo(null)
  expect(await orderState(w, number)).toBe('paid')
  return { fan, number }
}

/** A buyer went to the company's page, paid there or not, and time passed; the sweep has done all other orders. */
async function anExpiredOrder(done: 'notify_again' | 'pay_without_notice'): Promise<{ fan: OnSale; number: string }> {
  await runJob(w, 'expire-unpaid-orders')
  const fan = await onSale(w)
  const { number } = await anOrderOf(ann, fan)
  await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
  await atAlipay(w, number, done)
  w.advanceMinutes(11)
  return { fan, number }
}

describe('kill -9 at every point', () => {
  test('of placing an order: a whole order or none, and the same key makes exactly one', () =>
    killEverywhere('order', async (n) => {
      const fan = await onSale(w)
      const errand = asks('POST', '/api/orders/create_order/', {
        address_id: ann.addressId, method: 'alipay', items: [{ product_id: fan.productId, sku_id: fan.skuId, quantity: 2 }],
      }, { 'idempotency-key': `order-${n}` })
      return {
        errand,
        again: async () => expect((await w.app.inject(errand)).statusCode).toBe(201),
        ends: async () => {
          expect(await ordersOf(fan)).toHaveLength(1)
          expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 2 })
        },
      }
    }), LONG)

  test('of ordering what is in the cart', () => killEverywhere('order from the cart', async (n) => {
    const fan = await onSale(w)
    await call(w, ann, 'POST', '/api/cart/', { sku_id: fan.skuId, count: 3 })
    const errand = asks('POST', '/api/orders/', { address: ann.addressId, pay_method: 2 }, { 'idempotency-key': `cart-${n}` })
    return {
      errand,
      again: async () => expect((await w.app.inject(errand)).statusCode).toBe(201),
      ends: async () => {
        expect(await ordersOf(fan)).toHaveLength(1)
        expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 3 })
        expect(await w.db.selectFrom('cart.lines').selectAll().where('user_id', '=', ann.userId).execute()).toEqual([])
      },
    }
  }), LONG)

  test('of taking the notice of a payment: the company repeats it, and the order is paid once', () =>
    killEverywhere('payment notice', async () => {
      const fan = await onSale(w)
      const { number } = await anOrderOf(ann, fan)
      return {
        errand: await lostNotice(number), again: theNotice,
        ends: async () => expect(await orderState(w, number)).toBe('paid'),
      }
    }), LONG)

  test('of taking a notice that comes too late and revives its order', () =>
    killEverywhere('late notice, order revived', async () => {
      const fan = await onSale(w, { onHandQty: 1 })
      const { id, number } = await anOrderOf(ann, fan)
      const errand = await lostNotice(number)
      await expire(id)
      return {
        errand, again: theNotice,
        ends: async () => {
          expect(await orderState(w, number)).toBe('paid')
          expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 1, held_qty: 1 })
        },
      }
    }), LONG)

  test('of taking a notice that comes too late, when the goods are gone: the money goes back once', () =>
    killEverywhere('late notice, money back', async () => {
      const fan = await onSale(w, { onHandQty: 1 })
      const { id, number } = await anOrderOf(ann, fan)
      const errand = await lostNotice(number)
      await expire(id)
      await anOrderOf(bob, fan)
      return {
        errand, again: theNotice,
        ends: async () => {
          expect(await orderState(w, number)).toBe('cancelled')
          expect((await tradeAt(w, number)).refunds).toHaveLength(1)
        },
      }
    }), LONG)

  test('of cancelling a paid order: stock free and money on its way back, or neither', () =>
    killEverywhere('cancelling a paid order', async () => {
      const { fan, number } = await aPaidOrder()
      const errand = asks('PATCH', `/api/orders/${number}/cancel/`, { reason: '买错了' })
      return {
        errand,
        again: async () => expect([200, 400]).toContain((await w.app.inject(errand)).statusCode),
        ends: async () => {
          expect(await orderState(w, number)).toBe('cancelled')
          expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 0 })
          expect((await tradeAt(w, number)).refunds).toHaveLength(1)
        },
      }
    }), LONG)

  test('of sending a refund: the company hears one number, and the money goes back once', () =>
    killEverywhere('refund', async () => {
      const { number } = await aPaidOrder()
      await call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`, {})
      const { id: refundId } = await w.db.selectFrom('payments.refunds').select('id').where('order_number', '=', number)
        .executeTakeFirstOrThrow()
      return {
        errand: { kind: 'job', name: 'send-refund', body: { refundId } },
        again: async () => w.advanceMinutes(2),
        ends: async () => expect((await tradeAt(w, number)).refunds).toMatchObject([{ status: 'REFUND_SUCCESS' }]),
      }
    }), LONG)

  test('of expiring an order: its stock is free, and its trade is closed at the company first', () =>
    killEverywhere('expiry', async () => {
      // There is nothing to notify of yet: the page is opened and left.
      const { fan, number } = await anExpiredOrder('notify_again')
      return {
        errand: { kind: 'job', name: 'expire-unpaid-orders', body: {} },
        again: async () => void (await runJob(w, 'expire-unpaid-orders')),
        ends: async () => {
          expect(await orderState(w, number)).toBe('cancelled')
          expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 0 })
          expect((await tradeAt(w, number)).trade_status).toBe('TRADE_CLOSED')
        },
      }
    }), LONG)

  test('of expiring an order that was paid at the last moment: it is paid, not cancelled', () =>
    killEverywhere('expiry that finds money', async () => {
      const { number } = await anExpiredOrder('pay_without_notice')
      return {
        errand: { kind: 'job', name: 'expire-unpaid-orders', body: {} },
        again: async () => void (await runJob(w, 'expire-unpaid-orders')),
        ends: async () => expect(await orderState(w, number)).toBe('paid'),
      }
    }), LONG)
})
