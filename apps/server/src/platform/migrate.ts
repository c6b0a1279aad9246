import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import pg from 'pg'

export const migrationsDir = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Brings the database up to the newest migration; an advisory lock lets only one process do it at a time. */
export async function migrate(url: string, say: (text: string) => void = () => undefined): Promise<number> {
  const dbClient = new pg.Client({ connectionString: url, application_name: 'hearth migrate' })
  await dbClient.connect()
  try {
    const done = await runner({
      dbClient,
      dir: migrationsDir,
      direction: 'up',
      migrationsTable: 'migrations',
      migrationsSchema: 'platform',
      createMigrationsSchema: true,
      advisoryLockMode: 'wait',
      count: Number.POSITIVE_INFINITY,
      logger: { debug: () => undefined, info: () => undefined, warn: say, error: say },
    })
    return done.length
  } finally {
    await dbClient.end()
  }
}
