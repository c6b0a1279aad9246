import { sql } from 'kysely'
import type { Loading } from '../src/cli/living-shop.ts'
import { hashPassword } from '../src/modules/accounts/index.ts'
import { indexProductsOf } from '../src/modules/catalog/index.ts'
import type { Db, Tx } from '../src/platform/db.ts'
import { inTransaction } from '../src/platform/db.ts'
import { storeFrontPictures } from './living-shop/front-pictures.ts'
import { pointToDefaultSkus } from './living-shop/goods-rows.ts'
import type { LivingShop } from './living-shop/make-shop.ts'
import { makeShop, rowsOf } from './living-shop/make-shop.ts'
import { putPart } from './living-shop/parts.ts'
import { insertRows } from './living-shop/rows.ts'
import type { ShopRows } from './living-shop/rows.ts'

/**
 * Fills an empty database with the living shop: the demo accounts, the catalogue, three months of orders with their
 * money at the simulated Alipay, and the machines that went out. Everything lies on dates before `deps.now()`.
 * All rows are written in one transaction: after a crash the database is as empty as before, or knows what is still to
 * come. The pictures that the shop shows first are drawn meanwhile; all others when they are first asked for.
 */
export async function loadLivingShop({ deps, desk, say }: Loading): Promise<void> {
  const { freightFen, freeShippingFen, orderTimeoutMs } = deps.config
  const shop = makeShop(deps.now(), { freightFen, freeShippingFen, timeoutMs: orderTimeoutMs })
  const rows = rowsOf(shop, {
    hashes: await hashesOf(shop), areas: await areaNames(deps.db), publicUrl: deps.config.publicUrl,
  })
  const written = timed(inTransaction(deps.db, (tx) => writeShop(tx, rows, desk && deps.now())), (seconds) =>
    say(`  ${rows['orders.orders'].length} orders, ${rows['lifecycle.units'].length} units, ` +
      `${rows['catalog.skus'].length} SKUs written (${seconds} s)`))
  say('  Drawing the first pictures …')
  const drawing = timed(storeFrontPictures(shop.goods, deps.files.folder), (seconds, { drawn, left }) =>
    say(`  ${drawn} pictures drawn (${seconds} s)${left > 0 ? `, ${left} left for when they are first shown` : ''}`))
  await Promise.all([written, drawing])
  await analyze(deps.db, rows)
}

/** `toldAt`: the stories of money come next; null where no company is simulated, and so nothing can be told of any. */
async function writeShop(tx: Tx, rows: ShopRows, toldAt: Date | null): Promise<void> {
  await writeRows(tx, rows, toldAt !== null)
  if (toldAt) await putPart(tx, 'stories', toldAt)
}

async function writeRows(tx: Tx, rows: ShopRows, hasDesk: boolean): Promise<void> {
  for (const [table, list] of Object.entries(rows) as [keyof ShopRows, object[]][]) {
    if (hasDesk || !table.startsWith('sim.')) await insertRows(tx, table, list)
    if (table === 'catalog.skus') await pointToDefaultSkus(tx)
  }
  await indexProductsOf(tx, { productIds: rows['catalog.products'].map((row) => Number(row.id)) })
}

/** Each password is hashed once, however many people have it. */
async function hashesOf({ people }: LivingShop): Promise<Map<string, string>> {
  const passwords = [...new Set(people.map((person) => person.password))]
  const hashes = await Promise.all(passwords.map(async (password) => [password, await hashPassword(password)] as const))
  return new Map(hashes)
}

async function areaNames(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('areas.areas').select(['code', 'name']).execute()
  return new Map(rows.map((row) => [row.code, row.name]))
}

/** Tells the planner what is there now, since nothing else has looked at these tables yet. */
async function analyze(db: Db, rows: ShopRows): Promise<void> {
  const tables = (Object.keys(rows) as (keyof ShopRows)[]).filter((table) => !table.startsWith('sim.'))
  const named = [...tables, 'search.product_words'].map((table) => sql.table(table))
  await sql`analyze ${sql.join(named)}`.execute(db)
}

async function timed<T>(work: Promise<T>, done: (seconds: string, result: T) => void): Promise<T> {
  const startedAt = performance.now()
  const result = await work
  done(((performance.now() - startedAt) / 1_000).toFixed(1), result)
  return result
}
