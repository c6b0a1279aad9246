import { expect, test } from 'vitest'
import { anAddress } from '../../tests/support/builders.ts'
import { aBuyer } from '../../tests/support/order-builders.ts'
import { aPaidOrder } from '../../tests/support/unit-builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

const get = async (w: World, who: SignedIn, url: string) => {
  const answer = await w.app.inject({ url, headers: who.headers })
  return { status: answer.statusCode, body: answer.json() }
}

test('staff see the list in the order they ask for, and how many wait in each state', async () => {
  await using w = await openWorld()
  const [ann, bob] = [await w.signIn('ann'), await w.signIn('bob')]
  const support = await w.signIn('support', { role: 'support' })
  const small = await aPaidOrder(w, ann.userId, [{ productTypeId: null, qty: 1 }])
  const large = await aPaidOrder(w, bob.userId, [{ productTypeId: null, qty: 3 }])
  const middle = await aPaidOrder(w, ann.userId, [{ productTypeId: null, qty: 2 }])
  const numbers = async (ordering: string) => {
    const { body } = await get(w, support, `/api/orders/?ordering=${ordering}`)
    return body.results.map((order: { order_number: string }) => order.order_number)
  }
  expect(await numbers('actual_amount')).toEqual([small.number, middle.number, large.number])
  expect(await numbers('-quantity')).toEqual([large.number, middle.number, small.number])
  expect((await get(w, support, '/api/orders/?ordering=phone')).status).toBe(400)
  const { body } = await get(w, support, '/api/orders/counts/?username=ann')
  expect(body).toMatchObject({ all: 2, paid: 2, pending: 0, refunded: 0 })
  expect((await get(w, ann, '/api/orders/counts/')).status).toBe(403)
})

test('support finds whom to order for, with the mobile hidden, and where it goes', async () => {
  await using w = await openWorld()
  const ann = await aBuyer(w, 'ann')
  const support = await w.signIn('support', { role: 'support' })
  const found = await get(w, support, '/api/orders/buyers/?q=AN')
  expect(found.body).toMatchObject([{ id: ann.userId, username: 'ann' }])
  expect(found.body[0].mobile).toMatch(/^$|\*{4}/)
  const { body } = await get(w, support, `/api/orders/buyers/${ann.userId}/addresses/`)
  expect(body).toMatchObject([{ id: ann.addressId, receiver: '王小明', is_default: true }])
  expect((await get(w, support, '/api/orders/buyers/?q=')).status).toBe(400)
  expect((await get(w, ann, '/api/orders/buyers/?q=ann')).status).toBe(403)
})

test('staff keep one more address of somebody they order for, once, within his limit; it is his from then on', async () => {
  await using w = await openWorld()
  const ann = await aBuyer(w, 'ann')
  const support = await w.signIn('support', { role: 'support' })
  const said = { receiver: '李华', mobile: '13900000000', province: 370000, city: 370200, district: 370203, place: '新路 9 号' }
  const keep = async (who: SignedIn, id: number, more: object = {}, key = 'a') => {
    const answer = await w.app.inject({
      method: 'POST', url: `/api/orders/buyers/${id}/addresses/`, payload: { ...said, ...more },
      headers: { ...who.headers, 'idempotency-key': key },
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const kept = await keep(support, ann.userId)
  expect(kept).toMatchObject({ status: 201, body: { receiver: '李华', district: '市北区', is_default: false } })
  expect((await keep(support, ann.userId)).body.id).toBe(kept.body.id)
  expect((await get(w, ann, '/api/addresses/')).body.map(({ id }: { id: number }) => id)).toEqual([ann.addressId, kept.body.id])
  expect((await get(w, support, '/api/addresses/')).body).toEqual([])
  const bob = await aBuyer(w, 'bob')
  expect((await keep(support, bob.userId)).body.id).not.toBe(kept.body.id)
  expect((await keep(ann, ann.userId, {}, 'b')).status).toBe(403)
  expect((await keep(support, 999_999, {}, 'c')).body).toMatchObject({ code: 404, error_code: 'NOT_FOUND' })
  expect((await keep(support, ann.userId, { mobile: '123', place: ' ' }, 'd')).body.errors).toMatchObject({ mobile: [expect.any(String)], place: [expect.any(String)] })
  for (let at = 2; at < 20; at += 1) await anAddress(w, ann.userId)
  expect((await keep(support, ann.userId, {}, 'e')).body).toMatchObject({ error_code: 'BUSINESS_ERROR', facts: { max: 20 } })
})
