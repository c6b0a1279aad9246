import { openDb } from '../apps/server/src/platform/db.ts'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { signInBuyers } from './buyers.ts'
import { adminToken, databaseFor, warmPages } from './size-shops.ts'
import type { Size } from './size-shops.ts'
import { pastOrders, shopRows, withClient } from './shop-rows.ts'
import { SECRET_KEY } from './start-hearth.ts'

export const ORDERS = { small: 1_000, big: 1_000_000 } as const

/** What requests about orders are made of. `buyers` are places of people who have orders in both shops. */
export type OrderSample = {
  orders: { id: number; number: string; buyer: number }[]; tokens: string[]; adminToken: string
}

const SAMPLE = 500

/**
 * Brings a shop with so many past orders up, in a database of its own beside the bench's. Its rows are kept between
 * runs, with the few orders that runs have placed; new migrations run over them as in an upgrade.
 */
export async function openOrderShop(benchUrl: string, size: Size, say: (text: string) => void) {
  const url = await databaseFor(benchUrl, `orders_${size}`)
  const migrations = await migrate(url)
  const isNew = await withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from orders.orders limit 1')
    if (rowCount === 0) {
      say(`Loading ${ORDERS[size]} orders …`)
      await client.query(`begin; set local session_replication_role = replica; ${shopRows} ${pastOrders(ORDERS[size])} commit`)
    }
    if (rowCount === 0 || migrations > 0) await client.query('vacuum (analyze)')
    return rowCount === 0
  })
  if (isNew) say('Loaded.')
  await warmPages(url)
  const tokens = await signInBuyers(url, SECRET_KEY, new Date())
  const db = openDb({ url, maxConnections: 2 })
  try {
    const orders = await db.selectFrom('orders.orders').select(['id', 'number', 'user_id'])
      .where('id', '<=', ORDERS.small).orderBy('id', 'desc').limit(SAMPLE).execute()
    const sample: OrderSample = {
      orders: orders.map((row) => ({ id: row.id, number: row.number, buyer: row.user_id - 1 })), tokens,
      adminToken: await adminToken(db),
    }
    return { url, sample }
  } finally {
    await db.destroy()
  }
}
