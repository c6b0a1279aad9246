import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { codeOf, startFault } from './embedded-postgres-fault.ts'
import { birthOf, isAlive } from './embedded-postgres-pids.ts'

type Holder = { pid: number; birth: string; token: string }

/**
 * Makes this process the only one that may start or stop PostgreSQL in `dir`, for as long as it lives or until released.
 * What a killed process left behind is recognised by process number and birth, and replaced.
 * Throws a start fault when a living process holds it.
 */
export async function holdFolder(dir: string): Promise<() => Promise<void>> {
  const lock = join(dir, 'holder.json')
  const mine: Holder = { pid: process.pid, birth: await birthOf(process.pid), token: randomUUID() }
  const draft = `${lock}.${mine.token}`
  await writeFile(draft, JSON.stringify(mine), { mode: 0o644 })
  try {
    while (!(await linked(draft, lock))) await removeStale(lock, draft, dir)
  } finally {
    await rm(draft, { force: true })
  }
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

/** Takes the old lock aside first: of two that find it stale, only the one whose rename hits the stale file goes on. */
async function removeStale(lock: string, draft: string, dir: string): Promise<void> {
  const seen = await readHolder(lock)
  if (seen && (await lives(seen))) throw heldFault(dir, seen.pid)
  const aside = `${draft}.stale`
  const moved = await rename(lock, aside).then(() => true, () => false)
  if (!moved) return
  const taken = await readHolder(aside)
  if (taken?.token !== seen?.token && taken) await link(aside, lock).catch(() => undefined)
  await rm(aside, { force: true })
}

async function lives(holder: Holder): Promise<boolean> {
  return (await isAlive(holder.pid)) && (await birthOf(holder.pid)) === holder.birth
}

async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || !Number.isInteger(parsed.pid)) return null
    return parsed as Holder
  } catch {
    return null
  }
}

function heldFault(dir: string, pid: number): Error {
  return startFault(`Another Hearth (process ${pid}) is already running on the data folder ${dir}; `
    + 'stop it first, or give this one a folder of its own with HEARTH_DATA_DIR.')
}
