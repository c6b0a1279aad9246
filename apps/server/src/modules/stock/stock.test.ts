import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { aProduct, aSku } from '../../../tests/support/builders.ts'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { adjustStock, freeStock, holdAgain, holdStock, releaseStock, setLevel, shipStock } from './index.ts'
import type { StockLine } from './index.ts'

const hold = (w: World, orderId: number, lines: StockLine[]) =>
  w.inTx((tx) => holdStock(tx, { orderId, lines, at: w.deps.now(), actorId: null }))
const release = (w: World, orderId: number) =>
  w.inTx((tx) => releaseStock(tx, { orderId, reason: 'timeout', at: w.deps.now(), actorId: null }))
const ship = (w: World, orderId: number) => w.inTx((tx) => shipStock(tx, { orderId, at: w.deps.now(), actorId: null }))
const levelOf = (w: World, skuId: number) =>
  w.db.selectFrom('stock.levels').select(['on_hand_qty', 'held_qty']).where('sku_id', '=', skuId)
    .executeTakeFirstOrThrow()
const movesOf = (w: World, skuId: number) => w.db.selectFrom('stock.moves')
  .select(['change_type', 'qty', 'reason', 'order_id', 'actor_id']).where('sku_id', '=', skuId).orderBy('id').execute()
const logOf = async (w: World, skuId: number) => (await movesOf(w, skuId)).map((move) => [move.change_type, move.qty])

describe('holding', () => {
  test('lines of the same SKU are summed; level, hold and log agree', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w, { onHandQty: 5 })
    await hold(w, 7, [{ skuId, qty: 2 }, { skuId, qty: 1 }])
    expect(await levelOf(w, skuId)).toEqual({ on_hand_qty: 5, held_qty: 3 })
    expect(await freeStock(w.db, [skuId, 999])).toEqual(new Map([[skuId, 2], [999, 0]]))
    expect(await w.db.selectFrom('stock.holds').select(['order_id', 'sku_id', 'qty', 'state']).execute())
      .toEqual([{ order_id: 7, sku_id: skuId, qty: 3, state: 'held' }])
    expect(await logOf(w, skuId)).toEqual([['adjust', 5], ['lock', -3]])
  })

  test('one statement per SKU', async () => {
    await using w = await openWorld()
    const { skuIds } = await aProduct(w, { skus: [{ code: 'a' }, { code: 'b' }] })
    const lines = skuIds.map((skuId) => ({ skuId, qty: 1 }))
    const one = await w.statements(() => hold(w, 1, lines.slice(0, 1)))
    expect(await w.statements(() => hold(w, 2, lines)) - one).toBe(1)
  })

  test('a refusal names every SKU that is short and writes nothing', async () => {
    await using w = await openWorld()
    const { skuIds } = await aProduct(w, { skus: [9, 1, 2, 0].map((onHandQty, at) => ({ code: `s${at}`, onHandQty })) })
    const [plenty = 0, one = 0, enough = 0, none = 0] = skuIds
    const moves = await countOf(w, 'stock.moves')
    const wanted = [none, enough, one, plenty].map((skuId) => ({ skuId, qty: 2 }))
    await expect(hold(w, 1, wanted)).rejects.toMatchObject({
      key: 'stock.insufficient',
      facts: { skus: [{ sku_id: one, wanted: 2, free: 1 }, { sku_id: none, wanted: 2, free: 0 }] },
    })
    expect(await countOf(w, 'stock.holds')).toBe(0)
    expect(await countOf(w, 'stock.moves')).toBe(moves)
    expect(await levelOf(w, plenty)).toEqual({ on_hand_qty: 9, held_qty: 0 })
  })

  test('two orders want the last piece: the second waits for the first, then is refused', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w, { onHandQty: 1 })
    const lines = [{ skuId, qty: 1 }]
    const race = await whileFirstIsOpen(w,
      (tx) => holdStock(tx, { orderId: 1, lines, at: w.deps.now(), actorId: null }), () => hold(w, 2, lines))
    expect(race.rivalWaited).toBe(true)
    expect(race.first.status).toBe('fulfilled')
    expect(race.rival).toMatchObject({
      status: 'rejected',
      reason: { key: 'stock.insufficient', facts: { skus: [{ sku_id: skuId, wanted: 1, free: 0 }] } },
    })
    expect(await levelOf(w, skuId)).toEqual({ on_hand_qty: 1, held_qty: 1 })
    expect(await countOf(w, 'stock.holds')).toBe(1)
  })

  test('who waits for one SKU has not locked a later one, whatever the order of his lines', async () => {
    await using w = await openWorld()
    const { skuIds: [early = 0, late = 0] } = await aProduct(w, { skus: [{ code: 'a' }, { code: 'b' }] })
    const placing = await w.inTx(async (tx) => {
      await holdStock(tx, { orderId: 1, lines: [{ skuId: early, qty: 1 }], at: w.deps.now(), actorId: null })
      const rival = hold(w, 2, [{ skuId: late, qty: 1 }, { skuId: early, qty: 1 }])
      await vi.waitUntil(async () => (await sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(w.db)).rows.length > 0)
      await sql`select 1 from stock.levels where sku_id = ${late} for update nowait`.execute(w.db)
      return { rival }
    })
    await placing.rival
    expect(await levelOf(w, late)).toEqual({ on_hand_qty: 10, held_qty: 1 })
  })
})

describe('afterwards', () => {
  test('release gives back once, however often it is called', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w, { onHandQty: 4 })
    await hold(w, 1, [{ skuId, qty: 3 }])
    expect(await release(w, 1)).toEqual([{ skuId, qty: 3 }])
    expect(await release(w, 1)).toEqual([])
    expect(await levelOf(w, skuId)).toEqual({ on_hand_qty: 4, held_qty: 0 })
    expect(await logOf(w, skuId)).toEqual([['adjust', 4], ['lock', -3], ['release', 3]])
  })

  test('shipping takes the pieces off the shelf; what is shipped is neither released nor held again', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w, { onHandQty: 4 })
    await hold(w, 1, [{ skuId, qty: 3 }])
    expect(await ship(w, 1)).toEqual([{ skuId, qty: 3 }])
    expect(await levelOf(w, skuId)).toEqual({ on_hand_qty: 1, held_qty: 0 })
    expect(await release(w, 1)).toEqual([])
    expect(await w.inTx((tx) => holdAgain(tx, { orderId: 1, at: w.deps.now() }))).toBe(false)
    expect(await logOf(w, skuId)).toEqual([['adjust', 4], ['lock', -3], ['ship', -3]])
    expect((await movesOf(w, skuId)).slice(1)).toMatchObject([{ reason: '', order_id: 1 }, { reason: '', order_id: 1 }])
  })

  test('of an order that went out in part nothing is held again', async () => {
    await using w = await openWorld()
    const { skuIds: [a = 0, b = 0] } = await aProduct(w, { skus: [{ code: 'a' }, { code: 'b' }] })
    await hold(w, 1, [{ skuId: a, qty: 1 }, { skuId: b, qty: 1 }])
    await release(w, 1)
    await w.db.updateTable('stock.holds').set({ state: 'shipped' }).where('sku_id', '=', a).execute()
    expect(await w.inTx((tx) => holdAgain(tx, { orderId: 1, at: w.deps.now() }))).toBe(false)
    expect(await levelOf(w, b)).toEqual({ on_hand_qty: 10, held_qty: 0 })
  })

  test('a late payment takes all lines again, or none', async () => {
    await using w = await openWorld()
    const again = () => w.inTx((tx) => holdAgain(tx, { orderId: 1, at: w.deps.now() }))
    const skus = [{ code: 'a', onHandQty: 2 }, { code: 'b', onHandQty: 1 }]
    const { skuIds: [a = 0, b = 0] } = await aProduct(w, { skus })
    await hold(w, 1, [{ skuId: a, qty: 2 }, { skuId: b, qty: 1 }])
    await release(w, 1)
    await hold(w, 2, [{ skuId: b, qty: 1 }])
    expect(await again()).toBe(false)
    expect(await levelOf(w, a)).toEqual({ on_hand_qty: 2, held_qty: 0 })
    await release(w, 2)
    expect(await again()).toBe(true)
    expect(await again()).toBe(true)
    expect([await levelOf(w, a), await levelOf(w, b)])
      .toEqual([{ on_hand_qty: 2, held_qty: 2 }, { on_hand_qty: 1, held_qty: 1 }])
    expect((await movesOf(w, a)).at(-1)).toEqual({
      change_type: 'lock', qty: -2, reason: '付款晚到，重新占用', order_id: 1, actor_id: null,
    })
    expect(await release(w, 1)).toEqual([{ skuId: a, qty: 2 }, { skuId: b, qty: 1 }])
    expect(await w.inTx((tx) => holdAgain(tx, { orderId: 99, at: w.deps.now() }))).toBe(false)
  })

  test('a late payment and another order race for the last piece: one has it', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w, { onHandQty: 1 })
    await hold(w, 1, [{ skuId, qty: 1 }])
    await release(w, 1)
    const race = await whileFirstIsOpen(w,
      (tx) => holdStock(tx, { orderId: 2, lines: [{ skuId, qty: 1 }], at: w.deps.now(), actorId: null }),
      () => w.inTx((tx) => holdAgain(tx, { orderId: 1, at: w.deps.now() })))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toEqual({ status: 'fulfilled', value: false })
    expect(await levelOf(w, skuId)).toEqual({ on_hand_qty: 1, held_qty: 1 })
  })

  test('stock on hand cannot go below what orders hold', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w, { onHandQty: 4 })
    await hold(w, 1, [{ skuId, qty: 3 }])
    const set = (onHandQty: number) =>
      w.inTx((tx) => setLevel(tx, { skuId, onHandQty, at: w.deps.now(), actorId: null }))
    await expect(set(2)).rejects.toMatchObject({ key: 'stock.below_held', facts: { held: 3 } })
    await set(3)
    expect(await levelOf(w, skuId)).toEqual({ on_hand_qty: 3, held_qty: 3 })
    expect(await logOf(w, skuId)).toEqual([['adjust', 4], ['lock', -3], ['adjust', -1]])
  })
})

describe('correcting by hand', () => {
  const adjust = (w: World, skuId: number, change: { by: number } | { to: number }, actorId: number) =>
    w.inTx((tx) => adjustStock(tx, { skuId, change, reason: '盘点', actorId, at: w.deps.now() }))

  test('by so many, or to what was counted: the level follows, and the log says by whom and why', async () => {
    await using w = await openWorld()
    const { userId } = await w.signIn('boss', { role: 'admin' })
    const { skuId } = await aSku(w, { onHandQty: 5 })
    await hold(w, 7, [{ skuId, qty: 3 }])
    expect(await adjust(w, skuId, { by: -2 }, userId)).toEqual({ onHandQty: 3, heldQty: 3 })
    expect(await adjust(w, skuId, { to: 10 }, userId)).toEqual({ onHandQty: 10, heldQty: 3 })
    expect(await adjust(w, skuId, { to: 10 }, userId)).toEqual({ onHandQty: 10, heldQty: 3 })
    expect(await levelOf(w, skuId)).toEqual({ on_hand_qty: 10, held_qty: 3 })
    expect(await logOf(w, skuId)).toEqual([['adjust', 5], ['lock', -3], ['adjust', -2], ['adjust', 7]])
    expect((await movesOf(w, skuId)).at(-1)).toMatchObject({ reason: '盘点', actor_id: userId })
  })

  test('never below what orders hold, never above what can be counted; then nothing is written', async () => {
    await using w = await openWorld()
    const { userId } = await w.signIn('boss', { role: 'admin' })
    const { skuId } = await aSku(w, { onHandQty: 5 })
    await hold(w, 7, [{ skuId, qty: 3 }])
    await expect(adjust(w, skuId, { by: -3 }, userId)).rejects.toMatchObject({ key: 'stock.below_held', facts: { held: 3 } })
    await expect(adjust(w, skuId, { to: 1_000_000_001 }, userId)).rejects
      .toMatchObject({ key: 'stock.too_many', facts: { most: 1_000_000_000 } })
    expect(await logOf(w, skuId)).toEqual([['adjust', 5], ['lock', -3]])
    expect(await adjust(w, skuId, { to: 1_000_000_000 }, userId)).toEqual({ onHandQty: 1_000_000_000, heldQty: 3 })
  })
})
