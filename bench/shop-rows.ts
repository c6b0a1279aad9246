import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { reindexAll } from '../apps/server/src/modules/catalog/index.ts'
import { INDEX_EDITION } from '../apps/server/src/modules/search/index.ts'
import { openDb } from '../apps/server/src/platform/db.ts'
import { migrate, migrationsDir } from '../apps/server/src/platform/migrate.ts'

export const PRODUCT_QTY = 10_000
export const SKUS_PER_PRODUCT = 3
export const SKU_QTY = PRODUCT_QTY * SKUS_PER_PRODUCT
export const BUYER_QTY = 3_000
const PAST_QTY = 20_000
/** 8 major categories, 5 minors in each, 5 items in each minor; ids follow one another. */
export const MINOR_IDS = { first: 9, qty: 40 }
export const ITEM_IDS = { first: 49, qty: 200 }

/** Whoever looks for a kind of a series finds 25 products. */
export const SERIES = [
  '清风', '云栖', '听澜', '松月', '朗润', '星河', '竹影', '海棠', '初雪', '山岚', '青禾', '晨曦', '静谧', '流光', '沐春', '远山',
  '白露', '长风', '若谷', '知秋', '凌波', '丹青', '玉树', '灵犀', '暖阳',
]
export const KINDS = [
  '空调', '冰箱', '洗衣机', '热水器', '油烟机', '洗碗机', '电视机', '净水器', '烤箱', '燃气灶', '冷柜', '酒柜', '烘干机', '电饭煲', '除湿机', '扫地机',
]

const sqlArray = (texts: readonly string[]) => `array['${texts.join("', '")}']`

// Sizes of texts and lists follow the living shop's: a product row carries about 1.5 kB.
/** The shop itself: categories, brands, products, SKUs, stock, buyers with an address each. */
export const shopRows = `
insert into catalog.categories (id, parent_id, level, name, sort_order, logo) overriding system value
select n, case when n < 9 then null when n < 49 then 1 + (n - 9) / 5 else 9 + (n - 49) / 5 end,
  case when n < 9 then 'major' when n < 49 then 'minor' else 'item' end, '分类 ' || n, n, 'categories/' || n || '.webp'
from generate_series(1, 248) as n order by n;

insert into catalog.brands (id, name, first_letter, logo, created_at, updated_at) overriding system value
select n, '品牌 ' || n, chr(64 + n % 26 + 1), 'brands/' || n || '.webp', '2026-01-01Z', '2026-01-01Z'
from generate_series(1, 60) as n;

insert into catalog.products (id, category_id, category_path, brand_id, name, model, description, key_spec,
  selling_points, parameters, options, main_images, detail_images, warranty_months, has_installation, view_count,
  sales_count, comments_count, created_at, updated_at) overriding system value
select n, item, array[1 + (item - 49) / 25, 9 + (item - 49) / 5, item], 1 + n * 31 % 60,
  '松屿 ' || (${sqlArray(SERIES)})[1 + n % ${SERIES.length}] || '系列新一级能效变频' || (${sqlArray(KINDS)})[1 + n % ${KINDS.length}] || ' ' || n, 'KFR-' || n,
  '出风口可上扬成天幕，冷风贴着屋顶走，不对着人吹。面板和导风板不用工具就能拆下来洗，内机运行安静，夜里几乎听不见。',
  '大1.5 匹 · 新一级能效 · 变频', array['冷风贴顶不直吹', '导风板徒手可拆洗', '睡眠 18 分贝', '漏氟自检'],
  (select jsonb_agg(jsonb_build_array('参数 ' || k, '数值 ' || n || '-' || k || ' W / 5000 W（按所选规格）') order by k)
    from generate_series(1, 10) as k),
  '[{"name": "颜色", "values": ["云白", "岩灰", "雾蓝"]}]',
  array(select 'products/' || n || '/main-' || k || '.webp' from generate_series(1, 4) as k),
  array(select 'products/' || n || '/detail-' || k || '.webp' from generate_series(1, 6) as k),
  72, n % 2 = 0, n * 17 % 5000, n * 7 % 900, n % 40,
  timestamptz '2026-11-01Z' - make_interval(mins => (n * 7919 % 10007) * 11), '2026-11-01Z'
from generate_series(1, ${PRODUCT_QTY}) as n cross join lateral (select 49 + n * 7919 % 200 as item) as c;

insert into catalog.skus (id, product_id, category_id, name, caption, sku_code, specs, price_fen, market_price_fen,
  cost_price_fen, image, sort_order, sales_count, comments_count, created_at, updated_at) overriding system value
select (p.id - 1) * ${SKUS_PER_PRODUCT} + k, p.id, p.category_id, p.name || ' ' || color, '安装费另计', 'S' || p.id || '-' || k,
  jsonb_build_object('颜色', color), 99900 + p.id * 13 % 400000 + k * 10000, 159900 + p.id * 13 % 400000 + k * 10000,
  60000, 'products/' || p.id || '/sku-' || k || '.webp', k, p.id * k % 300, p.id % 13, p.created_at, p.updated_at
from catalog.products as p, unnest(array['云白', '岩灰', '雾蓝']) with ordinality as c (color, k) order by p.id, k;

update catalog.products as p set min_price_fen = s.price_fen, market_price_fen = s.market_price_fen, default_sku_id = s.id
from catalog.skus as s where s.product_id = p.id and s.sort_order = 1;

insert into stock.levels (sku_id, on_hand_qty) select id, 1000000 from catalog.skus order by id;

insert into accounts.users (id, username, username_key, mobile, email, created_at) overriding system value
select n, 'buyer-' || n, 'buyer-' || n, '138' || lpad(n::text, 8, '0'), 'buyer-' || n || '@example.cn', '2026-01-01Z'
from generate_series(1, ${BUYER_QTY}) as n;

insert into customers.addresses (id, user_id, receiver, mobile, province_code, city_code, district_code, detail, is_default,
  created_at) overriding system value
select u.id, u.id, '买家 ' || u.id, u.mobile, c.parent_code, c.code, d.code, '清风路 ' || u.id || ' 号', true, '2026-01-01Z'
from accounts.users as u, (select * from areas.areas where level = 3 order by code limit 1) as d
join areas.areas as c on c.code = d.parent_code;

select setval(pg_get_serial_sequence(t, 'id'), 1000000) from unnest(array['catalog.categories', 'catalog.brands',
  'catalog.products', 'catalog.skus', 'accounts.users', 'customers.addresses']) as t;`

/**
 * Orders of the past with all that stands in the database because of them, made inside PostgreSQL: of a hundred, three
 * are paid, two on their way, seventy-five completed, twenty were never paid. They need empty tables and no triggers.
 */
export function pastOrders(qty: number): string {
  return `
insert into orders.orders (number, user_id, state, goods_fen, payable_fen, item_qty, pay_method, receiver, phone, province,
  city, district, province_code, city_code, district_code, address_detail, cancelled_by, placed_by, placed_at, expires_at,
  paid_at, shipped_at, completed_at, cancelled_at, updated_at)
select '20251101' || lpad(n::text, 14, '0'), u.id, state, 99900, 99900, 1, 'wechat', a.receiver, a.mobile, '北京市',
  '北京市', '东城区', a.province_code, a.city_code, a.district_code, a.detail, case when is_paid then null else 'timeout' end,
  u.id, t, t, case when is_paid then t end, case when state in ('shipped', 'completed') then t end,
  case when state = 'completed' then t end, case when is_paid then null else t end, t
from generate_series(1, ${qty}) as n cross join lateral (
  select timestamptz '2025-11-01Z' + make_interval(secs => n * 20.0) as t, n % 100 < 80 as is_paid,
    case when n % 100 < 3 then 'paid' when n % 100 < 5 then 'shipped' when n % 100 < 80 then 'completed'
      else 'cancelled' end as state) as past
join accounts.users as u on u.id = 1 + n % ${BUYER_QTY} join customers.addresses as a on a.user_id = u.id order by n;

insert into orders.order_lines (order_id, product_id, sku_id, product_name, sku_specs, sku_code, image, qty, unit_price_fen,
  created_at)
select o.id, k.product_id, k.id, k.name, k.specs, k.sku_code, k.image, 1, 99900, o.placed_at
from orders.orders as o join catalog.skus as k on k.id = 1 + o.id * 7 % ${SKU_QTY} order by o.id;

insert into orders.order_moves (order_id, move, from_state, to_state, actor_id, at)
select id, case n when 1 then 'place' else 'past' end, case n when 2 then 'pending' end,
  case n when 1 then 'pending' else state end, user_id, placed_at
from orders.orders, generate_series(1, 2) as n order by id, n;

insert into stock.holds (order_id, sku_id, qty, state, created_at, ended_at)
select l.order_id, l.sku_id, 1, case o.state when 'paid' then 'held' when 'cancelled' then 'released' else 'shipped' end,
  l.created_at, case o.state when 'paid' then null else l.created_at end
from orders.order_lines as l join orders.orders as o on o.id = l.order_id order by l.order_id;

insert into stock.moves (sku_id, change_type, qty, order_id, at)
select sku_id, 'lock', -1, order_id, created_at from orders.order_lines order by order_id;

update stock.levels as l set held_qty = h.qty
from (select sku_id, sum(qty) as qty from stock.holds where state = 'held' group by 1) as h where h.sku_id = l.sku_id;

insert into payments.payments (order_id, order_number, trade_number, user_id, method, amount_fen, state, trade_id,
  expires_at, created_at, updated_at)
select id, number, number, user_id, 'wechat', payable_fen, case when paid_at is null then 'expired' else 'succeeded' end,
  case when paid_at is null then null else 'past-' || id end, placed_at, placed_at, placed_at from orders.orders order by id;

insert into payments.payment_moves (payment_id, event, to_state, at)
select id, 'open', 'init', created_at from payments.payments order by id;

insert into platform.events (type, at, body)
select 'orders.order_placed.v1', placed_at, jsonb_build_object('orderId', id) from orders.orders order by id;

insert into platform.idempotency_keys (scope, key, body_hash, answer, created_at)
select 'placeOrder:' || user_id, 'past-' || id, number, '{}', placed_at from orders.orders order by id;`
}

/**
 * What runs leave behind goes and a past comes, so that every run meets the same shop, and one that has sold: plans
 * made for empty tables would read them whole. The cascade passes tables that refuse to be emptied: these are empty.
 */
const afresh = `
set session_replication_role = replica;
truncate orders.orders, orders.order_lines, orders.order_moves, payments.payments, payments.payment_moves, stock.holds,
  book.entries, book.postings, payments.notices, stock.moves, cart.lines, platform.events, platform.idempotency_keys restart identity cascade;
update stock.levels set held_qty = 0, on_hand_qty = 1000000 where held_qty > 0;

${pastOrders(PAST_QTY)}

insert into cart.lines (user_id, sku_id, qty, is_selected, created_at, updated_at)
select id, id * n, 1, false, '2026-01-01Z', '2026-01-01Z' from accounts.users, generate_series(1, 2) as n;`

/**
 * Brings the bench database up: migrated, with the shop's rows, and nothing of earlier runs. The rows are kept between
 * runs; changed migrations or rows make the database anew. They are made inside PostgreSQL by INSERT … SELECT
 * (`pg` alone cannot COPY from here).
 */
export async function prepareShop(url: string, say: (text: string) => void): Promise<void> {
  const mark = await markOf()
  if ((await markIn(url)) !== mark) {
    say(`Loading ${PRODUCT_QTY} products with ${SKU_QTY} SKUs …`)
    await remakeDatabase(url)
    await migrate(url)
    await withClient(url, (client) => client.query(`begin; ${shopRows} commit`))
    await indexForSearching(url)
    await withClient(url, (client) => client.query(`comment on schema catalog is '${mark}'`))
  }
  await withClient(url, async (client) => {
    await client.query(afresh)
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  })
}

async function indexForSearching(url: string): Promise<void> {
  const db = openDb({ url, maxConnections: 2 })
  try {
    await reindexAll(db)
  } finally {
    await db.destroy()
  }
}

/** Takes away what a broken-off sequence left in carts. */
export function emptyCarts(url: string): Promise<unknown> {
  return withClient(url, (client) => client.query('delete from cart.lines where is_selected'))
}

async function markOf(): Promise<string> {
  const hash = createHash('sha256').update(`${INDEX_EDITION} ${shopRows}`)
  for (const name of (await readdir(migrationsDir)).sort()) hash.update(await readFile(join(migrationsDir, name)))
  return `bench ${hash.digest('hex')}`
}

async function markIn(url: string): Promise<string | null> {
  return withClient(url, async (client) => {
    const { rows: found } = await client.query<{ mark: string | null }>(
      `select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = 'catalog'`)
    return found[0]?.mark ?? null
  })
}

async function remakeDatabase(url: string): Promise<void> {
  const { pathname } = new URL(url)
  const name = pathname.slice(1)
  const beside = new URL(url)
  beside.pathname = '/postgres'
  await withClient(beside.href, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
  })
}

/** Runs one piece of work on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
