import { expect, test } from 'vitest'
import { openTurns } from './turns.ts'

test('no more than so many run at once, all in their order, also after one has failed', async () => {
  const turns = openTurns(2)
  const begun: number[] = []
  let [running, most] = [0, 0]
  const ends = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => turns(async () => {
    begun.push(n)
    running += 1
    most = Math.max(most, running)
    await new Promise((go) => setTimeout(go, 5))
    running -= 1
    if (n === 1) throw new Error('one')
    return n
  })))
  expect([most, begun]).toEqual([2, [0, 1, 2, 3, 4, 5]])
  expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(await turns(async () => 'later')).toBe('later')
})
