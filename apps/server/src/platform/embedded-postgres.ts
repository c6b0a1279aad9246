import pg from 'pg'
import { findBinaries } from './embedded-postgres-binaries.ts'
import { SUPERUSER, prepareCluster, readPassword } from './embedded-postgres-cluster.ts'
import { folderFault, startFault } from './embedded-postgres-fault.ts'
import { holdFolder } from './embedded-postgres-lock.ts'
import { choosePlace, findPlace } from './embedded-postgres-place.ts'
import { endLeftover, endProcess, findRunning, launch } from './embedded-postgres-process.ts'

export { isStartFault, startFault } from './embedded-postgres-fault.ts'

const DATABASE = 'hearth'
const PATIENCE_MS = 5_000

/**
 * `dataDir` is a folder for the database alone. `settings` go over our own settings of PostgreSQL.
 * `patienceMs` is how long another start on the same folder is waited for before it is a fault.
 */
export type EmbeddedPostgresOptions = {
  dataDir: string
  say: (text: string) => void
  settings?: Record<string, string>
  patienceMs?: number
}

/** `url` is for the database's owner; `stop` ends PostgreSQL and waits for it, once however often it is called. */
export type EmbeddedPostgres = { url: string; stop(): Promise<void> }

/**
 * Starts the PostgreSQL that comes with the project on a folder of its own, reachable from this machine only, with a
 * database "hearth" in it. Whatever an earlier start left behind when it was killed is put right first.
 * Throws a start fault (`isStartFault`) whose message is one sentence for the person who started it.
 */
export async function startEmbeddedPostgres(o: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const asFault = (error: unknown) => { throw folderFault(o.dataDir, error) }
  const place = await choosePlace(o.dataDir, o.say).catch(asFault)
  const release = await holdFolder(place.dir, { say: o.say, patienceMs: o.patienceMs ?? PATIENCE_MS }).catch(asFault)
  try {
    const settings = o.settings ?? {}
    const binaries = await findBinaries(place.account, place.copiesDir, o.say)
    const password = await prepareCluster(place, binaries, { say: o.say, sync: settings.fsync !== 'off' })
    await endLeftover(place, binaries, o.say)
    let wanted = true
    const onExit = () => { if (wanted) o.say('PostgreSQL ended unexpectedly; start again to recover.') }
    const running = await launch(place, binaries, { say: o.say, settings, onExit })
    const end = async () => {
      wanted = false
      await endProcess(running.pid, place, binaries)
      await release()
    }
    await makeDatabase(urlOf(running.port, password, 'postgres')).catch(async (error: unknown) => {
      await end()
      throw error
    })
    let ended: Promise<void> | null = null
    return { url: urlOf(running.port, password, DATABASE), stop: () => (ended ??= end()) }
  } catch (error) {
    await release().catch(() => undefined)
    throw folderFault(place.dir, error)
  }
}

/** The address of the embedded PostgreSQL that another process of ours has running on `dataDir`, or null. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const place = await findPlace(dataDir)
  const running = place && (await findRunning(place))
  const password = place && (await readPassword(place.dir))
  return running?.ready && password ? urlOf(running.port, password, DATABASE) : null
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    throw startFault(`PostgreSQL runs but refuses us (${String(error)}); `
      + 'its password file may have been replaced: restore it, or move the data folder away and start again.', error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
