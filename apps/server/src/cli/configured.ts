import { environment, loadDotEnv, readConfig } from '../platform/config.ts'
import type { Config } from '../platform/config.ts'
import { openDb } from '../platform/db.ts'
import type { Db } from '../platform/db.ts'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'

export const say = (text: string) => void process.stdout.write(`${text}\n`)

/**
 * Works on the configured database: the server in DATABASE_URL, the embedded one of a Hearth that runs, or the embedded
 * one started for this, which is brought up to date first.
 */
export async function withConfigured<T>(work: (parts: { db: Db; config: Config }) => Promise<T>): Promise<T> {
  loadDotEnv()
  const { config, problems } = readConfig(environment())
  if (problems.length > 0) {
    const lines = problems.map(({ variable, what }) => `${variable} ${what}`)
    throw new Error(`The configuration is not complete:\n${lines.join('\n')}`)
  }
  const dataDir = `${config.dataDir}/postgres`
  const known = config.databaseUrl ?? (await findEmbeddedPostgres(dataDir))
  const own = known ? null : await startEmbeddedPostgres({ dataDir, say })
  const url = known ?? own?.url ?? ''
  if (own) await migrate(url, say)
  const db = openDb({ url, maxConnections: 2 })
  try {
    return await work({ db, config })
  } finally {
    await db.destroy()
    await own?.stop()
  }
}
