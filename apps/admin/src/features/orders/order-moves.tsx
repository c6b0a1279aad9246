import Button from 'antd/es/button'
import type { OrderView } from '@hearth/contracts/orders'
import { useTexts } from '../../shared/language.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { CompleteDialog } from './complete-dialog.tsx'
import { ShipDialog } from './ship-dialog.tsx'

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
          type={move === 'ship' ? 'primary' : 'default'}
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
  return <Dialog order={asked.order} onClose={onClose} />
}
