import { expect, test } from 'vitest'
import { aBuyer, onSale, place } from '../../../tests/support/order-builders.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import { insertOrder } from './orders.sql.ts'
import type { NewOrder, NewOrderLine } from './orders.sql.ts'

const TABLES = ['orders.orders', 'orders.order_lines', 'orders.order_moves'] as const

test('two orders that draw the same number: the second is told so, writes nothing and can draw again', async () => {
  await using w = await openWorld()
  const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w)]
  await place(w, ann, fan)
  const [taken] = await w.db.selectFrom('orders.orders').selectAll().execute()
  const lines = await w.db.selectFrom('orders.order_lines').selectAll().execute()
  if (!taken) throw new Error('no order')
  const again = (number: string) =>
    w.inTx((tx) => insertOrder(tx, { ...taken, number } as NewOrder, lines as NewOrderLine[]))
  const counts = () => Promise.all(TABLES.map((table) => countOf(w, table)))
  expect([await again(taken.number), await counts()]).toEqual([null, [1, 1, 1]])
  expect((await again('2026112010000000000000'))?.number).toBe('2026112010000000000000')
  expect(await counts()).toEqual([2, 2, 2])
})
