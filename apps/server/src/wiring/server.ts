import { join } from 'node:path'
import { openProofs, openTokens } from '../modules/accounts/index.ts'
import { openScanSigner } from '../modules/lifecycle/index.ts'
import { openAuditLog } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import { openFiles } from '../platform/files.ts'
import type { Draw } from '../platform/files.ts'
import { openJobs, sendDueCronJobs } from '../platform/jobs.ts'
import type { Job } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { openMetrics } from '../platform/metrics.ts'
import { storeInPostgres } from '../platform/store-in-postgres.ts'
import { storeInRedis } from '../platform/store-in-redis.ts'
import type { Deps } from '../http/deps.ts'
import type { DeskParts } from '../http/dev-desk/index.ts'
import { jobNames, makeJobs } from './jobs.ts'
import { openProviders, openSimulators } from './providers.ts'
import { wireSubscribers } from './subscribers.ts'

/** `works`: whether this process does jobs (the worker, or all in one) or only records them (the API alone). */
export type ServerParts = { db: Db; databaseUrl: string; clock: Clock; works: boolean }
export type OpenServer = { deps: Deps; desk: DeskParts | null; startWork(): Promise<void>; close(): Promise<void> }

const TICK_MS = 5_000

/** Puts a process together over a migrated database. */
export async function openServer(config: Config, parts: ServerParts): Promise<OpenServer> {
  const { db, databaseUrl, clock } = parts
  const log = await openLog({ level: config.logLevel, folder: config.env === 'development' ? join(config.dataDir, 'logs') : null })
  const secretKeys = [config.secretKey, ...config.secretKeyFallbacks]
  const now = () => clock.now()
  wireSubscribers()
  const queue = await openJobs(databaseUrl, jobNames, (fault) => log.error({ err: fault }, 'job queue'))
  const store = config.redisUrl
    ? storeInRedis(config.redisUrl, (fault) => log.error({ err: fault }, 'redis'))
    : storeInPostgres(db)
  const desk = await openSimulators(config, { db, secretKeys, now, log })
  const deps: Deps = {
    config, db, store, clock, now, log, metrics: openMetrics(),
    auditLog: await openAuditLog(config.env === 'test' ? null : join(config.dataDir, 'logs')),
    files: openFiles(config.dataDir, config.mediaBaseUrl, await demoFiles(config)),
    tokens: await openTokens(db, secretKeys, config.accessDays), proofs: await openProofs(db, secretKeys),
    scanSigner: await openScanSigner(db, secretKeys),
    ...openProviders(config, desk, now), jobs: [],
  }
  deps.jobs = makeJobs(deps, desk)
  let ticker: NodeJS.Timeout | null = null
  const startWork = async () => {
    const counted = deps.jobs.map((job): Job => ({ ...job, run: async (body) => {
      const report = await job.run(body)
      deps.metrics.jobs.inc({ job: job.name, outcome: 'done' })
      return report
    } }))
    await queue.work(counted, (job, fault) => {
      deps.metrics.jobs.inc({ job, outcome: 'failed' })
      log.error({ err: fault, job }, 'job failed')
    })
    const tick = () => sendDueCronJobs(db, deps.jobs, now()).catch((fault: unknown) => log.error({ err: fault }, 'cron'))
    await tick()
    ticker = setInterval(() => void tick(), TICK_MS)
  }
  if (parts.works) await startWork()
  const close = async () => {
    if (ticker) clearInterval(ticker)
    await queue.stop()
    await store.close()
  }
  return { deps, desk, startWork, close }
}

/** Draws the living shop's pictures and manuals when they are first asked for; production has none. */
async function demoFiles(config: Config): Promise<Draw | undefined> {
  if (config.isProduction) return undefined
  const [{ drawDemoPicture }, { drawDemoManual }] = await Promise.all([
    import('../../seeds/demo-pictures.ts'), import('../../seeds/demo-manuals.ts'),
  ])
  return async (path) => drawDemoManual(path) ?? drawDemoPicture(path)
}
