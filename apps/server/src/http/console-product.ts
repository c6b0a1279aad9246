import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Db } from '../platform/db.ts'
import { selectConsoleProduct } from '../reads/console-product.sql.ts'
import type { Deps } from './deps.ts'
import { productDetailView } from './product-view.ts'

/** A product as administrators see it, active or not; their looks are not counted. Throws catalog.product_not_found. */
export async function consoleProduct({ files }: Deps, db: Db, id: number): Promise<ConsoleProduct> {
  const row = await selectConsoleProduct(db, id)
  if (!row) throw new Refusal('catalog.product_not_found')
  const { supply_price_fen: supplyFen } = row
  return { ...productDetailView(row, files, 0), supply_price: supplyFen === null ? null : yuanText(supplyFen) }
}
