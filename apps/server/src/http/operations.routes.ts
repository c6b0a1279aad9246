import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { timingSafeEqual } from 'node:crypto'
import { HealthView } from '@hearth/contracts/operations'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { sql } from 'kysely'
import { countJobs } from '../platform/jobs.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './language.ts'

const CHECK_MS = 3_000
const words = {
  healthy: { zh: '一切正常', en: 'All well' },
  unhealthy: { zh: '有服务不可用', en: 'A service is not available' },
}

type Service = { status: 'healthy' | 'unhealthy'; response_time_ms?: number; error?: string }

/** Health (A-104, E-01) and Prometheus metrics (E-02). */
export const operationsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/health/', { config: { access: 'open' }, schema: { response: { 200: HealthView, 503: HealthView } } },
    async (request, reply) => {
      const database = await timed(() => sql`select 1`.execute(deps.db))
      const cache = await timed(() => deps.store.read('health', deps.now()))
      const services = { database, cache }
      const status = cache.status === 'healthy' ? database.status : 'unhealthy'
      reply.header('cache-control', 'no-store').code(status === 'healthy' ? 200 : 503)
      return {
        success: status === 'healthy', code: status === 'healthy' ? 200 : 503, message: words[status][languageOf(request)],
        data: { status, timestamp: isoShanghai(deps.now()), services },
      }
    })

  app.get('/metrics/', { config: { access: 'open' } }, async (request, reply) => {
    if (!mayReadMetrics(deps, request.headers.authorization)) throw new Refusal('http.unauthorized')
    deps.metrics.openJobs.set((await countJobs(deps.db)).open)
    return reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics())
  })
}

/** With METRICS_TOKEN only its bearer; without it everyone in development and nobody in production. */
function mayReadMetrics(deps: Deps, authorization: string | undefined): boolean {
  const { metricsToken, isProduction } = deps.config
  if (!metricsToken) return !isProduction
  const given = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${metricsToken}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

async function timed(check: () => Promise<unknown>): Promise<Service> {
  const startedAt = performance.now()
  try {
    await Promise.race([check(), new Promise((_, give) => setTimeout(() => give(new Error('timeout')), CHECK_MS).unref())])
    return { status: 'healthy', response_time_ms: Math.round((performance.now() - startedAt) * 100) / 100 }
  } catch {
    return { status: 'unhealthy', error: 'not reachable' }
  }
}
