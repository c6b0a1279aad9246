import Fastify from 'fastify'
import { randomInt } from 'node:crypto'
import pg from 'pg'
import { serveParent } from './child.ts'
import { placeFloorOrder } from './floor-order.ts'
import type { FloorOrder } from './floor-order.ts'
import { listByCategory, listProducts, listSkus, searchProducts, showProduct, showSku, totals } from './floor-statements.ts'
import type { Statement } from './floor-statements.ts'

// What the same hardware gives when nothing is in the way: plain routes, each one named prepared statement through pg,
// no sessions, no checks, no headers. Totals of lists are kept for 3 s, as Hearth keeps them.
const PAGE_SIZE = 20
const TOTAL_KEPT_MS = 3_000
const CONNECTIONS = 12

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: CONNECTIONS })
const app = Fastify()

type Listed = { Querystring: { page?: string; category_id?: string; words?: string } }
type One = { Params: { id: string } }

app.get<Listed>('/products', async ({ query }) => page(listProducts, totals.products, query))
app.get<Listed>('/products/by_category', async ({ query }) => page(listByCategory, totals.byCategory, query))
app.get<Listed>('/products/search', async ({ query }) => page(searchProducts, totals.search, query))
app.get<Listed>('/skus', async ({ query }) => page(listSkus, totals.skus, query))
app.get<One>('/products/:id', async ({ params }) => (await pool.query({ ...showProduct, values: [params.id] })).rows[0])
app.get<One>('/skus/:id', async ({ params }) => (await pool.query({ ...showSku, values: [params.id] })).rows[0])
app.post<{ Body: FloorOrder }>('/orders', async ({ body }, reply) => {
  const number = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}${String(randomInt(1e8)).padStart(8, '0')}`
  return reply.code(201).send(await placeFloorOrder(pool, body, number))
})

const kept = new Map<string, { total: Promise<number>; at: number }>()

async function page(list: Statement, total: Statement, query: Listed['Querystring']) {
  const at = Number(query.page ?? 1)
  const narrowed = query.words === undefined ? [query.category_id].filter(Boolean) : [pairsOf(query.words)]
  const [{ rows }, count] = await Promise.all([
    pool.query({ ...list, values: [...narrowed, PAGE_SIZE, (at - 1) * PAGE_SIZE] }), totalOf(total, narrowed),
  ])
  return { results: rows, total: count, page: at, total_pages: Math.ceil(count / PAGE_SIZE) }
}

function pairsOf(words: string): string[] {
  return words.split(' ').flatMap((word) => [...word].slice(1).map((letter, at) => `${word[at]}${letter}`))
}

function totalOf(statement: Statement, values: unknown[]): Promise<number> {
  const key = `${statement.name} ${values.join()}`
  const known = kept.get(key)
  if (known && performance.now() - known.at < TOTAL_KEPT_MS) return known.total
  const total = pool.query<{ n: string }>({ ...statement, values }).then(({ rows }) => Number(rows[0]?.n))
  kept.set(key, { total, at: performance.now() })
  return total
}

process.on('SIGTERM', () => void app.close().then(() => pool.end()).then(() => process.exit(0)))
serveParent(await app.listen({ port: 0, host: '127.0.0.1' }))
