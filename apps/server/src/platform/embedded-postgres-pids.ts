import { execFile } from 'node:child_process'
import { readFile, readdir, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { codeOf } from './embedded-postgres-fault.ts'

const run = promisify(execFile)

/** Whether a process with this number lives; a zombie does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return !/^\d+ \(.*\) [ZX]/s.test(await statOf(pid))
}

/**
 * What tells this process from a later one with the same number: on Linux the boot and the tick it began in,
 * on macOS the second it began in, on Windows nothing (empty).
 */
export async function birthOf(pid: number): Promise<string> {
  if (process.platform === 'win32') return ''
  if (process.platform !== 'linux') return output('ps', ['-p', String(pid), '-o', 'lstart='])
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const afterName = (await statOf(pid)).replace(/^\d+ \(.*\) /s, '').split(' ')
  return `${boot.trim()} ${afterName[19] ?? ''}`
}

/** The whole command line of a process, words separated by blanks; empty when it cannot be read. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
  }
  if (process.platform !== 'win32') return output('ps', ['-p', String(pid), '-ww', '-o', 'command='])
  const ask = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`
  return output('powershell', ['-NoProfile', '-Command', ask])
}

/** The processes working in `dir`, as all of PostgreSQL's do in its own folder. Linux only, empty elsewhere. */
export async function processesIn(dir: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => folders[index] === dir).map(Number)
}

async function statOf(pid: number): Promise<string> {
  return process.platform === 'linux' ? readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '') : ''
}

async function output(command: string, words: string[]): Promise<string> {
  return run(command, words, { windowsHide: true }).then((done) => done.stdout.trim(), () => '')
}
