import { rmSync } from 'node:fs'
import { machineClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDb } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { openServer } from '../../src/wiring/server.ts'
import { onServer, tempFolder } from './database.ts'

/** Starts a PostgreSQL with one migrated template, its queues and keys made. `stop` leaves nothing behind. */
export async function openTemplate(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = tempFolder()
  const postgres = await startEmbeddedPostgres({
    dataDir, say: () => undefined,
    settings: {
      fsync: 'off', synchronous_commit: 'off', max_connections: '300',
      // What only breaks once PostgreSQL plans a prepared statement generically breaks here at once.
      plan_cache_mode: 'force_generic_plan',
    },
  })
  const template = new URL(postgres.url)
  template.pathname = '/hearth_template'
  await onServer(postgres.url, (client) => client.query('create database hearth_template'))
  await prepare(template.toString())
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function prepare(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl)
  const { config } = readConfig({ APP_ENV: 'test', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' })
  const db = openDb({ url: databaseUrl })
  const server = await openServer(config, { db, databaseUrl, clock: machineClock(), works: false })
  await server.close()
  await db.destroy()
}
