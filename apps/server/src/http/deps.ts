import type { Logger } from 'pino'
import type { AuditLog } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import type { Files } from '../platform/files.ts'
import type { Job } from '../platform/jobs.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { SharedStore } from '../platform/shared-store.ts'
import type { PaymentProviders } from '../modules/payments/index.ts'
import type { ScanSigner } from '../modules/lifecycle/index.ts'
import type { IdentityProviders, Proofs, SmsSender, Tokens } from '../modules/accounts/index.ts'

/** What routes, jobs and commands work with. Made once per process. */
export type Deps = {
  config: Config
  db: Db
  /** Counters and codes that all processes share. */
  store: SharedStore
  clock: Clock
  now(): Date
  log: Logger
  files: Files
  metrics: Metrics
  /** Writes what happens to money into a log of its own. */
  auditLog: AuditLog
  tokens: Tokens
  proofs: Proofs
  scanSigner: ScanSigner
  payments: PaymentProviders
  identities: IdentityProviders
  /** null: nobody here can send text messages. */
  sms: SmsSender | null
  /** The jobs of this process, once wiring has made them. */
  jobs: Job[]
}
