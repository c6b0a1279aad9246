import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Tx } from '../../src/platform/db.ts'
import type { World } from './world.ts'

const PATIENCE_MS = 5_000
const LOOK_EVERY_MS = 10

/**
 * A race whose order is certain: `first` does its work and keeps its transaction open until `rival` stands at a lock or
 * has its answer; then `first` commits. @returns how both ended
 */
export async function whileFirstIsOpen<A, B>(w: World, first: (tx: Tx) => Promise<A>, rival: () => Promise<B>) {
  const firstDone = gate()
  const mayCommit = gate()
  const firstEnds = w.inTx(async (tx) => {
    const result = await first(tx)
    firstDone.open()
    await mayCommit.opened
    return result
  })
  await Promise.race([firstDone.opened, firstEnds])
  let rivalAnswered = false
  const rivalEnds = rival().finally(() => (rivalAnswered = true))
  const deadline = Date.now() + PATIENCE_MS
  while (!rivalAnswered && Date.now() < deadline && !(await someoneWaits(w))) await wait(LOOK_EVERY_MS)
  const rivalWaited = !rivalAnswered
  mayCommit.open()
  const [firstEnd, rivalEnd] = await Promise.allSettled([firstEnds, rivalEnds])
  return { first: firstEnd, rival: rivalEnd, rivalWaited }
}

function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => void (open = resolve))
  return { opened, open: () => open() }
}

/** Whether a connection to this world's database stands at a lock. */
export async function someoneWaits(w: World): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(w.db)
  return (rows[0]?.n ?? 0) > 0
}
