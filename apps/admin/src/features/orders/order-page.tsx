import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import type { OrderDetail } from '@hearth/contracts/orders'
import { useTexts } from '../../shared/language.tsx'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { OrderAmounts, OrderItems } from './order-items.tsx'
import { OrderMoney } from './order-money.tsx'
import { OrderDeskButtons, OrderMoveButtons, OrderMoveDialog } from './order-moves.tsx'
import type { AskedMove } from './order-moves.tsx'
import { DeliveryPart, LogisticsPart, OrderTimeline, OrderTop } from './order-parts.tsx'
import { useOrder } from './use-order.ts'
import './orders.css'

/** One order, for real work. */
export function OrderPage() {
  const texts = useTexts()
  const { orderNumber = '' } = useParams()
  const [asked, setAsked] = useState<AskedMove | null>(null)
  const navigate = useNavigate()
  const found = useOrder(orderNumber)
  usePageTitle(texts.orders.one(orderNumber))
  return (
    <div className="order-page">
      <BackLink />
      <div className="page-head">
        <h1>{texts.orders.one(orderNumber)}</h1>
        <div className="page-actions">
          {found.data && <OrderMoveButtons order={found.data} onAsk={setAsked} />}
          {found.data && <OrderDeskButtons order={found.data} onAsk={setAsked} />}
        </div>
      </div>
      {found.isError && (
        <LoadFault error={found.error} retry={() => void found.refetch()}>
          <p>{texts.orders.missingWords}</p>
          <Link to="/orders">{texts.orders.back}</Link>
        </LoadFault>
      )}
      {found.isPending && <LoadingBlock rows={12} />}
      {found.data && <OrderBody order={found.data} />}
      <OrderMoveDialog asked={asked} onClose={() => setAsked(null)} onRemoved={() => void navigate('/orders')} />
    </div>
  )
}

/** Back to the list as it was left. */
function BackLink() {
  const texts = useTexts()
  const state: unknown = useLocation().state
  const from = typeof state === 'object' && state !== null && 'from' in state ? String(state.from) : ''
  return <Link to={`/orders${from}`} className="back"><ArrowLeftOutlined aria-hidden /> {texts.orders.back}</Link>
}

function OrderBody({ order }: { order: OrderDetail }) {
  return (
    <div className="order-grid">
      <div className="order-main">
        <div className="panel"><OrderTop order={order} /></div>
        <div className="panel">
          <OrderItems order={order} />
          <OrderAmounts order={order} />
          <UnitsWords order={order} />
        </div>
        <OrderMoney order={order} />
      </div>
      <div className="order-side">
        <div className="panel"><OrderTimeline order={order} /></div>
        <div className="panel"><DeliveryPart order={order} /></div>
        <div className="panel"><LogisticsPart order={order} /></div>
      </div>
    </div>
  )
}

/** Shipped without codes is worth saying: the buyer cannot activate by scanning. */
function UnitsWords({ order }: { order: OrderDetail }) {
  const texts = useTexts()
  if (order.units.length > 0 || order.logistics_info === null) return null
  return <p className="hint">{texts.orders.noDevices}</p>
}
