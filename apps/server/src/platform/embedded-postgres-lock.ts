import { link, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { codeOf, startFault } from './embedded-postgres-fault.ts'
import { birthOf, isAlive } from './embedded-postgres-pids.ts'

const POLL_MS = 50
const LITTER_AGE_MS = 60_000

type Holder = { pid: number; birth: string; token: string }

/** `patienceMs`: how long a living holder, which may just be ending, is waited for. */
type HoldOptions = { say: (text: string) => void; patienceMs: number }

/**
 * Makes this process the only one that may start or stop PostgreSQL in `dir`, while it lives or until released.
 * What a killed process left behind is recognised by process number and birth, and replaced.
 * Throws a start fault when a living process keeps it.
 */
export async function holdFolder(dir: string, o: HoldOptions): Promise<() => Promise<void>> {
  const lock = join(dir, 'holder.json')
  const mine: Holder = { pid: process.pid, birth: await birthOf(process.pid), token: randomUUID() }
  const draft = `${lock}.${mine.token}`
  await writeFile(draft, JSON.stringify(mine), { mode: 0o644 })
  try {
    const end = performance.now() + o.patienceMs
    let said = false
    while (!(await linked(draft, lock))) {
      const holder = await livingHolder(lock)
      if (!holder) await removeStale(lock, draft)
      else if (performance.now() > end) throw heldFault(dir, holder.pid)
      else if (!said) o.say(`Another Hearth (process ${holder.pid}) uses the data folder; waiting for it to end …`)
      said ||= holder !== null
      await sleep(POLL_MS)
    }
  } finally {
    await rm(draft, { force: true })
  }
  await removeLitter(dir)
  return async () => {
    if ((await readHolder(lock))?.token === mine.token) await rm(lock, { force: true })
  }
}

async function linked(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

/** Takes the old lock aside before judging it again: should it have become another's meanwhile, it is put back. */
async function removeStale(lock: string, draft: string): Promise<void> {
  const aside = `${draft}.stale`
  const moved = await rename(lock, aside).then(() => true, () => false)
  if (!moved) return
  if (await livingHolder(aside)) await link(aside, lock).catch(() => undefined)
  await rm(aside, { force: true })
}

async function livingHolder(path: string): Promise<Holder | null> {
  const holder = await readHolder(path)
  const lives = holder && (await isAlive(holder.pid)) && (await birthOf(holder.pid)) === holder.birth
  return lives ? holder : null
}

/** Drafts of starts that were killed; a living contender's draft is younger than this. */
async function removeLitter(dir: string): Promise<void> {
  for (const name of (await readdir(dir)).filter((entry) => entry.startsWith('holder.json.'))) {
    const path = join(dir, name)
    const age = await stat(path).then((found) => Date.now() - found.mtimeMs, () => 0)
    if (age > LITTER_AGE_MS) await rm(path, { force: true })
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    const parsed: unknown = JSON.parse(text)
    const whole = typeof parsed === 'object' && parsed !== null && 'pid' in parsed && Number.isInteger(parsed.pid)
    return whole ? (parsed as Holder) : null
  } catch {
    return null
  }
}

function heldFault(dir: string, pid: number): Error {
  return startFault(`Another Hearth (process ${pid}) is already running on the data folder ${dir}; `
    + 'stop it first, or give this one a folder of its own with HEARTH_DATA_DIR.')
}
