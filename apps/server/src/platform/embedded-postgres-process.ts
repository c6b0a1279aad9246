import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, programOf } from './embedded-postgres-binaries.ts'
import { CALM_ENV } from './embedded-postgres-cluster.ts'
import { codeOf, folderFault, saysDiskFull, startFault } from './embedded-postgres-fault.ts'
import { commandOf, isAlive, processesIn } from './embedded-postgres-pids.ts'
import type { Place } from './embedded-postgres-place.ts'

export type Running = { pid: number; port: number }

const POLL_MS = 20
const PATIENCE_MS = 30_000
const SAY_EVERY_MS = 5_000
const LOG_LIMIT_BYTES = 5 * 1024 * 1024

const MB = 1024 * 1024
/** What this process may use: the machine's memory, or less where a container allows less. */
const memoryMb = Math.min(totalmem(), process.constrainedMemory() || Infinity) / MB

/**
 * Settings for a shop on one machine: an eighth of its memory for pages, from 128 MB to 1 GB (taken as they are used).
 * The log names faults of the server, never statements or their values.
 */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: `${Math.round(Math.min(1024, Math.max(128, memoryMb / 8)))}MB`,
  // Short statements gain nothing by being compiled.
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
}

/** The PostgreSQL that runs on this folder, or null. Believes the lock file only when that process is one. */
export async function findRunning(place: Place): Promise<(Running & { ready: boolean }) | null> {
  const lines = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').then((text) => text.split('\n'), () => [])
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !(await runsOn(pid, place.cluster))) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Ends a PostgreSQL that a killed start left running, and clears away a lock file whose process number now belongs to
 * another program. PostgreSQL itself judges every other lock file.
 */
export async function endLeftover(place: Place, binaries: Binaries, say: (text: string) => void): Promise<void> {
  const left = await findRunning(place)
  if (left) {
    say('PostgreSQL still runs from a start that was killed; it is stopped first …')
    await endProcess(left.pid, place, binaries)
  }
  const lock = join(place.cluster, 'postmaster.pid')
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !(await isAlive(pid))) return
  const folder = await realpath(place.cluster)
  if (!(await until(async () => (await processesIn(folder)).length === 0))) throw stillRunning(place)
  await rm(lock, { force: true })
}

/** Starts PostgreSQL in a process group of its own and waits until it answers. It outlives us unless it is ended. */
export async function launch(place: Place, binaries: Binaries, o: LaunchOptions): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await attemptLaunch(place, binaries, o)
    if (typeof started !== 'string') return started
    if (attempt === 5 || !/could not bind|could not create any TCP|lock file ".*" already exists/.test(started)) {
      throw launchFault(place, started)
    }
    await endLeftover(place, binaries, o.say)
  }
}

type LaunchOptions = { say: (text: string) => void; settings: Record<string, string>; onExit: () => void }

async function attemptLaunch(place: Place, binaries: Binaries, o: LaunchOptions): Promise<Running | string> {
  const begin = await rotateLog(place.dir)
  const child = await spawnServer(place, binaries, o.settings)
  let end = ''
  child.once('error', (error) => { end = String(error) })
  child.once('exit', (code) => { if (process.platform !== 'win32' || code !== 0) end = `exit code ${code}` })
  const since = performance.now()
  let said = since
  while (!end) {
    const running = await findRunning(place)
    if (running?.ready && (running.pid === child.pid || process.platform === 'win32')) {
      child.unref()
      if (process.platform !== 'win32') child.once('exit', o.onExit)
      return running
    }
    if (performance.now() - said > SAY_EVERY_MS) {
      said = performance.now()
      const elapsed = Math.round((said - since) / 1000)
      o.say(`PostgreSQL still starts, after a crash it repairs its data first (${elapsed} s) …`)
    }
    await sleep(POLL_MS)
  }
  const output = await readFile(logOf(place.dir)).catch(() => Buffer.alloc(0))
  return output.subarray(begin).toString() || end
}

async function spawnServer(place: Place, binaries: Binaries, extra: Record<string, string>): Promise<ChildProcess> {
  const settings = Object.entries({ ...SETTINGS, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const words = ['-p', String(await freePort()), ...settings]
  if (process.platform === 'win32') {
    const start = ['start', '-w', '-t', '86400', '-D', place.cluster, '-l', logOf(place.dir), '-o', words.join(' ')]
    return callTool(binaries, start)
  }
  const log = await open(logOf(place.dir), 'a', 0o600)
  try {
    return spawn(programOf(binaries, 'postgres'), ['-D', place.cluster, ...words], {
      ...place.account, cwd: place.dir, env: CALM_ENV, detached: true, stdio: ['ignore', log.fd, log.fd],
    })
  } finally {
    await log.close()
  }
}

/** Fast shutdown: open transactions are rolled back, everything is written. Waits for the end. */
export async function endProcess(pid: number, place: Place, binaries: Binaries): Promise<void> {
  const ended = () => hasEnded(pid, place.cluster)
  for (const [signal, mode] of [['SIGINT', 'fast'], ['SIGQUIT', 'immediate']] as const) {
    if (await ended()) return
    if (process.platform === 'win32') callTool(binaries, ['stop', '-W', '-m', mode, '-D', place.cluster])
    else signalTo(pid, signal, place)
    if (await until(ended)) return
  }
  throw stillRunning(place)
}

function signalTo(pid: number, signal: 'SIGINT' | 'SIGQUIT', place: Place): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw stillRunning(place)
  }
}

/**
 * Windows has no signals that a program could hear, and there only PostgreSQL's own tool gives up the rights of an
 * administrator, which the server refuses.
 */
function callTool(binaries: Binaries, words: string[]): ChildProcess {
  return spawn(programOf(binaries, 'pg_ctl'), words, { stdio: 'ignore', windowsHide: true, detached: true })
}

async function runsOn(pid: number, cluster: string): Promise<boolean> {
  return (await isAlive(pid)) && isServerOf(cluster, await commandOf(pid))
}

/** A process about to end has lost its command line already; only another's command line shows that ours is gone. */
async function hasEnded(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(pid))) return true
  const command = await commandOf(pid)
  return command !== '' && !isServerOf(cluster, command)
}

function isServerOf(cluster: string, command: string): boolean {
  return command.includes('postgres') && command.includes(cluster)
}

async function until(done: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS
  while (!(await done())) {
    if (performance.now() > end) return false
    await sleep(POLL_MS)
  }
  return true
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

function logOf(dir: string): string {
  return join(dir, 'postgres.log')
}

/** @returns where the next line of the log will begin */
async function rotateLog(dir: string): Promise<number> {
  const size = await stat(logOf(dir)).then((found) => found.size, () => 0)
  if (size < LOG_LIMIT_BYTES) return size
  await rename(logOf(dir), `${logOf(dir)}.old`)
  return 0
}

function launchFault(place: Place, output: string): Error {
  if (saysDiskFull(output)) return folderFault(place.dir, { code: 'ENOSPC' })
  const fatal = output.split('\n').filter((line) => /FATAL|PANIC|error/.test(line)).at(-1) ?? output.trim()
  const reason = fatal.replace(/^.*?(FATAL|PANIC):\s*/, '')
  return startFault(`PostgreSQL could not start on ${place.dir} (${reason}); its log is ${logOf(place.dir)}.`)
}

function stillRunning(place: Place): Error {
  return startFault(`A PostgreSQL still runs on ${place.cluster} and does not stop; end it and start again.`)
}
