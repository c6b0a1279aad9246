import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { tempFolder } from './database.ts'
import type { World } from './world.ts'

/** What a process is started for: one request, or one run of a job. */
export type Errand =
  | { kind: 'request'; method: 'GET' | 'POST' | 'PATCH'; url: string; headers: Record<string, string>; payload?: string }
  | { kind: 'job'; name: string; body: Record<string, unknown> }
export type ErrandDone = { answer: unknown; points: number }

/** Processes that stand ready to die, so that nobody waits for one to start. */
export type Victims = AsyncDisposable & {
  /**
   * Does an errand in a process of its own that is killed at the n-th point of it. When it comes back, PostgreSQL has
   * rolled back whatever was under way. @returns null when it was killed, else what it answered
   */
  send(errand: Errand, killAt: number): Promise<ErrandDone | null>
}

const READY = 2
/** Compiled modules are kept between processes: starting one takes half as long. */
const COMPILED = join(tmpdir(), 'hearth-compiled')
let made = 0

type Env = Record<string, string>

/** `env`: what the world was opened with, for its processes are configured alike. */
export function openVictims(w: World, env: Env): Victims {
  const waiting = Array.from({ length: READY }, () => start(w, env))
  return {
    send: async (errand, killAt) => {
      const { child, name } = await (waiting.shift() ?? start(w, env))
      waiting.push(start(w, env))
      const done = once(child, 'message').then(([said]) => said as ErrandDone)
      const gone = once(child, 'exit').then(() => null)
      child.send({ errand, killAt, now: w.deps.now().toISOString() })
      const ended = await Promise.race([done, gone])
      if (ended) child.kill('SIGKILL')
      await gone
      await expect.poll(() => connectionsOf(w, name), { interval: 5 }).toBe(0)
      return ended
    },
    [Symbol.asyncDispose]: async () => {
      for (const { child } of await Promise.all(waiting)) child.kill('SIGKILL')
    },
  }
}

async function start(w: World, env: Env): Promise<{ child: ChildProcess; name: string }> {
  made += 1
  const name = `victim ${made}`
  const url = new URL(w.databaseUrl)
  url.searchParams.set('application_name', name)
  const child = fork(fileURLToPath(new URL('./victim-process.ts', import.meta.url)), [], {
    execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH, APP_ENV: 'test', PORT: String(w.config.port), ...env,
      DATABASE_URL: url.href, LOG_LEVEL: 'silent', HEARTH_DATA_DIR: tempFolder(), NODE_COMPILE_CACHE: COMPILED,
    },
  })
  await once(child, 'message')
  return { child, name }
}

async function connectionsOf(w: World, name: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and application_name = ${name}`.execute(w.db)
  return rows[0]?.n ?? 0
}
