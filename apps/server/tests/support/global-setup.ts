import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { openJobs } from '../../src/platform/jobs.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { jobNames } from '../../src/wiring/jobs.ts'
import { onServer, tempFolder } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext { databaseUrl: string }
}

/** One PostgreSQL per run with one migrated template; every world copies it. */
export default async function setUp(project: TestProject) {
  const dataDir = tempFolder()
  const server = await startEmbeddedPostgres({
    dataDir, say: () => undefined, settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '300' },
  })
  const template = new URL(server.url)
  template.pathname = '/hearth_template'
  await onServer(server.url, (client) => client.query('create database hearth_template'))
  await migrate(template.toString())
  const jobs = await openJobs(template.toString(), jobNames, () => undefined)
  await jobs.stop()
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
