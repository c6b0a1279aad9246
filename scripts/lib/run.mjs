import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import { ROOT } from './root.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 }
const children = new Set()
let interrupted = null

/**
 * Runs a program to its end. `quiet` keeps what it prints for the answer instead of showing it.
 * An interruption of this process is passed on, and once no child is left this process ends too.
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export function run(command, words, { quiet = false, onSpawn = () => {}, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
    const child = spawn(command, words, { cwd: ROOT, stdio, windowsHide: true, ...options })
    const parts = []
    child.stdout?.on('data', (part) => parts.push(part))
    child.stderr?.on('data', (part) => parts.push(part))
    child.once('spawn', () => onSpawn(child.pid))
    child.once('error', (error) => parts.push(Buffer.from(`${error.message}\n`)))
    child.once('close', (code, signal) => {
      forget(child)
      resolve({ code: child.pid ? codeOf(code, signal) : 127, output: Buffer.concat(parts).toString() })
    })
    remember(child)
  })
}

/** Runs npm with the Node that runs npm already, whichever shell or platform this is. */
export function npm(words, options) {
  const cli = process.env.npm_execpath ?? ''
  const node = process.env.npm_node_execpath ?? process.execPath
  if (basename(cli) === 'npm-cli.js') return run(node, [cli, ...words], options)
  return run('npm', words, { shell: process.platform === 'win32', ...options })
}

/** The exit code a shell would give. */
export function codeOf(code, signal) {
  return code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 15)
}

function remember(child) {
  if (children.size === 0) for (const signal of SIGNALS) process.on(signal, interrupt)
  children.add(child)
}

function forget(child) {
  children.delete(child)
  if (children.size > 0) return
  for (const signal of SIGNALS) process.off(signal, interrupt)
  if (interrupted) process.exit(codeOf(null, interrupted))
}

/** npm passes SIGTERM on to what it runs, and SIGINT not: it trusts the terminal to have sent that to all. */
function interrupt(signal) {
  if (!interrupted) for (const child of children) child.kill('SIGTERM')
  interrupted = signal
}
