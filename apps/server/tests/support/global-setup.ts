import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { machineClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDb } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { openServer } from '../../src/wiring/server.ts'
import { onServer, tempFolder } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext { databaseUrl: string }
}

/** One PostgreSQL per run with one migrated template, its queues and keys made; every world copies it. */
export default async function setUp(project: TestProject) {
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
  project.provide('databaseUrl', postgres.url)
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
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
