import { createServer } from 'node:net'
import { buildApp } from '../app.ts'
import type { Clock } from '../platform/clock.ts'
import { machineClock, movableClock } from '../platform/clock.ts'
import { environment, loadDotEnv, readConfig } from '../platform/config.ts'
import type { Config } from '../platform/config.ts'
import { openDb } from '../platform/db.ts'
import { isStartFault, startFault } from '../platform/embedded-postgres-fault.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'
import { openServer } from '../wiring/server.ts'
import { loadLivingShopIfEmpty } from './living-shop.ts'
import { printWelcome } from './welcome.ts'

export type Parts = { serves: boolean; works: boolean }
type Closer = () => Promise<unknown>

const DRAIN_MS = 20_000

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Starts a process of Hearth; SIGTERM or Ctrl-C ends it cleanly. A start that cannot be is said in one sentence. */
export async function runProcess(parts: Parts): Promise<void> {
  const closers: Closer[] = []
  const stop = stopOnce(closers)
  process.on('SIGTERM', () => void stop(0))
  process.on('SIGINT', () => void stop(0))
  try {
    await start(parts, closers)
  } catch (fault) {
    say(startSentence(fault))
    await stop(1)
  }
}

async function start({ serves, works }: Parts, closers: Closer[]): Promise<void> {
  const config = checkedConfig()
  if (serves) await portIsFree(config)
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config, closers))
  const count = await migrate(databaseUrl, say)
  if (count > 0) say(`Database brought up to date (${count} migrations).`)
  const db = openDb({ url: databaseUrl })
  closers.unshift(() => db.destroy())
  const clock: Clock = config.isProduction ? machineClock() : await movableClock(db, databaseUrl)
  closers.unshift(() => clock.close())
  const server = await openServer(config, { db, databaseUrl, clock, works: false })
  closers.unshift(() => server.close())
  if (config.loadsLivingShop) await loadLivingShopIfEmpty({ deps: server.deps, desk: server.desk, say })
  if (serves) {
    const app = await buildApp(server.deps, server.desk)
    closers.unshift(() => app.close())
    await app.listen({ port: config.port, host: config.host })
    await printWelcome(config, db, say)
  }
  if (works) await server.startWork()
  if (!serves) say('Worker started.')
}

function checkedConfig(): Config {
  loadDotEnv()
  const { config, problems } = readConfig(environment())
  if (problems.length === 0) return config
  const lines = problems.map(({ variable, what }) => `  ${variable} ${what}`)
  throw startFault(`Hearth cannot start with these settings:\n${lines.join('\n')}`)
}

/** Throws what listening would throw, before any work is done. */
async function portIsFree({ port, host }: Config): Promise<void> {
  const probe = createServer()
  await new Promise<void>((free, busy) => probe.once('error', busy).listen(port, host, free))
  await new Promise((closed) => probe.close(closed))
}

async function ownDatabase(config: Config, closers: Closer[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: `${config.dataDir}/postgres`, say })
  closers.unshift(() => postgres.stop())
  return postgres.url
}

/** What went wrong and what to do, in one sentence where the cause is known. */
function startSentence(fault: unknown): string {
  const error = fault as NodeJS.ErrnoException
  if (isStartFault(error)) return error.message
  if (error.code === 'EADDRINUSE') {
    return `Port ${String((error as { port?: number }).port)} is in use; stop what uses it, or start with another one, e.g. PORT=8001 npm start.`
  }
  if (error.code === 'EACCES') return `This port may not be used by this account; choose one above 1023, e.g. PORT=8000 npm start.`
  if (error.code === 'ECONNREFUSED') return 'The database server does not answer; check DATABASE_URL or POSTGRES_*.'
  return `Hearth could not start: ${error.message}`
}

/** Stops in the order opposite to the start: no new requests, those under way finish, then jobs, then the database. */
function stopOnce(closers: Closer[]): (code: number) => Promise<void> {
  let stopping = false
  return async (code) => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    for (const close of closers) await close().catch((fault: unknown) => console.error(fault))
    process.exit(code)
  }
}
