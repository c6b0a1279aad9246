import type { SettlementView } from '@hearth/contracts/orders'
import { yuanText } from '@hearth/kernel/money'
import { DELIVERY_HOURS, deliveryDays, freightFor } from '../modules/orders/index.ts'
import type { Settlement, SettlementRow } from '../reads/settlement.sql.ts'
import type { Deps } from './deps.ts'
import { termsOf } from './order-input.ts'

/** What would be ordered now and what it costs (D-19). What cannot be had stands aside and costs nothing. */
export function settlementView(
  deps: Deps, { rows, unavailable }: Settlement, { chargesFreight }: { chargesFreight: boolean },
): SettlementView {
  const terms = termsOf(deps)
  const goodsFen = rows.reduce((sum, row) => sum + row.price_fen * row.qty, 0)
  const freightFen = chargesFreight && rows.length > 0 ? freightFor(goodsFen, terms) : 0
  const isInstalled = rows.some((row) => row.has_installation)
  return {
    freight: yuanText(freightFen), total_amount: yuanText(goodsFen), actual_amount: yuanText(goodsFen + freightFen),
    total_count: rows.reduce((sum, row) => sum + row.qty, 0), skus: rows.map((row) => skuView(row, deps)),
    unavailable: unavailable.map((row) => ({ ...skuView(row, deps), reason: row.reason })),
    delivery: isInstalled ? { days: deliveryDays(deps.now(), terms), hours: [...DELIVERY_HOURS] } : null,
  }
}

function skuView(row: SettlementRow, { files }: Deps): SettlementView['skus'][number] {
  const seenFen = row.seen_price_fen
  return {
    id: row.sku_id, product_id: row.product_id, name: row.product_name, default_image_url: files.url(row.image),
    price: yuanText(row.price_fen),
    price_then: seenFen === null || seenFen === row.price_fen ? null : yuanText(seenFen),
    count: row.qty, specs: row.specs, stock: row.free_qty, has_installation: row.has_installation,
  }
}
