import type { OrderView } from '@hearth/client/api/orders'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import { useShop } from './use-shop.ts'

const looks: Record<OrderView['status'], string> = {
  pending: 'text-ember-deep', paid: 'text-teal', shipped: 'text-teal', completed: 'text-muted',
  cancelled: 'text-muted', returning: 'text-amber', refunding: 'text-amber', refunded: 'text-muted',
}

export function StatusWord({ status }: { status: OrderView['status'] }) {
  return <span className={`font-semibold whitespace-nowrap ${looks[status]}`}>{orderStatusLabels[status][useShop().language]}</span>
}
