import Button from 'antd/es/button'
import { lazy, Suspense } from 'react'
import type { OrderView } from '@hearth/contracts/orders'
import { useTexts } from '../../shared/language.tsx'
import { useDesk } from '../../shared/session.ts'

const CancelDialog = lazy(async () => ({ default: (await import('./order-dialogs.tsx')).CancelDialog }))
const CompleteDialog = lazy(async () => ({ default: (await import('./order-dialogs.tsx')).CompleteDialog }))
const EditDialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditDialog }))
const RemoveDialog = lazy(async () => ({ default: (await import('./remove-order-dialog.tsx')).RemoveOrderDialog }))
const ShipDialog = lazy(async () => ({ default: (await import('./ship-dialog.tsx')).ShipDialog }))

/** What staff may do with an order from here; paying is the buyer's, receipt is "complete" on this side. */
const staffMoves = ['ship', 'complete', 'cancel'] as const
export type StaffMove = (typeof staffMoves)[number]
/** Moves of the order, and what is done to it besides. */
export type AskedMove = { move: StaffMove | 'edit' | 'remove'; order: OrderView }

type ButtonsProps = { order: OrderView; onAsk: (asked: AskedMove) => void; size?: 'small' | 'medium' }

/** A button per move that the server allows now. */
export function OrderMoveButtons({ order, onAsk, size = 'medium' }: ButtonsProps) {
  const texts = useTexts()
  const words: Record<StaffMove, string> = {
    ship: texts.orders.ship, complete: texts.orders.complete,
    cancel: size === 'small' ? texts.orders.cancelShort : texts.orders.cancel,
  }
  return (
    <span className="move-buttons">
      {staffMoves.filter((move) => order.allowed_moves.includes(move)).map((move) => (
        <Button
          key={move}
          size={size}
          type={move === 'ship' ? 'primary' : move === 'cancel' && size === 'small' ? 'text' : 'default'}
          danger={move === 'cancel'}
          onClick={() => onAsk({ move, order })}
        >
          {words[move]}
        </Button>
      ))}
    </span>
  )
}

/** Correcting, and for administrators taking a cancelled order off the lists. */
export function OrderDeskButtons({ order, onAsk }: ButtonsProps) {
  const t = useTexts().orders
  const isAdmin = useDesk() === 'admin'
  return (
    <>
      <Button onClick={() => onAsk({ move: 'edit', order })}>{t.edit}</Button>
      {isAdmin && order.status === 'cancelled' && (
        <Button danger onClick={() => onAsk({ move: 'remove', order })}>{t.remove}</Button>
      )}
    </>
  )
}

type MoveDialogProps = { asked: AskedMove | null; onClose: () => void; onRemoved?: () => void }

/** The dialog of what was asked for. */
export function OrderMoveDialog({ asked, onClose, onRemoved }: MoveDialogProps) {
  if (asked === null) return null
  if (asked.move === 'remove') {
    return (
      <Suspense fallback={null}>
        <RemoveDialog order={asked.order} onClose={onClose} onRemoved={onRemoved} />
      </Suspense>
    )
  }
  const Dialog = { ship: ShipDialog, complete: CompleteDialog, cancel: CancelDialog, edit: EditDialog }[asked.move]
  return <Suspense fallback={null}><Dialog order={asked.order} onClose={onClose} /></Suspense>
}
