import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { ROOT, sentence } from './root.mjs'
import { npm } from './run.mjs'
import { step } from './screen.mjs'
import { noteChild, withSetUpLock } from './set-up-lock.mjs'

const QUIETLY = ['--loglevel=error', '--no-progress']
const FAILED = 'npm could not install the packages (its message is above); is the package registry reachable? '
  + 'Repair that and run the same command again.'

/**
 * Installs what the lockfile of `folder` pins, unless exactly that is installed. The stamp is written last, so an
 * installation that was cut short is recognised by its absence.
 */
export async function ensureInstalled(folder = ROOT) {
  if (await isInstalled(folder)) return
  await withSetUpLock(async () => {
    if (await isInstalled(folder)) return
    if (!(await isWhole(folder))) await install(folder)
    await writeFile(stampOf(folder), await fingerprint(folder))
  })
}

async function isInstalled(folder) {
  const stamp = await readFile(stampOf(folder), 'utf8').catch(() => '')
  return stamp !== '' && stamp === (await fingerprint(folder))
}

async function install(folder) {
  await rm(stampOf(folder), { force: true })
  const packages = Object.entries((await readLock(join(folder, 'package-lock.json'))).packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.optional).map(([path]) => path)
  let present = 0
  const count = setInterval(() => {
    present = packages.filter((path) => existsSync(join(folder, path, 'package.json'))).length
  }, 1_000)
  try {
    const words = [installVerb(), '--include=dev', '--include=optional', '--no-audit', '--no-fund', ...QUIETLY]
    await step('Installing packages', async () => {
      const { code, output } = await npm(words, { cwd: folder, quiet: true, onSpawn: noteChild })
      if (code !== 0) throw sentence(FAILED, output)
    }, () => `${present} of ${packages.length}`)
  } finally {
    clearInterval(count)
  }
}

/** On Windows a running program cannot be removed: there the pinned Node, when it runs us, must stay. */
function installVerb() {
  const ownNodeRuns = process.execPath.startsWith(join(ROOT, 'node_modules') + sep)
  return process.platform === 'win32' && ownNodeRuns ? 'install' : 'ci'
}

/** Whether npm itself finished installing exactly this lockfile: it writes its own list last. */
async function isWhole(folder) {
  const wanted = (await readLock(join(folder, 'package-lock.json'))).packages
  const list = await readLock(join(folder, 'node_modules', '.package-lock.json'))
  const same = ([path, entry]) => {
    const found = list.packages[path]
    if (!found) return !path.includes('node_modules/') || entry.optional === true || entry.peer === true
    return found.version === entry.version && found.integrity === entry.integrity
  }
  return Object.keys(list.packages).length > 0 && Object.entries(wanted).every(same)
}

async function readLock(path) {
  return readFile(path, 'utf8').then(JSON.parse).catch(() => ({ packages: {} }))
}

function stampOf(folder) {
  return join(folder, 'node_modules', '.hearth-stamp')
}

async function fingerprint(folder) {
  const lock = await readFile(join(folder, 'package-lock.json'))
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lock).digest('hex')
}
