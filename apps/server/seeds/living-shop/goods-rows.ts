import { sql } from 'kysely'
import type { Tx } from '../../src/platform/db.ts'
import { productTypeOf } from '../catalogue/index.ts'
import { demoManualPath } from '../demo-manuals.ts'
import type { Goods, Product, Sku } from './goods.ts'
import { openRandom } from './random.ts'
import type { Row, ShopRows } from './rows.ts'

type GoodsRows = Pick<ShopRows,
  'catalog.categories' | 'catalog.brands' | 'lifecycle.product_types' | 'catalog.products' | 'catalog.skus'>

/** `soldQty`: SKU id → pieces of completed orders. */
export function goodsRows(goods: Goods, soldQty: ReadonlyMap<number, number>): GoodsRows {
  const random = openRandom('views')
  const sold = (skus: readonly Sku[]) => skus.reduce((sum, sku) => sum + (soldQty.get(sku.id) ?? 0), 0)
  return {
    'catalog.categories': goods.categories.map(({ id, seed, parentId, sortOrder, logo }) => ({
      id, parent_id: parentId, level: seed.level, name: seed.name, sort_order: sortOrder, logo,
    })),
    'catalog.brands': goods.brands.map(({ id, seed, sortOrder, logo, createdAt }) => ({
      id, name: seed.name, first_letter: seed.firstLetter, logo, description: seed.description, sort_order: sortOrder,
      is_active: true, created_at: createdAt, updated_at: createdAt,
    })),
    'lifecycle.product_types': goods.products.map(typeRow),
    'catalog.products': goods.products.map((product) =>
      productRow(product, sold(product.skus), sold(product.skus) * random.int(18, 32) + random.int(40, 900))),
    'catalog.skus': goods.products.flatMap((product) =>
      product.skus.map((sku) => skuRow(product, sku, soldQty.get(sku.id) ?? 0))),
  }
}

function typeRow({ id, seed, createdAt }: Product): Row<'lifecycle.product_types'> {
  const { name, model, specification, warrantyMonths } = productTypeOf(seed)
  return {
    id, name, model, specification, warranty_months: warrantyMonths, description: '', created_at: createdAt,
    updated_at: createdAt,
  }
}

function productRow(product: Product, salesQty: number, viewQty: number): Row<'catalog.products'> {
  const { id, seed, createdAt } = product
  return {
    id, category_id: product.categoryId, category_path: product.categoryPath, brand_id: product.brandId,
    name: seed.name, model: seed.model, product_code: null, source: 'local', description: seed.description,
    key_spec: seed.keySpec, selling_points: seed.sellingPoints, parameters: seed.parameters, options: seed.options,
    main_images: product.mainImages, detail_images: product.detailImages, warranty_months: seed.warrantyMonths,
    has_installation: seed.hasInstallation, is_active: true,
    manuals: [{ title: '使用说明书', url: demoManualPath(id) }], min_price_fen: 0, market_price_fen: null,
    default_sku_id: null, view_count: viewQty, sales_count: salesQty, comments_count: 0, created_at: createdAt,
    updated_at: createdAt,
  }
}

function skuRow(product: Product, { id, at, seed, image }: Sku, salesQty: number): Row<'catalog.skus'> {
  return {
    id, product_id: product.id, category_id: product.categoryId,
    name: [product.seed.name, ...Object.values(seed.options)].join(' '), caption: seed.caption, sku_code: seed.code,
    specs: seed.options, price_fen: seed.priceFen, market_price_fen: seed.marketPriceFen,
    cost_price_fen: seed.costPriceFen, image, is_launched: true, product_type_id: product.id, sort_order: at,
    sales_count: salesQty, comments_count: 0, created_at: product.createdAt, updated_at: product.createdAt,
  }
}

/** Every product's price and default SKU are those of its cheapest SKU, as when the catalog writes one. */
export async function pointToDefaultSkus(tx: Tx): Promise<void> {
  await sql`
    update catalog.products as p
    set min_price_fen = s.price_fen, market_price_fen = s.market_price_fen, default_sku_id = s.id
    from (select distinct on (product_id) product_id, id, price_fen, market_price_fen from catalog.skus
      order by product_id, is_launched desc, price_fen, sort_order, id) as s
    where p.id = s.product_id`.execute(tx)
}
