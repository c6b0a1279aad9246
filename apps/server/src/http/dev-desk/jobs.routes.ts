import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isoShanghai } from '@hearth/kernel/dates'
import { Type } from 'typebox'
import { countJobs, lastRuns, sendDueCronJobs } from '../../platform/jobs.ts'
import type { Deps } from '../deps.ts'

const open = { access: 'open' } as const
const DRAIN_MS = 15_000
const LOOK_MS = 100

/** Playing the job queue by hand. */
export const jobRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/jobs/', { config: open }, async () => {
    const runs = await lastRuns(deps.db)
    return deps.jobs.map(({ name, cron }) => {
      const at = runs.get(name)
      return { name, schedule: cron ?? null, last_run_at: at ? isoShanghai(at) : null }
    })
  })

  app.post('/jobs/run/', { config: open, schema: { body: Type.Object({ name: Type.String({ maxLength: 100 }) }) } },
    async (request, reply) => {
      const { name } = request.body
      const job = deps.jobs.find((each) => each.name === name && each.cron)
      if (!job) {
        const names = deps.jobs.filter((each) => each.cron).map((each) => each.name)
        return reply.code(404).send({ success: false, code: 404, error_code: 'NOT_FOUND', message: names.join(', '), detail: names.join(', '), facts: { names } })
      }
      const report = await job.run({})
      return { name, done: 0, failed: 0, skipped: 0, ...report }
    })

  app.post('/jobs/drain/', { config: open }, async (_, reply) => {
    await sendDueCronJobs(deps.db, deps.jobs, deps.now())
    const before = await countJobs(deps.db)
    const giveUpAt = Date.now() + DRAIN_MS
    let after = before
    while (after.open > 0 && Date.now() < giveUpAt) {
      await new Promise((go) => setTimeout(go, LOOK_MS))
      after = await countJobs(deps.db)
    }
    return reply.code(after.open === 0 ? 200 : 503).send({ drained: after.open === 0, ran: after.ended - before.ended })
  })
}
