import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { moveClock } from '../../platform/clock.ts'
import { sendDueCronJobs } from '../../platform/jobs.ts'
import type { Deps } from '../deps.ts'

const MINUTE_MS = 60_000
const open = { access: 'open' } as const
const FARTHEST_MS = 100 * 366 * 24 * 60 * MINUTE_MS

const WHAT = { zh: '请给出 advance_minutes、now 或 reset。', en: 'Give advance_minutes, now or reset.' }

const Move = Type.Object({
  advance_minutes: Type.Optional(Type.Number()),
  now: Type.Optional(Type.String({ maxLength: 40 })),
  reset: Type.Optional(Type.Boolean()),
})

/** The application's clock, which every time rule of every process follows. */
export const clockRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/clock/', { config: open }, async () => ({
    now: isoShanghai(deps.now()), offset_minutes: deps.clock.offsetMs() / MINUTE_MS,
  }))

  app.post('/clock/', { config: open, schema: { body: Move } }, async (request) => {
    const offsetMs = wantedOffset(request.body, deps)
    await moveClock(deps.db, offsetMs)
    await untilHeard(deps, offsetMs)
    await sendDueCronJobs(deps.db, deps.jobs, deps.now())
    return { now: isoShanghai(deps.now()) }
  })

  app.post('/throttles/reset/', { config: open }, async () => {
    await deps.store.resetHits()
    return { reset: true }
  })
}

function wantedOffset(move: { advance_minutes?: number; now?: string; reset?: boolean }, deps: Deps): number {
  if (move.reset) return 0
  const wanted = move.now !== undefined
    ? Date.parse(move.now) - Date.now()
    : deps.clock.offsetMs() + (move.advance_minutes ?? Number.NaN) * MINUTE_MS
  if (Math.abs(wanted) <= FARTHEST_MS) return Math.round(wanted)
  throw new Refusal('http.invalid', { fields: { body: [WHAT] } })
}

/** Every process hears of the move by itself; this one answers once it has. */
async function untilHeard(deps: Deps, offsetMs: number): Promise<void> {
  for (let tries = 0; tries < 200 && deps.clock.offsetMs() !== offsetMs; tries += 1) {
    await new Promise((go) => setTimeout(go, 5))
  }
}
