import { generateCatalogue } from '../apps/server/seeds/generated/generate.ts'
import { createPerson, hashPassword, openSession, openTokens } from '../apps/server/src/modules/accounts/index.ts'
import { inTransaction, openDb } from '../apps/server/src/platform/db.ts'
import type { Db } from '../apps/server/src/platform/db.ts'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { withClient } from './shop-rows.ts'
import { SECRET_KEY } from './start-hearth.ts'

export const SIZES = { small: 120, big: 100_000 } as const
export type Size = keyof typeof SIZES

/** What of a shop its requests are made of, in an order that chance decided once. */
export type Sample = {
  productIds: number[]
  skuIds: number[]
  models: string[]
  majorIds: number[]
  /** Brand and item category of products that there are. */
  pairs: { brand: string; category: string }[]
  fullPages: number
  adminToken: string
}
export type SizedShop = { url: string; sample: Sample }

const SEED = 7
const SKUS_PER_PRODUCT = 3
const SAMPLE = 500
const ADMIN = 'bench_keeper'
const PAGE = 20

/**
 * Brings a shop of this size up, in a database of its own beside the bench's. Its rows are kept between runs; new
 * migrations run over them as in an upgrade.
 */
export async function openSizedShop(benchUrl: string, size: Size, say: (text: string) => void): Promise<SizedShop> {
  const url = await databaseFor(benchUrl, `size_${size}`)
  const migrations = await migrate(url)
  const db = openDb({ url, maxConnections: 2 })
  try {
    const { qty } = await db.selectFrom('catalog.products').select((eb) => eb.fn.countAll<number>().as('qty'))
      .executeTakeFirstOrThrow()
    if (Number(qty) < SIZES[size]) {
      say(`Loading ${SIZES[size]} products …`)
      await generateCatalogue(db, { products: SIZES[size], skusPerProduct: SKUS_PER_PRODUCT, seed: SEED, say })
    }
    if (Number(qty) < SIZES[size] || migrations > 0) await withClient(url, (client) => client.query('vacuum (full, analyze)'))
    await warmPages(url)
    return { url, sample: await sampleOf(url, await adminToken(db)) }
  } finally {
    await db.destroy()
  }
}

/** The address of a database beside the bench's; it is made when it is not there. */
export async function databaseFor(benchUrl: string, name: string): Promise<string> {
  const url = new URL(benchUrl)
  url.pathname = '/postgres'
  await withClient(url.href, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${name}`)
  })
  url.pathname = `/${name}`
  return url.href
}

/** Reads every table and index into PostgreSQL's memory, where they are in a shop that has been open for a while. */
export async function warmPages(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('create extension if not exists pg_prewarm')
    await client.query(`select pg_prewarm(c.oid) from pg_class as c where c.relkind in ('r', 'i')
      and c.relnamespace::regnamespace::text not in ('pg_catalog', 'pg_toast', 'information_schema')`)
  })
}

async function sampleOf(url: string, token: string): Promise<Sample> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Record<'id' | 'sku_id' | 'model' | 'brand' | 'category', string>>(`
      select p.id, p.default_sku_id as sku_id, p.model, b.name as brand, c.name as category from catalog.products as p
      join catalog.brands as b on b.id = p.brand_id join catalog.categories as c on c.id = p.category_id
      where p.is_active order by md5(p.id::text) limit ${SAMPLE}`)
    const { rows: majors } = await client.query<{ id: string }>(`
      select category_path[1] as id from catalog.products where is_active group by 1 having count(*) >= 10 order by 1`)
    const { rows: [counted] } = await client.query<{ n: string }>('select count(*) as n from catalog.products where is_active')
    return {
      productIds: rows.map((row) => Number(row.id)), skuIds: rows.map((row) => Number(row.sku_id)),
      models: rows.map((row) => row.model), majorIds: majors.map((row) => Number(row.id)),
      pairs: rows.map(({ brand, category }) => ({ brand, category })), adminToken: token,
      fullPages: Math.floor(Number(counted?.n ?? 0) / PAGE),
    }
  })
}

/** A token of an administrator, who is made when there is none. */
export async function adminToken(db: Db): Promise<string> {
  const at = new Date()
  const tokens = await openTokens(db, [SECRET_KEY], 1)
  const known = await db.selectFrom('accounts.users').select('id').where('username', '=', ADMIN).executeTakeFirst()
  const person = { username: ADMIN, mobile: null, passwordHash: await hashPassword('bench-password-1'), actorId: null, at }
  const userId = known?.id ?? await inTransaction(db, (tx) => createPerson(tx, { ...person, role: 'admin' }))
  const device = { userAgent: 'bench', address: '127.0.0.0', deviceId: null }
  return inTransaction(db, async (tx) => (await openSession(tx, tokens, { userId, device, refreshDays: 1, at })).access)
}
