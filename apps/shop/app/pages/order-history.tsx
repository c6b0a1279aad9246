import type { OrderDetail } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { minuteText } from '@hearth/client/view/dates'
import { spokenNote } from '@hearth/kernel/order-notes'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import type { OrderStatus } from '@hearth/kernel/order-status'
import { Fold } from '../parts/fold.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'

/** Everything that happened to the order, the newest first; who of the staff it was stays inside. */
export function OrderHistory({ rows }: { rows: OrderDetail['status_history'] }) {
  const texts = useTexts(ordersTexts)
  const { language } = useShop()
  const labelOf = (status: string) => orderStatusLabels[status as OrderStatus]?.[language] ?? status
  return (
    <Fold title={texts.history} className="mt-5 rounded-card border border-line px-4 py-1 text-sm md:px-6">
      <ol className="mt-2 space-y-3 pb-5">
        {[...rows].reverse().map((row, at) => (
          <li key={at} className="flex flex-wrap gap-x-4">
            <time className="num w-36 shrink-0 text-muted">{minuteText(row.created_at)}</time>
            <span className="min-w-0 flex-1">
              {row.from_status === row.to_status ? texts.changed : labelOf(row.to_status)}
              {row.note ? <span className="block text-muted">{spokenNote(row.note, language)}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  )
}
