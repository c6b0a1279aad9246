import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export type Server = {
  url: string
  cpuMs(): Promise<number>
  /** The end of what it wrote: its faults. */
  said(): string
  stop(): Promise<void>
}
type Start = { file: string; env: Record<string, string>; execArgv?: string[] }

const PATIENCE_MS = 60_000

/** Starts a server file of the bench, which answers as {@link serveParent} says. */
export async function startServer({ file, env, execArgv = [] }: Start): Promise<Server> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env }, execArgv,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  child.stdout?.on('data', (text: Buffer) => { said = (said + text.toString()).slice(-2_000) })
  const { url } = await answer<{ url: string }>(child, 'url').catch((fault: unknown) => {
    child.kill('SIGKILL')
    throw new Error(`${file} did not start: ${String(fault)}\n${said}`)
  })
  return {
    url,
    cpuMs: async () => {
      const told = answer<{ cpuMs: number }>(child, 'cpuMs')
      child.send('cpu')
      return (await told).cpuMs
    },
    said: () => said,
    stop: () => ended(child),
  }
}

/** The child's side: says where it listens, and how much CPU it has used whenever it is asked. */
export function serveParent(url: string): void {
  process.on('message', (asked) => {
    if (asked !== 'cpu') return
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuMs: (user + system) / 1_000 })
  })
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.send?.({ url })
}

function answer<T extends object>(child: ChildProcess, key: keyof T & string): Promise<T> {
  return new Promise((give, refuse) => {
    const done = (act: () => void) => {
      clearTimeout(timer)
      child.off('message', hear)
      child.off('exit', onExit)
      act()
    }
    const hear = (message: unknown) => {
      if (typeof message === 'object' && message !== null && key in message) done(() => give(message as T))
    }
    const onExit = (code: number | null) => done(() => refuse(new Error(`it ended with code ${String(code)}`)))
    const timer = setTimeout(() => done(() => refuse(new Error('it does not answer'))), PATIENCE_MS)
    child.on('message', hear)
    child.once('exit', onExit)
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((give) => child.once('exit', give))
  child.kill('SIGTERM')
  await gone
}
