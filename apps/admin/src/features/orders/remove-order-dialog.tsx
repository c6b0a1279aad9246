import type { OrderView } from '@hearth/contracts/orders'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'
import { useOrdersChanged } from './orders-changed.ts'

type DialogProps = { order: OrderView; onClose: () => void; onRemoved?: () => void }

/** Takes a cancelled order without money off every list. Administrators only. */
export function RemoveOrderDialog({ order, onClose, onRemoved }: DialogProps) {
  const t = useTexts().orders.removing
  const removing = useStep({
    run: () => api.removeOrder(order.order_number), said: () => t.done(order.order_number), changed: useOrdersChanged(),
    onClose: () => {
      onClose()
      onRemoved?.()
    },
  })
  return (
    <ActionDialog title={`${t.title} ${order.order_number}`} will={t.will} submit={t.submit} danger busy={removing.isPending}
      error={removing.error} onSubmit={() => removing.mutate()} onClose={onClose} />
  )
}
