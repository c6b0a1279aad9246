import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { Db } from '../../platform/db.ts'
import type { JobReport } from '../../platform/jobs.ts'
import type { BillDesk } from './bill-desk.ts'

/** What every simulated payment company is opened with. `baseUrl`: where the merchant's server reaches the plugin. */
export type OpenPaymentSimulator = {
  db: Db
  secretKeys: readonly string[]
  baseUrl: string
  now(): Date
  log: Pick<Logger, 'info'>
}

export type PaymentSimulator<Config, Desk> = {
  /** What a merchant of this company puts into his settings. */
  config: Config
  plugin: FastifyPluginAsync
  desk: Desk
  bills: BillDesk
  /** Sends the notices that are due by the application's clock. */
  redeliver(now: Date): Promise<JobReport>
}
