import type { Tx } from './db.ts'
import { sendJob } from './jobs.ts'

/** Something that happened: ids and the few numbers that were true then. */
export type Event = { type: string; at: Date; body: Record<string, unknown> }

const subscribers = new Map<string, Set<string>>()

/** Says that the job `subscriber` hears of events of this type. Called by `wiring/subscribers.ts` only. */
export function subscribe(type: string, subscriber: string): void {
  subscribers.set(type, (subscribers.get(type) ?? new Set()).add(subscriber))
}

/**
 * Records the event and one job per subscriber in the caller's transaction. The jobs run after the commit, at least
 * once; each gets `{ eventId, ...body }`.
 */
export async function record(tx: Tx, event: Event): Promise<number> {
  const row = await tx.insertInto('platform.events')
    .values({ type: event.type, at: event.at, body: JSON.stringify(event.body) })
    .returning('id').executeTakeFirstOrThrow()
  for (const subscriber of subscribers.get(event.type) ?? []) {
    await sendJob(tx, subscriber, { eventId: row.id, ...event.body })
  }
  return row.id
}
