import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, sentence } from './root.mjs'
import { npm } from './run.mjs'
import { step } from './screen.mjs'
import { noteChild, withSetUpLock } from './set-up-lock.mjs'

const FRONT_ENDS = [
  { folder: 'apps/shop', name: '@hearth/shop', title: 'Building the shop', output: 'build' },
  { folder: 'apps/admin', name: '@hearth/admin', title: 'Building the console', output: 'dist' },
]
const NOT_SOURCES = new Set(['node_modules', 'build', 'dist', '.react-router', '.cache', 'test-results', 'coverage'])

/** Builds the front ends whose sources changed since their last whole build. @returns how many were built */
export async function ensureBuilt() {
  if ((await staleOnes()).length === 0) return 0
  return withSetUpLock(async () => {
    const stale = await staleOnes()
    for (const each of stale) await build(each)
    return stale.length
  })
}

/** The folders a change of which makes a front end stale. */
export function sourceFolders() {
  return ['packages', ...FRONT_ENDS.map((each) => each.folder)].map((folder) => join(ROOT, folder))
    .filter((folder) => existsSync(folder))
}

/** Whether a changed path can make a front end stale. */
export function isSource(path) {
  return path.split(/[/\\]/).every((part) => !NOT_SOURCES.has(part)) && !/\.(test|spec)\.\w+$/.test(path)
}

async function staleOnes() {
  const checked = await Promise.all(FRONT_ENDS.filter(canBuild).map(async (each) => {
    const print = await fingerprint(each)
    const stamp = await readFile(stampOf(each), 'utf8').catch(() => '')
    return { ...each, print, stale: stamp !== print }
  }))
  return checked.filter((each) => each.stale)
}

async function build(each) {
  await rm(stampOf(each), { force: true })
  await step(each.title, async () => {
    const { code, output } = await npm(['run', 'build', '-w', each.name], { quiet: true, onSpawn: noteChild })
    if (code !== 0) throw sentence(`${each.title} failed (its message is above).`, output)
  })
  await mkdir(join(ROOT, each.folder, each.output), { recursive: true })
  await writeFile(stampOf(each), each.print)
}

function canBuild({ folder }) {
  const manifest = join(ROOT, folder, 'package.json')
  const configured = ['ts', 'mts', 'js', 'mjs'].some((end) => existsSync(join(ROOT, folder, `vite.config.${end}`)))
  return configured && existsSync(manifest) && Boolean(JSON.parse(readFileSync(manifest, 'utf8')).scripts?.build)
}

function stampOf({ folder, output }) {
  return join(ROOT, folder, output, '.hearth-stamp')
}

async function fingerprint({ folder }) {
  const hash = createHash('sha256')
  for (const name of ['package-lock.json', 'tsconfig.base.json']) {
    hash.update(await readFile(join(ROOT, name)).catch(() => ''))
  }
  for (const path of [...(await filesIn('packages')), ...(await filesIn(folder))]) {
    hash.update(`\0${path}\0`).update(await readFile(join(ROOT, path)).catch(() => ''))
  }
  return hash.digest('hex')
}

async function filesIn(folder) {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true }).catch(() => [])
  const sources = entries.filter((entry) => isSource(entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  const lists = await Promise.all(sources.map((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : [path]
  }))
  return lists.flat()
}
