import type { ProductChange } from '@hearth/contracts/catalog-admin'
import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { Files } from '../platform/files.ts'
import type { ChangeRow, PlaceNames } from '../reads/product-changes.sql.ts'

/** Our fields → what the wire calls them. */
const wireNames: Record<string, string> = {
  categoryId: 'category', brandId: 'brand', model: 'product_model', productCode: 'product_code', keySpec: 'key_spec',
  sellingPoints: 'selling_points', options: 'spec_options', mainImages: 'main_images', detailImages: 'detail_images',
  warrantyMonths: 'warranty_months', hasInstallation: 'has_installation', isActive: 'is_active',
  supplyPriceFen: 'supply_price', priceFen: 'price', marketPriceFen: 'market_price', costPriceFen: 'cost_price',
  code: 'sku_code', isLaunched: 'is_launched', productTypeId: 'product_type_id', sortOrder: 'order',
}

/** Which categories and brands a page of changes speaks of. */
export function placesOf(rows: readonly ChangeRow[]): { categoryIds: number[]; brandIds: number[] } {
  const changes = rows.flatMap(({ body }) => body.changes ?? [])
  const idsOf = (field: string) => changes.filter((change) => change.field === field)
    .flatMap(({ from, to }) => [from, to]).filter((id): id is number => typeof id === 'number')
  return { categoryIds: idsOf('categoryId'), brandIds: idsOf('brandId') }
}

/** One thing that happened to a product; values as the product itself has them on the wire, places by their names. */
export function productChangeView(row: ChangeRow, places: PlaceNames, files: Files): ProductChange {
  const { body } = row
  const plain = (body.fields ?? []).filter((field) => field !== 'skus').map((field) => ({ field: wireName(field) }))
  const said = (field: string, value: unknown) => wireValue(field, value, { places, files })
  const changes = body.changes?.map(({ field, from, to }) =>
    ({ field: wireName(field), from: said(field, from), to: said(field, to) }))
  return {
    id: row.id, kind: kindOf(row), changed_by: row.actor_id, changed_by_name: row.actor_name,
    changed_at: isoShanghai(row.at), changes: changes ?? plain,
    skus: (body.skus ?? []).map(({ id, name, code }) => ({ id, name, sku_code: code })),
  }
}

function kindOf({ type, body: { act, fields = [] } }: ChangeRow): ProductChange['kind'] {
  if (type === 'catalog.product_created.v1') return 'created'
  if (act) return ({ added: 'skus_added', changed: 'sku_changed', removed: 'sku_removed' } as const)[act]
  return fields.some((field) => /^skus(\.|$)/.test(field)) ? 'sku_changed' : 'changed'
}

function wireName(field: string): string {
  const own = field.replace(/^skus\./, '')
  return wireNames[own] ?? own
}

function wireValue(field: string, value: unknown, { places, files }: { places: PlaceNames; files: Files }): unknown {
  if (value === null) return null
  if (field.endsWith('Fen')) return yuanText(Number(value))
  if (field === 'categoryId') return places.categories.get(Number(value)) ?? `#${value}`
  if (field === 'brandId') return places.brands.get(Number(value)) ?? `#${value}`
  if (field === 'image') return files.url(String(value))
  if (field === 'mainImages' || field === 'detailImages') return (value as string[]).map(files.url)
  if (field === 'parameters') return (value as [string, string][]).map(([name, text]) => ({ name, value: text }))
  if (field === 'manuals') {
    return (value as { title: string; url: string }[]).map(({ title, url }) => ({ title, url: files.url(url) }))
  }
  if (field !== 'options') return value
  return Object.fromEntries((value as { name: string; values: string[] }[]).map(({ name, values }) => [name, values]))
}
