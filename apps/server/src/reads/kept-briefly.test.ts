import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Db } from '../platform/db.ts'
import { forgetKept, keptBriefly } from './kept-briefly.ts'

/** A value that counts how often it was read, each time after `tookMs`. */
function counter(tookMs: number) {
  const db = {} as Db
  let reads = 0
  const read = async () => {
    await wait(tookMs)
    return (reads += 1)
  }
  return { db, ask: (keptMs: number | ((value: number) => number)) => keptBriefly(db, 'n', keptMs, read) }
}

test('a value is read once in its time, also when many ask at once, and again when it is forgotten', async () => {
  const { db, ask } = counter(0)
  expect(await Promise.all([ask(5_000), ask(5_000), ask(5_000)])).toEqual([1, 1, 1])
  expect(await ask(5_000)).toBe(1)
  forgetKept(db, 'n')
  expect(await ask(5_000)).toBe(2)
})

test('how long may depend on the value; for no time at all it is read each time, however long that takes', async () => {
  const { ask } = counter(30)
  const untilTwo = (value: number) => (value < 2 ? 0 : 5_000)
  expect([await ask(untilTwo), await ask(untilTwo), await ask(untilTwo)]).toEqual([1, 2, 2])
})

test('what is costly to read is kept longer, and then read anew while the old value serves', async () => {
  let nowMs = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  const db = {} as Db
  let reads = 0
  let give: () => void = () => undefined
  const read = () => new Promise<number>((done) => {
    reads += 1
    give = () => done(reads)
  })
  const ask = () => keptBriefly(db, 'n', 100, read)
  const first = ask()
  nowMs = 20
  give()
  expect(await first).toBe(1)
  nowMs = 999
  expect([await ask(), reads]).toEqual([1, 1])
  nowMs = 1_001
  expect([await ask(), await ask(), reads]).toEqual([1, 1, 2])
  give()
  await wait(1)
  expect([await ask(), reads]).toEqual([2, 2])
  nowMs = 70_000
  const waiting = ask()
  give()
  expect([await waiting, reads]).toEqual([3, 3])
  clock.mockRestore()
})

test('what cannot be read is not kept', async () => {
  const db = {} as Db
  await expect(keptBriefly(db, 'n', 5_000, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await keptBriefly(db, 'n', 5_000, async () => 7)).toBe(7)
})
