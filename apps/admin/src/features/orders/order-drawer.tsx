import Drawer from 'antd/es/drawer'
import { Link, useLocation } from 'react-router'
import { useTexts } from '../../shared/language.tsx'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { OrderMoveButtons } from './order-moves.tsx'
import type { AskedMove } from './order-moves.tsx'
import { OrderAmounts, OrderItems } from './order-items.tsx'
import { DeliveryPart, LogisticsPart, OrderTimeline, OrderTop, RefundPart } from './order-parts.tsx'
import { useOrder } from './use-order.ts'

type DrawerProps = { orderNumber: string | null; onClose: () => void; onAsk: (asked: AskedMove) => void }

/** A quick look at an order without leaving the list. */
export function OrderDrawer({ orderNumber, onClose, onAsk }: DrawerProps) {
  const texts = useTexts()
  return (
    <Drawer
      open={orderNumber !== null}
      onClose={onClose}
      size={560}
      destroyOnHidden
      title={orderNumber === null ? '' : texts.orders.one(orderNumber)}
      closable={{ 'aria-label': texts.dialog.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {orderNumber !== null && <Look orderNumber={orderNumber} onAsk={onAsk} />}
    </Drawer>
  )
}

function Look({ orderNumber, onAsk }: { orderNumber: string; onAsk: (asked: AskedMove) => void }) {
  const texts = useTexts()
  const { search } = useLocation()
  const found = useOrder(orderNumber)
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={12} />
  const order = found.data
  return (
    <div className="look">
      <OrderTop order={order} />
      <div className="look-actions">
        <OrderMoveButtons order={order} onAsk={onAsk} />
        <Link to={`/orders/${orderNumber}`} state={{ from: search }}>{texts.orders.fullPage}</Link>
      </div>
      <OrderItems order={order} />
      <OrderAmounts order={order} />
      <DeliveryPart order={order} />
      <LogisticsPart order={order} />
      <RefundPart order={order} />
      <OrderTimeline order={order} />
    </div>
  )
}
