import pg from 'pg'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { inTransaction } from './db.ts'

/** The application's clock. Every rule about time asks it; SQL never does. */
export type Clock = {
  now(): Date
  offsetMs(): number
  close(): Promise<void>
}

const CHANNEL = 'hearth_clock'

/** The clock of production: the machine's. */
export function machineClock(): Clock {
  return { now: () => new Date(), offsetMs: () => 0, close: async () => undefined }
}

/**
 * A clock that the developer desk can move. The offset lives in PostgreSQL and every process hears of a change at
 * once; the clock ticks on after a move.
 */
export async function movableClock(db: Db, url: string): Promise<Clock> {
  let offsetMs = 0
  const listener = new pg.Client({ connectionString: url, application_name: 'hearth clock' })
  listener.on('error', () => undefined)
  listener.on('notification', (message) => {
    offsetMs = Number(message.payload ?? 0)
  })
  await listener.connect()
  await listener.query(`listen ${CHANNEL}`)
  const row = await db.selectFrom('platform.clock').select('offset_ms').executeTakeFirst()
  offsetMs = row?.offset_ms ?? 0
  return { now: () => new Date(Date.now() + offsetMs), offsetMs: () => offsetMs, close: () => listener.end() }
}

/**
 * Moves the application's clock for all processes. Jobs that wait for their time move with it: going forward they come
 * due sooner by as much; going back never makes a job wait longer than it was told to.
 */
export async function moveClock(db: Db, offsetMs: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await tx.selectFrom('platform.clock').select('offset_ms').forUpdate().executeTakeFirstOrThrow()
    await tx.updateTable('platform.clock').set({ offset_ms: offsetMs }).execute()
    const forwardMs = offsetMs - before.offset_ms
    if (forwardMs > 0) {
      await sql`update pgboss.job set start_after = start_after - make_interval(secs => ${forwardMs / 1000})
        where state in ('created', 'retry') and start_after > pg_catalog.now()`.execute(tx)
    }
    await sql`select pg_notify(${CHANNEL}, ${String(offsetMs)})`.execute(tx)
  })
}
