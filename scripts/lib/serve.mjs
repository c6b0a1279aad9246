import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { pinnedEnv, pinnedNode } from './pinned-node.mjs'
import { ROOT } from './root.mjs'
import { codeOf } from './run.mjs'

const ONCE_MS = 1_000
const WATCH_MS = 500
/** Left to itself, Node keeps 130 MB for young objects once it has loaded the programs, and idles with them. */
const SMALL_YOUTH = '--max-semi-space-size=8'

/**
 * Runs a TypeScript program with the pinned Node until it ends. It has a process group of its own, so an interruption
 * from the keyboard reaches it once, through us; a second one, given on purpose, reaches it too.
 * @returns its exit code
 */
export function serve(script, { words = [], flags = [] } = {}) {
  const ownGroup = process.platform !== 'win32'
  const leash = pathToFileURL(join(ROOT, 'scripts', 'lib', 'leash.mjs')).href
  const args = ['--disable-warning=ExperimentalWarning', SMALL_YOUTH, '--import', leash, ...flags, script, ...words]
  const child = spawn(pinnedNode(), args, {
    cwd: ROOT, env: pinnedEnv(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: ownGroup,
  })
  const pass = oncePerPress((signal) => { if (ownGroup) child.kill(signal) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal))
  const watch = whenStarterDies(() => pass('SIGTERM'))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message)
      resolve(127)
    })
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      if (signal) console.error(`Hearth was ended by ${signal}.`)
      resolve(codeOf(code, signal))
    })
  })
}

/** One press of Ctrl-C arrives twice under npm, from the keyboard and from npm. */
function oncePerPress(pass) {
  let last = -Infinity
  return (signal) => {
    const now = performance.now()
    if (now - last < ONCE_MS) return
    last = now
    pass(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  }
}

/** Under npm, the end of npm is the end of us: nobody could stop a server whose npm was killed. */
function whenStarterDies(act) {
  if (!process.env.npm_lifecycle_event) return undefined
  const starters = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === starters) return
    clearInterval(watch)
    act()
  }, WATCH_MS)
  watch.unref()
  return watch
}

/** Our parent and, on Linux, its parent too: npm puts a shell between itself and us. Each changes when its own ends. */
function ancestors() {
  const parent = process.ppid
  if (process.platform !== 'linux') return String(parent)
  try {
    const [, grandparent] = readFileSync(`/proc/${parent}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return `${parent} ${grandparent}`
  } catch {
    return String(parent)
  }
}
