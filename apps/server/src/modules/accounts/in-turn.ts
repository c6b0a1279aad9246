import { availableParallelism } from 'node:os'
import { Refusal } from '@hearth/kernel/errors'
import { openTurns } from '../../platform/turns.ts'

// Hashing fills a processor for its time; one stays free for everything else.
const AT_ONCE = Math.max(1, availableParallelism() - 1)
// Some seconds of work: who came later would have gone by the time it is his turn.
const MOST_WAITING = 500
const takeTurn = openTurns(AT_ONCE)
let here = 0

/** Runs heavy work, at most so many at once as leave a processor for other requests; first come, first served. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (here >= AT_ONCE + MOST_WAITING) throw new Refusal('accounts.busy')
  here += 1
  try {
    return await takeTurn(work)
  } finally {
    here -= 1
  }
}
