import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ExportQuery } from '@hearth/contracts/bulk'
import { dayOf } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import { columns, columnsOfKind } from '../modules/bulk/index.ts'
import type { BulkKind, ColumnKey } from '../modules/bulk/index.ts'
import { countExportRows, selectExportRows } from '../reads/catalog-export.sql.ts'
import type { ExportRow } from '../reads/catalog-export.sql.ts'
import type { ProductFilter } from '../reads/product-list.sql.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './language.ts'
import type { Language } from './language.ts'
import { productFilter } from './product-input.ts'
import { productSearch } from './product-search.ts'
import { sendSheet, sheetAsked, titleRow } from './sheets.ts'

const PRODUCTS_AT_ONCE = 500
/** What a sheet of Excel can hold, with room for its first row. */
const MOST_IN_EXCEL = 1_000_000
const amount = (fen: number | null) => (fen === null ? '' : yuanText(fen))

/** Products with their SKUs, prices or stock as a file that an import reads again. */
export const exportRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/products/export/', {
    config: { access: 'admin' }, schema: { querystring: ExportQuery },
  }, async (request, reply) => {
    const { kind, format } = sheetAsked(request.query)
    const filter = { ...productFilter(request), search: await productSearch(deps, request.query.search) }
    if (format === 'xlsx' && await countExportRows(deps.db, filter) > MOST_IN_EXCEL) {
      throw new Refusal('bulk.too_many_to_excel', { most: MOST_IN_EXCEL })
    }
    const day = dayOf(deps.now())
    const rows = rowsOf(deps, filter, { kind, language: languageOf(request) })
    return sendSheet(reply, { name: `${kind}-${day}`, format, rows })
  })
}

type Sheet = { kind: BulkKind; language: Language }

async function* rowsOf({ db }: Deps, filter: ProductFilter, { kind, language }: Sheet): AsyncGenerator<string[][]> {
  yield [titleRow(kind, language)]
  const keys = columns.map(({ key }) => key).filter((key) => columnsOfKind[kind].includes(key))
  const yesOrNo = language === 'zh' ? ['是', '否'] as const : ['yes', 'no'] as const
  const cellOf = cells((isSo) => (isSo ? yesOrNo[0] : yesOrNo[1]))
  for (let after = 0; ;) {
    const rows = await selectExportRows(db, filter, { after, products: PRODUCTS_AT_ONCE })
    if (rows.length === 0) return
    yield rows.map((row) => keys.map((key) => cellOf[key](row)))
    after = rows.at(-1)?.product_id ?? after
  }
}

function cells(said: (isSo: boolean) => string): Record<ColumnKey, (row: ExportRow) => string> {
  return {
    product_id: (row) => String(row.product_id), product_code: (row) => row.product_code,
    name: (row) => row.name, product_model: (row) => row.model,
    brand: (row) => row.brand, category: (row) => row.category, key_spec: (row) => row.key_spec,
    description: (row) => row.description, warranty_months: (row) => String(row.warranty_months),
    has_installation: (row) => said(row.has_installation), is_active: (row) => said(row.is_active),
    sku_code: (row) => row.sku_code, barcode: (row) => row.barcode,
    specs: (row) => Object.entries(row.specs).map(([name, value]) => `${name}=${value}`).join(';'),
    price: (row) => amount(row.price_fen), market_price: (row) => amount(row.market_price_fen),
    cost_price: (row) => amount(row.cost_price_fen), stock: (row) => String(row.on_hand_qty),
    is_launched: (row) => said(row.is_launched),
  }
}
