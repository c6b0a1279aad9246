import Alert from 'antd/es/alert'
import { Link } from 'react-router'
import { ApiRefusal } from '@hearth/client/http'
import type { OrderDetail } from '@hearth/contracts/orders'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import { faultWords } from '../../shared/fault-words.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { timeShown } from '../../shared/shown.ts'
import { lastMove } from './order-parts.tsx'
import { useOrder } from './use-order.ts'

/** The step is refused because the order is no longer what it was on the screen: somebody else was quicker. */
export function hasMovedOn(error: unknown): boolean {
  return error instanceof ApiRefusal && error.errorCode === 'INVALID_ORDER_STATUS'
}

type MovedProps = { orderNumber: string; error: unknown; onClose: () => void }

/** What the order is now, who made it so and when, and under which number it went out. */
export function MovedOn({ orderNumber, error, onClose }: MovedProps) {
  const texts = useTexts()
  const { data: order, isFetching } = useOrder(orderNumber)
  return (
    <Alert type="warning" showIcon role="alert" className="action-fault" title={faultWords(error, texts)} description={(
      <>
        <p className="moved-words">{texts.orders.movedOn}</p>
        {order && !isFetching && <Standing order={order} />}
        <Link to={`/orders/${orderNumber}`} onClick={onClose}>{texts.orders.toOrder}</Link>
      </>
    )} />
  )
}

function Standing({ order }: { order: OrderDetail }) {
  const { texts: { orders: t }, language } = useLanguage()
  const last = lastMove(order)
  const parcel = order.logistics_info
  const by = last && [last.operator ?? t.system, timeShown(last.created_at)]
  const isSent = parcel !== null && parcel.logistics_no !== ''
  return (
    <ul className="moved-standing">
      <li>{[orderStatusLabels[order.status][language], ...by ?? []].join(' · ')}</li>
      {isSent && <li>{t.logisticsNo} <span className="code">{parcel.logistics_no}</span> {parcel.logistics_company}</li>}
    </ul>
  )
}
