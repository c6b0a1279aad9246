import Button from 'antd/es/button'
import { lazy, Suspense } from 'react'
import type { OrderView } from '@hearth/contracts/orders'
import { useTexts } from '../../shared/language.tsx'

const CancelDialog = lazy(async () => ({ default: (await import('./order-dialogs.tsx')).CancelDialog }))
const CompleteDialog = lazy(async () => ({ default: (await import('./order-dialogs.tsx')).CompleteDialog }))
const ShipDialog = lazy(async () => ({ default: (await import('./ship-dialog.tsx')).ShipDialog }))

/** What staff may do with an order from here; paying is the buyer's, receipt is "complete" on this side. */
const staffMoves = ['ship', 'complete', 'cancel'] as const
export type StaffMove = (typeof staffMoves)[number]
export type AskedMove = { move: StaffMove; order: OrderView }

type ButtonsProps = { order: OrderView; onAsk: (asked: AskedMove) => void; size?: 'small' | 'medium' }

/** A button per move that the server allows now. */
export function OrderMoveButtons({ order, onAsk, size = 'medium' }: ButtonsProps) {
  const texts = useTexts()
  const words: Record<StaffMove, string> = {
    ship: texts.orders.ship, complete: texts.orders.complete, cancel: texts.orders.cancel,
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

/** The dialog of the move that was asked for. */
export function OrderMoveDialog({ asked, onClose }: { asked: AskedMove | null; onClose: () => void }) {
  if (asked === null) return null
  const Dialog = { ship: ShipDialog, complete: CompleteDialog, cancel: CancelDialog }[asked.move]
  return <Suspense fallback={null}><Dialog order={asked.order} onClose={onClose} /></Suspense>
}
