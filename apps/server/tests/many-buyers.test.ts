import { expect, test } from 'vitest'
import { insertUser, openSession } from '../src/modules/accounts/index.ts'
import { createAddress } from '../src/modules/customers/index.ts'
import { startChild } from './support/children.ts'
import type { Child } from './support/children.ts'
import { aBuyer, levelOf, onSale } from './support/order-builders.ts'
import { countOf, openWorld } from './support/world.ts'
import type { World } from './support/world.ts'

const BUYERS = 500
const PIECES = 100

type Ready = { addressId: number; headers: Record<string, string> }

/** Somebody with an address and a session, without the work that a password makes. */
async function readyBuyer(w: World, username: string): Promise<Ready> {
  const at = w.deps.now()
  return w.inTx(async (tx) => {
    const userId = await insertUser(tx, {
      username, mobile: null, email: '', passwordHash: null, role: 'individual', isAgent: false, at,
    })
    const address = await createAddress(tx, {
      userId, isDefault: true, at, area: { province: 510000, city: 510100, district: 510107 },
      fields: { title: '家', receiver: '王小明', mobile: '13800000002', detail: '人民南路 1 号', postalCode: '' },
    })
    const { access } = await openSession(tx, w.deps.tokens, {
      userId, device: { userAgent: '', address: '', deviceId: null }, refreshDays: 30, at,
    })
    return { addressId: address.id, headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json' } }
  })
}

const together = (children: readonly Child[]): AsyncDisposable => ({
  [Symbol.asyncDispose]: async () => void (await Promise.all(children.map((child) => child[Symbol.asyncDispose]()))),
})

test('five hundred buyers, a hundred pieces, three processes: exactly a hundred orders, and nobody hears of a fault', async () => {
  await using w = await openWorld()
  // The other processes go by the machine's clock.
  w.setNow(new Date())
  const fan = await onSale(w, { onHandQty: PIECES })
  const starting = Promise.all([0, 1, 2].map(() => startChild(w.databaseUrl)))
  const buyers: Ready[] = []
  for (let from = 0; from < BUYERS; from += 50) {
    buyers.push(...await Promise.all(Array.from({ length: 50 }, (_, at) => readyBuyer(w, `buyer_${from + at}`))))
  }
  const children = await starting
  await using _all = together(children)
  const buy = async ({ addressId, headers }: Ready, at: number): Promise<number> => {
    const body = JSON.stringify({ address_id: addressId, items: [{ product_id: fan.productId, quantity: 1 }] })
    const child = children[at % 3] as Child
    const keyed = { ...headers, 'idempotency-key': `order-${at}` }
    return (await fetch(`${child.url}/api/orders/`, { method: 'POST', headers: keyed, body })).status
  }
  const statuses = await Promise.all(buyers.map(buy))
  const heard = (status: number) => statuses.filter((each) => each === status).length
  expect([heard(201), heard(400)]).toEqual([PIECES, BUYERS - PIECES])
  expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: PIECES, held_qty: PIECES })
  for (const table of ['orders.orders', 'orders.order_lines', 'stock.holds', 'payments.payments'] as const) {
    expect(await countOf(w, table), table).toBe(PIECES)
  }
}, 120_000)

test('one key fifty times over two processes, one of which dies on the way: one order, one answer', async () => {
  await using w = await openWorld()
  // The other processes go by the machine's clock.
  w.setNow(new Date())
  const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 100 })]
  const children = await Promise.all([0, 1].map(() => startChild(w.databaseUrl)))
  await using _all = together(children)
  const [doomed, other] = children as [Child, Child]
  const body = JSON.stringify({ address_id: ann.addressId, items: [{ product_id: fan.productId, quantity: 2 }] })
  const headers = { ...ann.headers, 'content-type': 'application/json', 'idempotency-key': 'once' }
  const ask = (child: Child) => fetch(`${child.url}/api/orders/`, { method: 'POST', headers, body })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }), () => null)
  const asking = Array.from({ length: 50 }, (_, at) => ask(at % 2 ? other : doomed))
  await Promise.race(asking)
  doomed.process.kill('SIGKILL')
  const answers = await Promise.all(asking)
  answers.push(await ask(other))
  const heard = answers.filter((answer) => answer !== null)
  expect(heard.length).toBeGreaterThanOrEqual(25)
  expect(new Set(heard.map((answer) => answer.status))).toEqual(new Set([201]))
  expect(new Set(heard.map((answer) => answer.text)).size).toBe(1)
  expect(await countOf(w, 'orders.orders')).toBe(1)
  expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 100, held_qty: 2 })
}, 60_000)
