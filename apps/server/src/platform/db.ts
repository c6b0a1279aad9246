import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { PostgresPoolClient, Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './tables.ts'

/** A handle for reading and for opening transactions. Whatever writes takes a {@link Tx}. */
export type Db = Kysely<DB>

declare const opened: unique symbol
/** An open transaction. Only {@link inTransaction} makes one, so a bare {@link Db} does not type-check in its place. */
export type Tx = Transaction<DB> & { readonly [opened]: true }

type Heard = (sqlText: string) => void

export type DbOptions = {
  url: string
  maxConnections?: number
  /** Hears every statement with its SQL before it is sent; tests count them, or crash there. */
  onStatement?: Heard
  /** Hears every statement when it has been answered. */
  onAnswer?: Heard
}

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return safeInteger
    if (oid === INT8_ARRAY) return (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(safeInteger))
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
}

/** `int8` arrives as text; ids and fen fit a safe integer, and what does not is a fault. */
export function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${text}`)
  return value
}

/** Opens the pool. Every statement goes out named, hence prepared once per connection. */
export function openDb(options: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 12,
    types: types as pg.CustomTypesConfig,
    application_name: 'hearth',
    connectionTimeoutMillis: 5_000,
  })
  // A connection that the server closed while idle is replaced by the pool; without a listener it would end us.
  pool.on('error', () => undefined)
  const wrappers = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const connect = async () => {
    const client = await pool.connect()
    const known = wrappers.get(client) ?? namedClient(client, options)
    wrappers.set(client, known)
    return known
  }
  const namingPool = { connect, end: () => pool.end(), options: {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: namingPool as never }) })
}

function namedClient(client: pg.PoolClient, { onStatement, onAnswer }: DbOptions): PostgresPoolClient {
  return {
    query: async (text: unknown, values?: readonly unknown[]) => {
      if (typeof text !== 'string') return client.query(text as never)
      onStatement?.(text)
      const name = statementName(text)
      const asked = client.query({ ...(name ? { name } : {}), text, values: [...(values ?? [])] })
      if (!onAnswer) return asked
      const answer = await asked
      onAnswer(text)
      return answer
    },
    release: () => client.release(),
  } as unknown as PostgresPoolClient
}

const names = new Map<string, string>()
const NAMES_KEPT = 2_000

/** The name under which a statement is prepared: the hash of its SQL. Transaction control stays unnamed. */
function statementName(text: string): string | null {
  const known = names.get(text)
  if (known) return known
  if (names.size >= NAMES_KEPT || !/^\s*(select|insert|update|delete|with)\b/i.test(text)) return null
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

const RETRIED = new Set(['40001', '40P01'])
const ATTEMPTS = 3

/**
 * Runs `work` in one READ COMMITTED transaction and commits it; whatever it throws rolls everything back.
 * After a serialization failure or a deadlock the whole of `work` runs again, at most three times in all, so it has no
 * effect outside the database.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((transaction) => work(transaction as Tx))
    } catch (fault) {
      if (attempt >= ATTEMPTS || !RETRIED.has(sqlState(fault) ?? '')) throw fault
    }
  }
}

/** Runs `work` inside the transaction; what it throws undoes all it wrote, and the transaction goes on. */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint step`.execute(tx)
  try {
    const answer = await work()
    await sql`release savepoint step`.execute(tx)
    return answer
  } catch (fault) {
    await sql`rollback to savepoint step`.execute(tx)
    throw fault
  }
}

/** Tries `work` out: what it answers is true, what it wrote is taken back. */
export async function takenBack<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint tried`.execute(tx)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint tried`.execute(tx)
  }
}

/**
 * Lets this connection plan its statements anew. A transaction that fills tables needs it: nobody else sees their new
 * size, so plans made when they were small would read them whole, over and over.
 */
export async function forgetPlans(tx: Tx): Promise<void> {
  await sql`discard plans`.execute(tx)
}

/** The SQLSTATE of a database error, e.g. `23505` for a broken unique constraint; null for anything else. */
export function sqlState(fault: unknown): string | null {
  const code = fault instanceof Error ? (fault as Error & { code?: unknown }).code : null
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}
