import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type EmbeddedPostgres, findEmbeddedPostgres, isStartFault, startEmbeddedPostgres,
} from './embedded-postgres.ts'
import { isAlive } from './embedded-postgres-pids.ts'

const FAST = { fsync: 'off', shared_buffers: '16MB' }
const MODULE = new URL('./embedded-postgres.ts', import.meta.url).href

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let base = ''
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'hearth-pg-'))
  await chmod(base, 0o755)
})
afterAll(() => rm(base, { recursive: true, force: true }))

const start = (dataDir: string, patienceMs = 0): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, say: () => undefined, settings: FAST, patienceMs })

/** The same start in a process of its own, to be killed. Prints "ready" when it is. */
function startElsewhere(dataDir: string): ChildProcess {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(MODULE)})
    const o = { dataDir: ${JSON.stringify(dataDir)}, say: () => {}, settings: ${JSON.stringify(FAST)} }
    await startEmbeddedPostgres(o)
    console.log('ready')
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

async function untilTrue(what: () => boolean): Promise<void> {
  for (const end = performance.now() + 50_000; !what();) {
    if (performance.now() > end) throw new Error('waited in vain')
    await sleep(2)
  }
}

function readyOf(child: ChildProcess): () => boolean {
  let ready = false
  child.stdout?.once('data', () => { ready = true })
  return () => ready
}

async function ask(url: string, text: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (fault: unknown) => fault)
  expect(isStartFault(error)).toBe(true)
  return (error as Error).message
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

describe('a start and a stop', () => {
  test('the first start makes the database, the second finds its data, and each stop ends PostgreSQL', async () => {
    const dir = join(base, 'a shop 店', 'postgres')
    const first = await start(dir)
    const pid = postmasterOf(dir)
    const facts = `select current_database(), current_setting('server_encoding'), current_setting('TimeZone'),
      current_setting('listen_addresses'), lower('ÄÖ') = 'äö'`
    expect(await ask(first.url, facts)).toEqual([['hearth', 'UTF8', 'UTC', '127.0.0.1', true]])
    const open = "select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256'"
    expect(await ask(first.url, open)).toEqual([[0]])
    const guess = first.url.replace(/:[^:@]+@/, ':guessed@')
    await expect(ask(guess, 'select 1')).rejects.toThrow('password authentication failed')
    await ask(first.url, 'create table kept as select 42 as answer')
    expect(await findEmbeddedPostgres(dir)).toBe(first.url)
    await Promise.all([first.stop(), first.stop()])
    expect(await isAlive(pid)).toBe(false)
    expect(await findEmbeddedPostgres(dir)).toBeNull()

    const second = await start(dir)
    expect(await ask(second.url, 'select answer from kept')).toEqual([[42]])
    await second.stop()
    expect(readdirSync(dir).sort()).toEqual(['cluster', 'password', 'postgres.log'])
  })

})

describe('a start after a kill', () => {
  test('PostgreSQL that outlived its starter is stopped, and what was committed is there', async () => {
    const dir = join(base, 'orphan')
    const child = startElsewhere(dir)
    await untilTrue(readyOf(child))
    await ask(String(await findEmbeddedPostgres(dir)), 'create table kept as select 7 as answer')
    const orphan = postmasterOf(dir)
    await killed(child)
    expect(await isAlive(orphan)).toBe(true)

    const next = await start(dir)
    expect(await isAlive(orphan)).toBe(false)
    expect(await ask(next.url, 'select answer from kept')).toEqual([[7]])
    await next.stop()
  })

  test('a lock file whose process number now belongs to another program does not stop the start', async () => {
    const dir = join(base, 'reused')
    const running = await start(dir)
    const lock = await readFile(join(dir, 'cluster', 'postmaster.pid'), 'utf8')
    await running.stop()
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await writeFile(join(dir, 'cluster', 'postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)))
    await writeFile(join(dir, 'holder.json'), JSON.stringify({ pid: stranger.pid, birth: 'of another', token: 'x' }))
    const next = await start(dir)
    expect(await isAlive(Number(stranger.pid))).toBe(true)
    await killed(stranger)
    await next.stop()
  })

  const MOMENTS: [string, (dir: string) => boolean][] = [
    ['before the data folder is begun', (dir) => existsSync(join(dir, 'password'))],
    ['while the data folder is begun', (dir) => inDraft(dir, 'cluster/PG_VERSION')],
    ['while the data folder is half made', (dir) => inDraft(dir, 'cluster/base/5')],
    ['when the data folder is made', (dir) => existsSync(join(dir, 'cluster'))],
    ['when PostgreSQL begins', (dir) => existsSync(join(dir, 'cluster', 'postmaster.pid'))],
    ['while the database is made', (dir) => isReady(dir)],
  ]
  test.each(MOMENTS)('a first start killed %s is made up for by the next', async (name, reached) => {
    const dir = join(base, name.replaceAll(' ', '-'))
    const child = startElsewhere(dir)
    await untilTrue(() => reached(dir))
    await killed(child)
    const next = await start(dir)
    expect(await ask(next.url, 'select current_database()')).toEqual([['hearth']])
    await next.stop()
    expect(readdirSync(dir).sort()).toEqual(['cluster', 'password', 'postgres.log'])
  })
})

function inDraft(dir: string, path: string): boolean {
  const names = existsSync(dir) ? readdirSync(dir) : []
  return names.some((name) => name.startsWith('draft-') && existsSync(join(dir, name, path)))
}

function isReady(dir: string): boolean {
  const lock = join(dir, 'cluster', 'postmaster.pid')
  return existsSync(lock) && readFileSync(lock, 'utf8').includes('ready')
}

describe('a start that cannot be', () => {
  test('a second start on the same folder is refused in one sentence and leaves the first alone', async () => {
    const dir = join(base, 'busy')
    const first = await start(dir)
    expect(await refusalOf(start(dir))).toBe(`Another Hearth (process ${process.pid}) is already running on the data `
      + `folder ${dir}; stop it first, or give this one a folder of its own with HEARTH_DATA_DIR.`)
    expect(await ask(first.url, 'select 1')).toEqual([[1]])
    await first.stop()
  })

  test('of two first starts at the same moment one makes the database and the other is refused', async () => {
    const dir = join(base, 'race')
    const both = await Promise.allSettled([start(dir), start(dir)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const one of both) if (one.status === 'fulfilled') await one.value.stop()
  })

  test('a file in place of the folder', async () => {
    const dir = join(base, 'file')
    await writeFile(dir, 'not a folder')
    expect(await refusalOf(start(dir))).toMatch(/^The data folder .* cannot be used: a file is in its place; move that/)
    expect(await readFile(dir, 'utf8')).toBe('not a folder')
  })

  test('a database of another PostgreSQL', async () => {
    const dir = join(base, 'older')
    await mkdir(join(dir, 'cluster'), { recursive: true })
    await writeFile(join(dir, 'cluster', 'PG_VERSION'), '15\n')
    expect(await refusalOf(start(dir))).toMatch(/was made by PostgreSQL 15 and this is 18; move it away or name/)
  })

  test('a folder of somebody else is never taken for a half-made one of ours', async () => {
    const dir = join(base, 'foreign')
    await mkdir(join(dir, 'draft-AbCdEf'), { recursive: true })
    await writeFile(join(dir, 'draft-AbCdEf', 'letter'), 'keep me')
    await (await start(dir)).stop()
    expect(await readFile(join(dir, 'draft-AbCdEf', 'letter'), 'utf8')).toBe('keep me')
  })
})
