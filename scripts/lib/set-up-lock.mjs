import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './root.mjs'

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
  let told = false
  while (!(await take())) {
    const holder = await livingHolder()
    if (holder === null) await rm(LOCK, { force: true })
    else if (!told) console.log(`Another process (${holder}) is installing or building; waiting for it …`)
    told ||= holder !== null
    await sleep(200 + Math.random() * 200)
  }
  const beat = setInterval(() => utimes(LOCK, new Date(), new Date()).catch(() => {}), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(LOCK, { force: true })
  }
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

async function livingHolder() {
  const age = await stat(LOCK).then((found) => Date.now() - found.mtimeMs, () => Infinity)
  const { pid, child } = await readFile(LOCK, 'utf8').then(JSON.parse).catch(() => ({}))
  if (lives(pid) && age < SILENCE_MS) return pid
  return lives(child) ? child : null
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
