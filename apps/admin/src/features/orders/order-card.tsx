import { Link } from 'react-router'
import type { OrderView } from '@hearth/contracts/orders'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { OrderState } from '../../shared/state-tags.tsx'
import { GoodsBrief } from './goods-brief.tsx'

/** An order in the list on a phone. */
export function OrderCard({ order, from }: { order: OrderView; from: string }) {
  return (
    <>
      <div className="card-head">
        <Link to={`/orders/${order.order_number}`} state={{ from }} className="code">{order.order_number}</Link>
        <OrderState status={order.status} />
      </div>
      <GoodsBrief order={order} />
      <div className="card-foot">
        <span className="card-words">
          <span>{order.user_username}</span>
          <span className="num">{timeShown(order.created_at)}</span>
        </span>
        <strong className="num">{moneyShown(order.actual_amount)}</strong>
      </div>
    </>
  )
}
