import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { hashPassword, insertUser } from '../../src/modules/accounts/index.ts'
import type { Role } from '../../src/modules/accounts/index.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Config } from '../../src/platform/config.ts'
import { inTransaction, openDb } from '../../src/platform/db.ts'
import type { Db, Tx } from '../../src/platform/db.ts'
import type { Deps } from '../../src/http/deps.ts'
import { openServer } from '../../src/wiring/server.ts'
import type { OpenServer } from '../../src/wiring/server.ts'
import { freshDatabase, tempFolder } from './database.ts'

export type WorldOptions = { env?: Record<string, string>; listen?: boolean; works?: boolean }
export type SignedIn = { userId: number; username: string; headers: { authorization: string } }

/** A whole Hearth on a database of its own, with a clock that stands still until it is moved. */
export type World = AsyncDisposable & {
  deps: Deps
  db: Db
  app: FastifyInstance
  config: Config
  server: OpenServer
  databaseUrl: string
  baseUrl: string
  /** Moves this process's clock. */
  setNow(at: Date | string): void
  advanceMinutes(minutes: number): void
  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Makes a person of this name and role (once) and signs him in. */
  signIn(username: string, standing?: { role?: Role; isAgent?: boolean; mobile?: string | null }): Promise<SignedIn>
  /** How many SQL statements `work` sent. */
  statements(work: () => Promise<unknown>): Promise<number>
}

export const WORLD_STARTS = new Date('2026-11-20T02:00:00.000Z')
const PASSWORD = 'test-password-1'
let passwordHash: Promise<string> | null = null

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const databaseUrl = await freshDatabase(inject('databaseUrl'))
  let statementCount = 0
  let now = WORLD_STARTS.getTime()
  const clock = { now: () => new Date(now), offsetMs: () => 0, close: async () => undefined }
  const port = options.listen ? await freePort() : 8000
  const { config } = readConfig({
    APP_ENV: 'test', PORT: String(port), DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', HEARTH_DATA_DIR: tempFolder(),
    ...options.env,
  })
  const db = openDb({ url: databaseUrl, onStatement: () => (statementCount += 1) })
  const server = await openServer(config, { db, databaseUrl, clock, works: options.works ?? false })
  const app = await buildApp(server.deps, server.desk)
  await (options.listen ? app.listen({ port, host: '127.0.0.1' }) : app.ready())
  const people = new Map<string, SignedIn>()
  return {
    deps: server.deps, db, app, config, server, databaseUrl, baseUrl: config.publicUrl,
    setNow: (at) => void (now = new Date(at).getTime()),
    advanceMinutes: (minutes) => void (now += minutes * 60_000),
    inTx: (work) => inTransaction(db, work),
    signIn: async (username, standing) => {
      const parts = { deps: server.deps, db, app }
      const known = people.get(username) ?? (await signInPerson(parts, username, standing ?? {}))
      people.set(username, known)
      return known
    },
    statements: async (work) => {
      const before = statementCount
      await work()
      return statementCount - before
    },
    [Symbol.asyncDispose]: async () => {
      await app.close()
      await server.close()
      await db.destroy()
    },
  }
}

type Standing = { role?: Role; isAgent?: boolean; mobile?: string | null }

async function signInPerson(w: { deps: Deps; db: Db; app: FastifyInstance }, username: string, standing: Standing) {
  passwordHash ??= hashPassword(PASSWORD)
  const hash = await passwordHash
  const userId = await inTransaction(w.db, (tx) => insertUser(tx, {
    username, mobile: standing.mobile ?? null, email: '', passwordHash: hash, role: standing.role ?? 'individual',
    isAgent: standing.isAgent ?? false, at: w.deps.now(),
  }))
  const answer = await w.app.inject({ method: 'POST', url: '/api/authorizations/', payload: { username, password: PASSWORD } })
  if (answer.statusCode !== 200) throw new Error(`Could not sign in ${username}: ${answer.body}`)
  const { access } = answer.json<{ access: string }>()
  return { userId, username, headers: { authorization: `Bearer ${access}` } }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((give) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => give(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** How many rows a table holds, e.g. to prove that a refusal wrote nothing. */
export async function countOf(w: { db: Db }, table: Parameters<Db['selectFrom']>[0] & string): Promise<number> {
  const row = await w.db.selectFrom(table as 'platform.events').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return Number(row.n)
}

/** What is noted for the audit log of payments, the oldest first. */
export async function auditOf(w: { db: Db }): Promise<Record<string, unknown>[]> {
  const rows = await w.db.selectFrom('platform.audit_facts').select('fact').orderBy('id').execute()
  return rows.map(({ fact }) => fact as Record<string, unknown>)
}
