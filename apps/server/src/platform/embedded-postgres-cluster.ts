import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, readFile, readdir, rename, rm, rmdir, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, programOf } from './embedded-postgres-binaries.ts'
import { codeOf, folderFault, isStartFault, saysDiskFull, startFault } from './embedded-postgres-fault.ts'
import { processesIn } from './embedded-postgres-pids.ts'
import type { Place } from './embedded-postgres-place.ts'

const run = promisify(execFile)

export const SUPERUSER = 'hearth'
const MAJOR = '18'
const DRAFT = /^draft-[A-Za-z0-9]{6}$/
const MARKER = 'half-made-by-hearth'
const NEEDED_BYTES = 150 * 1024 * 1024

/** What starts PostgreSQL without asking the surroundings: words of the shell's language never reach its output. */
export const CALM_ENV = process.platform === 'win32' ? undefined : { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

/**
 * The folder of PostgreSQL, whole: made in a draft folder and moved into place in one step, so that a start cut short
 * at any moment leaves either nothing or all of it. Drafts left behind by such a start are removed.
 * @returns the password of the database user
 */
export async function prepareCluster(place: Place, binaries: Binaries, o: PrepareOptions): Promise<string> {
  try {
    await removeDrafts(place.dir)
    if (await isWhole(place)) return await passwordOf(place.dir)
    await checkRoom(place.dir)
    o.say('PostgreSQL prepares its data folder (first start) …')
    const password = await makePassword(place.dir)
    await makeCluster(place, binaries, { password, sync: o.sync })
    return password
  } catch (error) {
    throw isStartFault(error) ? error : folderFault(place.dir, error)
  }
}

type PrepareOptions = { say: (text: string) => void; sync: boolean }

/** The password of an existing database, or null. */
export async function readPassword(dir: string): Promise<string | null> {
  return readFile(join(dir, 'password'), 'utf8').then((text) => text.trim() || null, () => null)
}

async function passwordOf(dir: string): Promise<string> {
  const password = await readPassword(dir)
  if (password) return password
  throw startFault(`The file ${join(dir, 'password')} that opens the database is missing or cannot be read; `
    + 'restore it, or move the data folder away and start again.')
}

/** On disk before the database is: a database never exists without its password. */
async function makePassword(dir: string): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  const draft = join(dir, 'password.draft')
  await writeFile(draft, password, { mode: 0o600, flush: true })
  await rename(draft, join(dir, 'password'))
  return password
}

async function isWhole(place: Place): Promise<boolean> {
  const { cluster, account } = place
  const found = await stat(cluster).catch(() => null)
  if (!found) return false
  if (!found.isDirectory()) {
    throw startFault(`${cluster} is a file where the database should be; move it away and start again.`)
  }
  const major = await readFile(join(cluster, 'PG_VERSION'), 'utf8').then((text) => text.trim(), () => '')
  if (!major) {
    if (await rmdir(cluster).then(() => true, () => false)) return false
    throw startFault(`${cluster} is not a whole database of PostgreSQL; `
      + 'restore it from a backup or move it away and start again.')
  }
  if (major !== MAJOR) {
    throw startFault(`${cluster} was made by PostgreSQL ${major} and this is ${MAJOR}; `
      + 'move it away or name another folder with HEARTH_DATA_DIR, or name a server of that version with DATABASE_URL.')
  }
  if (account && found.uid !== account.uid) await run('chown', ['-R', `${account.uid}:${account.gid}`, cluster])
  return true
}

/** Removes what interrupted first starts left; only folders that carry our mark, and empty ones. */
async function removeDrafts(dir: string): Promise<void> {
  for (const name of (await readdir(dir)).filter((entry) => DRAFT.test(entry))) {
    const draft = join(dir, name)
    const ours = await stat(join(draft, MARKER)).then(() => true, () => false)
    if (ours) await endWork(draft)
    await (ours ? removeDraft(draft) : rmdir(draft)).catch(() => undefined)
  }
}

/** The mark goes last: a removal that is cut short can be taken up again. */
async function removeDraft(draft: string): Promise<void> {
  for (const name of (await readdir(draft)).filter((entry) => entry !== MARKER)) {
    await rm(join(draft, name), { recursive: true, force: true, maxRetries: 3 })
  }
  await rm(draft, { recursive: true, force: true })
}

/** The preparation of a start that was killed may still be at work in its draft, for nobody. */
async function endWork(draft: string): Promise<void> {
  const pids = [...(await processesIn(draft)), ...(await processesIn(join(draft, 'cluster')))]
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function checkRoom(dir: string): Promise<void> {
  const disk = await statfs(dir).catch(() => null)
  if (disk && disk.bavail * disk.bsize < NEEDED_BYTES) {
    throw startFault(`The disk that holds the data folder ${dir} has less than ${NEEDED_BYTES / 1024 / 1024} MB free; `
      + 'free some space or name another folder with HEARTH_DATA_DIR.')
  }
}

async function makeCluster(place: Place, binaries: Binaries, o: { password: string; sync: boolean }): Promise<void> {
  const draft = await mkdtemp(join(place.dir, 'draft-'))
  await writeFile(join(draft, MARKER), '')
  const secret = join(draft, 'secret')
  const made = join(draft, 'cluster')
  await writeFile(secret, o.password, { mode: 0o600 })
  await mkdir(made, { mode: 0o700 })
  if (place.account) {
    for (const path of [draft, secret, made]) await chown(path, place.account.uid, place.account.gid)
  }
  const words = [
    `--pgdata=${made}`, `--username=${SUPERUSER}`, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(o.sync ? [] : ['--no-sync']),
  ]
  try {
    await run(programOf(binaries, 'initdb'), words, { ...place.account, cwd: draft, env: CALM_ENV, windowsHide: true })
    await rename(made, place.cluster)
  } catch (error) {
    throw initFault(place.dir, error)
  } finally {
    await removeDraft(draft).catch(() => undefined)
  }
}

function initFault(dir: string, error: unknown): Error {
  const output = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : ''
  if (saysDiskFull(output)) return folderFault(dir, { code: 'ENOSPC' })
  const reason = output.split('\n').find((line) => /error|fatal/i.test(line)) ?? (codeOf(error) || String(error))
  return startFault(`PostgreSQL could not prepare its data folder in ${dir} (${reason.trim()}); `
    + 'repair that or name another folder with HEARTH_DATA_DIR.', error)
}
