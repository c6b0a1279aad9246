import { Refusal } from '@hearth/kernel/errors'
import type { Sentence } from '@hearth/kernel/errors'

/** What a file may say of a product and its SKU, one line per SKU, in the order of the template. */
export const columns = [
  { key: 'product_id', zh: '商品编号', en: 'Product number' },
  { key: 'product_code', zh: '商品编码', en: 'Product code' },
  { key: 'name', zh: '商品名称', en: 'Name' },
  { key: 'product_model', zh: '型号', en: 'Model' },
  { key: 'brand', zh: '品牌', en: 'Brand' },
  { key: 'category', zh: '分类', en: 'Category' },
  { key: 'key_spec', zh: '关键参数', en: 'Key spec' },
  { key: 'description', zh: '商品描述', en: 'Description' },
  { key: 'warranty_months', zh: '质保月数', en: 'Warranty months' },
  { key: 'has_installation', zh: '含安装', en: 'Installation included' },
  { key: 'is_active', zh: '商品上架', en: 'On sale' },
  { key: 'sku_code', zh: 'SKU 编码', en: 'SKU code' },
  { key: 'specs', zh: '规格', en: 'Specs' },
  { key: 'barcode', zh: '条码', en: 'Barcode' },
  { key: 'price', zh: '售价', en: 'Price' },
  { key: 'market_price', zh: '市场价', en: 'Market price' },
  { key: 'cost_price', zh: '成本价', en: 'Cost price' },
  { key: 'stock', zh: '在库数量', en: 'Stock on hand' },
  { key: 'is_launched', zh: 'SKU 上架', en: 'SKU on sale' },
] as const satisfies readonly ({ key: string } & Sentence)[]
export type ColumnKey = (typeof columns)[number]['key']

/** Templates and exports by what they are for. */
export const columnsOfKind: Record<'products' | 'prices' | 'stock', readonly ColumnKey[]> = {
  products: columns.map(({ key }) => key),
  prices: ['product_id', 'product_code', 'name', 'sku_code', 'specs', 'price', 'market_price', 'cost_price'],
  stock: ['product_id', 'product_code', 'name', 'sku_code', 'specs', 'stock'],
}
export type BulkKind = keyof typeof columnsOfKind

/** Either says which product it is. */
const naming: readonly string[] = ['product_id', 'product_code']

export type Header = { keys: (ColumnKey | null)[]; unknown: string[] }

/**
 * Which column is which, by the titles of either language or the key. Throws bulk.no_code_column, bulk.column_twice.
 */
export function readHeader(cells: readonly string[]): Header {
  const titles = new Map(columns.flatMap((column) =>
    [column.key, column.zh, column.en].map((title) => [plain(title), column])))
  const found = cells.map((cell) => titles.get(plain(cell)) ?? null)
  for (const [at, column] of found.entries()) {
    if (column && found.indexOf(column) !== at) throw new Refusal('bulk.column_twice', { column: cells[at] })
  }
  if (!found.some((column) => column && naming.includes(column.key))) throw new Refusal('bulk.no_code_column')
  const unknown = cells.filter((cell, at) => cell !== '' && !found[at])
  return { keys: found.map((column) => column?.key ?? null), unknown }
}

function plain(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/[\s_*（()）]/g, '')
}
