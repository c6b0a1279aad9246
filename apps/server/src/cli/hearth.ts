import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../app.ts'
import { machineClock } from '../platform/clock.ts'
import { environment, loadDotEnv, projectDir, readConfig } from '../platform/config.ts'
import { openDb } from '../platform/db.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'
import { openServer } from '../wiring/server.ts'
import { createAdmin, resetAdminPassword } from './administrators.ts'
import { say } from './configured.ts'
import { generate } from './generate.ts'
import { reseal, rotateKeys } from './keys.ts'
import { openApiText } from './openapi.ts'
import { generateTables } from './tables.ts'
import { verifyBook } from './verify-book.ts'

type Command = { says: string; run(words: readonly string[]): Promise<void> }

const commands: Record<string, Command> = {
  'create-admin': { says: 'make an administrator: create-admin <user name> [mobile]', run: createAdmin },
  'reset-admin-password': { says: 'another password: reset-admin-password <user name or mobile>', run: resetAdminPassword },
  'rotate-keys': { says: 'sign with new keys from now on; nobody is signed out', run: rotateKeys },
  reseal: { says: 'seal stored keys with the present SECRET_KEY', run: reseal },
  generate: { says: 'fill the shop with generated products: generate [--products 100000]', run: generate },
  'verify-book': { says: 'hold the money book against payments, refunds and suspense', run: verifyBook },
  migrate: { says: 'bring the configured database up to date', run: migrateConfigured },
  tables: { says: 'regenerate platform/tables.ts from the migrations', run: () => onFreshDatabase(async (url) => generateTables(url)) },
  openapi: { says: 'regenerate docs/openapi.json from the routes', run: () => onFreshDatabase(writeOpenApi) },
}

async function migrateConfigured(): Promise<void> {
  loadDotEnv()
  const { config } = readConfig(environment())
  const own = config.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: `${config.dataDir}/postgres`, say })
  const count = await migrate(config.databaseUrl ?? own?.url ?? '', say)
  say(count === 0 ? 'The database is up to date.' : `${count} migrations done.`)
  await own?.stop()
}

/** A database of the moment, so that what is generated comes from the migrations and nothing else. */
async function onFreshDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearth-'))
  const postgres = await startEmbeddedPostgres({ dataDir, say: () => undefined, settings: { fsync: 'off' } })
  try {
    await migrate(postgres.url)
    await work(postgres.url)
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function writeOpenApi(databaseUrl: string): Promise<void> {
  const { config } = readConfig({ APP_ENV: 'test', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', HEARTH_DATA_DIR: tmpdir() })
  const db = openDb({ url: databaseUrl })
  const server = await openServer(config, { db, databaseUrl, clock: machineClock(), works: false })
  const app = await buildApp(server.deps, server.desk)
  await app.ready()
  const file = join(projectDir, 'docs/openapi.json')
  writeFileSync(file, openApiText(app))
  say(`Written: ${file}`)
  await app.close()
  await server.close()
  await db.destroy()
}

const name = process.argv[2] ?? 'help'
const command = commands[name]
if (command) {
  await command.run(process.argv.slice(3))
  process.exit()
}
say('npm run hearth -- <command>\n')
for (const [each, { says }] of Object.entries(commands)) say(`  ${each.padEnd(22)} ${says}`)
process.exit(name === 'help' ? 0 : 1)
