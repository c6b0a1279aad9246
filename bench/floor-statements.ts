/** A statement that pg prepares once per connection. */
export type Statement = { name: string; text: string }

const card = `
  select p.id, p.name, p.min_price_fen, p.market_price_fen, p.key_spec, p.main_images[1] as image, p.sales_count,
    p.default_sku_id, c.name as category, b.name as brand, s.stock
  from (page) as p join catalog.categories as c on c.id = p.category_id join catalog.brands as b on b.id = p.brand_id
  cross join lateral (
    select sum(l.on_hand_qty - l.held_qty)::int as stock from catalog.skus as k join stock.levels as l on l.sku_id = k.id
    where k.product_id = p.id and k.is_launched) as s
  order by p.created_at desc, p.id desc`

/** What a product card needs, newest first. $1 rows, $2 skipped. */
export const listProducts: Statement = {
  name: 'list_products',
  text: card.replace('(page)', `(select * from catalog.products where is_active
    order by created_at desc, id desc limit $1::int offset $2::bigint)`),
}

/** The same within a minor category, $1. */
export const listByCategory: Statement = {
  name: 'list_by_category',
  text: card.replace('(page)', `(select * from catalog.products where is_active and category_path[2] = $1::bigint
    order by created_at desc, id desc limit $2::int offset $3::bigint)`),
}

/** Products of whose texts all these pairs of letters ($1) are a part, those sold most often first. */
export const searchProducts: Statement = {
  name: 'search_products',
  text: card.replace('(page)', `(select p.* from search.product_words as w join catalog.products as p on p.id = w.product_id
    where w.grams @> $1::text[] and p.is_active order by p.sales_count desc, p.id desc limit $2::int offset $3::bigint)`)
    .replace(/order by p\.created_at desc, p\.id desc$/, 'order by p.sales_count desc, p.id desc'),
}

/** D-13: the SKUs of an item category, $1. */
export const listSkus: Statement = {
  name: 'list_skus',
  text: `
    select k.*, l.on_hand_qty - l.held_qty as stock
    from (select k.id, k.name, k.price_fen, k.market_price_fen, k.image, k.comments_count, k.sales_count, k.product_id,
        k.created_at, p.key_spec, p.warranty_months, p.has_installation
      from catalog.skus as k join catalog.products as p on p.id = k.product_id
      where k.category_id = $1::bigint and k.is_launched and p.is_active
      order by k.created_at desc, k.id desc limit $2::int offset $3::bigint) as k
    left join stock.levels as l on l.sku_id = k.id order by k.created_at desc, k.id desc`,
}

export const totals = {
  products: { name: 'count_products', text: 'select count(*) as n from catalog.products where is_active' },
  byCategory: {
    name: 'count_by_category',
    text: 'select count(*) as n from catalog.products where is_active and category_path[2] = $1::bigint',
  },
  search: {
    name: 'count_search',
    text: `select count(*) as n from search.product_words as w join catalog.products as p on p.id = w.product_id
      where w.grams @> $1::text[] and p.is_active`,
  },
  skus: {
    name: 'count_skus',
    text: `select count(*) as n from catalog.skus as k join catalog.products as p on p.id = k.product_id
      where k.category_id = $1::bigint and k.is_launched and p.is_active`,
  },
} as const satisfies Record<string, Statement>

const whole = `p.*, c.name as category, b.name as brand, (
    select json_agg(json_build_array(k.id, k.name, k.sku_code, k.specs, k.price_fen, k.market_price_fen,
      l.on_hand_qty - l.held_qty, k.image) order by k.sort_order)
    from catalog.skus as k left join stock.levels as l on l.sku_id = k.id
    where k.product_id = p.id and k.is_launched) as skus`
const around = `join catalog.categories as c on c.id = p.category_id join catalog.brands as b on b.id = p.brand_id`

/** A product with its SKUs and their stock. */
export const showProduct: Statement = {
  name: 'show_product', text: `select ${whole} from catalog.products as p ${around} where p.id = $1::bigint and p.is_active`,
}

/** A SKU with its product and the SKUs beside it. */
export const showSku: Statement = {
  name: 'show_sku',
  text: `select ${whole}, u.id as sku_id, u.name as sku_name, u.caption, u.specs, u.price_fen, u.image,
      (select l.on_hand_qty - l.held_qty from stock.levels as l where l.sku_id = u.id) as stock
    from catalog.skus as u join catalog.products as p on p.id = u.product_id ${around}
    where u.id = $1::bigint and p.is_active`,
}
