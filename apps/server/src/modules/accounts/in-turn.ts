import { availableParallelism } from 'node:os'
import { Refusal } from '@hearth/kernel/errors'

// Hashing fills a processor for its time; one stays free for everything else.
const AT_ONCE = Math.max(1, availableParallelism() - 1)
// Some seconds of work: who came later would have gone by the time it is his turn.
const MOST_WAITING = 500
let running = 0
const waiting: (() => void)[] = []

/** Runs heavy work, at most so many at once as leave a processor for other requests; first come, first served. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new Refusal('accounts.busy')
  if (running >= AT_ONCE) await new Promise<void>((go) => void waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
