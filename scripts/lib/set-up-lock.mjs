import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './root.mjs'
import { step } from './screen.mjs'

const FOLDER = join(ROOT, '.cache')
const LOCK = join(FOLDER, 'set-up.json')
const BEAT_MS = 2_000
const SILENCE_MS = 60_000

/**
 * Lets one process at a time install and build. Whoever comes second waits and then finds the work done.
 * The lock names its holder and the program it runs, so that one left behind by a killed process is recognised,
 * and an installation that outlived its starter is waited for.
 */
export async function withSetUpLock(work) {
  await mkdir(FOLDER, { recursive: true })
  if (!(await taken())) await step('Waiting for another process that is installing or building', waitUntilTaken)
  const beat = setInterval(() => utimes(LOCK, new Date(), new Date()).catch(() => {}), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(LOCK, { force: true })
  }
}

async function waitUntilTaken() {
  while (!(await taken())) await sleep(200 + Math.random() * 200)
}

/** Whether the lock is ours now; one without a living holder is removed first. */
async function taken() {
  if (await take()) return true
  if (await isHeld()) return false
  await rm(LOCK, { force: true })
  return take()
}

/** Names the program now at work for us, for those who come after if we are killed. */
export function noteChild(child) {
  writeFileSync(LOCK, JSON.stringify({ pid: process.pid, child }))
}

async function take() {
  return writeFile(LOCK, JSON.stringify({ pid: process.pid }), { flag: 'wx' }).then(() => true, (error) => {
    if (error.code === 'EEXIST') return false
    throw error
  })
}

async function isHeld() {
  const age = await stat(LOCK).then((found) => Date.now() - found.mtimeMs, () => Infinity)
  const { pid, child } = await readFile(LOCK, 'utf8').then(JSON.parse).catch(() => ({}))
  return (lives(pid) && age < SILENCE_MS) || lives(child)
}

function lives(pid) {
  if (!Number.isInteger(pid)) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/** Ended, but not yet cleared away by its parent: in a container that may never happen. */
function isZombie(pid) {
  try {
    return process.platform === 'linux' && /\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
