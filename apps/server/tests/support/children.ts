import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { tempFolder } from './database.ts'
import { freePort } from './world.ts'

export type Child = AsyncDisposable & { process: ChildProcess; url: string }

/** Starts a server of its own on this database and waits until it answers. */
export async function startChild(databaseUrl: string, options: { works?: boolean } = {}): Promise<Child> {
  const port = await freePort()
  const child = fork(fileURLToPath(new URL('./child-server.ts', import.meta.url)), options.works ? ['works'] : [], {
    execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, APP_ENV: 'test', PORT: String(port), DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', HEARTH_DATA_DIR: tempFolder() },
  })
  await once(child, 'message')
  return {
    process: child, url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
