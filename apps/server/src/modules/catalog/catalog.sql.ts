import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { NewBrand, NewCategory, NewProduct, SkuForSale } from './product.ts'

export async function insertCategory(tx: Tx, category: NewCategory): Promise<number> {
  const row = await tx.insertInto('catalog.categories').values({
    name: category.name, level: category.level, parent_id: category.parentId, sort_order: category.sortOrder,
    logo: category.logo,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertBrand(tx: Tx, brand: NewBrand): Promise<number> {
  const row = await tx.insertInto('catalog.brands').values({
    name: brand.name, first_letter: brand.firstLetter, logo: brand.logo, description: brand.description,
    sort_order: brand.sortOrder, is_active: brand.isActive ?? true, created_at: brand.at, updated_at: brand.at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** The category and its ancestors, the major first; empty when there is no such category. */
export async function selectCategoryPath(db: Db | Tx, categoryId: number): Promise<number[]> {
  const { rows } = await sql<{ path: number[] }>`
    with recursive up as (
      select id, parent_id, 1 as height from catalog.categories where id = ${categoryId}
      union all select c.id, c.parent_id, height + 1 from catalog.categories as c join up on c.id = up.parent_id
    )
    select coalesce(json_agg(id order by height desc), '[]') as path from up`.execute(db)
  return rows[0]?.path ?? []
}

export async function insertProductRow(tx: Tx, product: NewProduct, categoryPath: number[]): Promise<number> {
  const row = await tx.insertInto('catalog.products').values({
    category_id: product.categoryId, category_path: categoryPath, brand_id: product.brandId, name: product.name,
    model: product.model, product_code: product.productCode ?? null, source: product.source ?? 'local',
    description: product.description, key_spec: product.keySpec, selling_points: product.sellingPoints,
    parameters: JSON.stringify(product.parameters), options: JSON.stringify(product.options),
    main_images: product.mainImages, detail_images: product.detailImages, warranty_months: product.warrantyMonths,
    has_installation: product.hasInstallation, is_active: product.isActive ?? true,
    sales_count: product.salesQty ?? 0, view_count: product.viewQty ?? 0,
    created_at: product.at, updated_at: product.at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** @returns the ids in the order of `product.skus` */
export async function insertSkuRows(tx: Tx, productId: number, product: NewProduct): Promise<number[]> {
  const rows = await tx.insertInto('catalog.skus').values(product.skus.map((sku, at) => ({
    product_id: productId, category_id: product.categoryId, sku_code: sku.code, caption: sku.caption,
    name: sku.name ?? [product.name, ...Object.values(sku.specs)].join(' '), specs: JSON.stringify(sku.specs),
    price_fen: sku.priceFen, market_price_fen: sku.marketPriceFen, cost_price_fen: sku.costPriceFen, image: sku.image,
    is_launched: sku.isLaunched ?? true, product_type_id: sku.productTypeId, sort_order: at,
    sales_count: sku.salesQty ?? 0, created_at: product.at, updated_at: product.at,
  }))).returning(['id', 'sort_order']).execute()
  return rows.sort((a, b) => a.sort_order - b.sort_order).map((row) => row.id)
}

/** A product's price and default SKU are those of its cheapest launched SKU; of any, when none is launched. */
export async function followSkus(tx: Tx, productId: number): Promise<void> {
  await sql`
    update catalog.products as p
    set min_price_fen = s.price_fen, market_price_fen = s.market_price_fen, default_sku_id = s.id
    from (select id, price_fen, market_price_fen from catalog.skus where product_id = ${productId}
      order by is_launched desc, price_fen, sort_order, id limit 1) as s
    where p.id = ${productId}`.execute(tx)
}

// The array stands in a subselect so that one plan serves every list of SKUs.
export async function selectSkusForSale(db: Db | Tx, skuIds: readonly number[]): Promise<SkuForSale[]> {
  const { rows } = await sql<SkuForSale>`
    select s.id as "skuId", p.id as "productId", p.name as "productName", s.name as "skuName", s.sku_code as "skuCode",
      s.specs, coalesce(nullif(s.image, ''), p.main_images[1], '') as image, s.price_fen as "priceFen",
      s.is_launched and p.is_active as "isForSale", s.product_type_id as "productTypeId", p.has_installation as "hasInstallation",
      p.default_sku_id is not distinct from s.id as "defaultForProduct"
    from catalog.skus as s join catalog.products as p on p.id = s.product_id
    where s.id = any((select ${[...skuIds]}::bigint[])::bigint[]) order by s.id`.execute(db)
  return rows
}

export async function selectDefaultSku(db: Db | Tx, productId: number): Promise<number | null> {
  const row = await db.selectFrom('catalog.products').select('default_sku_id').where('id', '=', productId)
    .executeTakeFirst()
  return row?.default_sku_id ?? null
}

export async function selectDefaultSkus(db: Db | Tx, productIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; sku_id: number }>`
    select id, default_sku_id as sku_id from catalog.products
    where id = any((select ${[...productIds]}::bigint[])::bigint[]) and default_sku_id is not null`.execute(db)
  return new Map(rows.map((row) => [row.id, row.sku_id]))
}

export type Sale = { skuId: number; productId: number; qty: number }

/** How much is added to the counter of which row. */
export type Addition = { id: number; qty: number }

/** Adds to the sales counters of SKUs; rows are locked by id. */
export async function addSkuSales(tx: Tx, sold: readonly Addition[]): Promise<void> {
  await sql`
    with sold as (${additions(sold)}),
    locked as (select id from catalog.skus where id in (select id from sold) order by id for no key update)
    update catalog.skus as s set sales_count = s.sales_count + sold.qty
    from sold join locked on locked.id = sold.id where s.id = sold.id`.execute(tx)
}

/** Adds to the sales counters of products; rows are locked by id. */
export async function addProductSales(tx: Tx, sold: readonly Addition[]): Promise<void> {
  await sql`
    with sold as (${additions(sold)}),
    locked as (select id from catalog.products where id in (select id from sold) order by id for no key update)
    update catalog.products as p set sales_count = p.sales_count + sold.qty
    from sold join locked on locked.id = sold.id where p.id = sold.id`.execute(tx)
}

/** Adds to the view counters of products; rows are locked by id. */
export async function addProductViews(tx: Tx, seen: readonly Addition[]): Promise<void> {
  await sql`
    with seen as (${additions(seen)}),
    locked as (select id from catalog.products where id in (select id from seen) order by id for no key update)
    update catalog.products as p set view_count = p.view_count + seen.qty
    from seen join locked on locked.id = seen.id where p.id = seen.id`.execute(tx)
}

function additions(all: readonly Addition[]) {
  const ids = all.map(({ id }) => id)
  const quantities = all.map(({ qty }) => qty)
  return sql`select * from unnest(${ids}::bigint[], ${quantities}::int[]) as t (id, qty)`
}
