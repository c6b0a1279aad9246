import { Link } from 'react-router'
import type { OrderView } from '@hearth/contracts/orders'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import type { ListColumn } from '../../shared/list/list-types.ts'
import { PersonLink } from '../../shared/person-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { OrderState } from '../../shared/state-tags.tsx'
import { GoodsBrief } from './goods-brief.tsx'

/** City and district; where the city is only a word of administration, the province says more. */
function regionOf(order: OrderView): string {
  const { snapshot_province: province, snapshot_city: city, snapshot_district: district } = order
  return `${/直辖|^市辖区$|^县$/.test(city) ? province : city} ${district}`
}

function addressOf(order: OrderView): string {
  return [order.snapshot_contact_name, order.snapshot_province, order.snapshot_city, order.snapshot_district, order.snapshot_address].join(' ')
}

/** The columns of the order list; `from` is the list's address, so that the order page can lead back to it. */
export function orderColumns(texts: ConsoleTexts, from: string): ListColumn<OrderView>[] {
  const t = texts.orders
  return [
    { key: 'number', title: t.number, render: (order) => (
      <Link to={`/orders/${order.order_number}`} state={{ from }} className="code">{order.order_number}</Link>
    ) },
    { key: 'status', title: texts.list.state, render: (order) => <OrderState status={order.status} /> },
    { key: 'goods', title: t.product, width: 240, render: (order) => <GoodsBrief order={order} /> },
    { key: 'quantity', orderBy: 'quantity', title: t.quantity, align: 'right', choice: 'shown', render: (order) => order.quantity },
    { key: 'amount', orderBy: 'actual_amount', title: t.amount, align: 'right', render: (order) => (
      <span className="num">{moneyShown(order.actual_amount)}</span>
    ) },
    { key: 'payment', title: t.payMethod, choice: 'shown', render: (order) => t.payMethods[order.payment_method] },
    { key: 'buyer', title: t.buyer, choice: 'shown', render: (order) => (
      <span className="clip"><PersonLink id={order.user} name={order.user_username} /></span>
    ) },
    { key: 'receiver', title: t.receiver, choice: 'hidden', render: (order) => (
      <span className="clip">{order.snapshot_contact_name}</span>
    ) },
    { key: 'region', title: t.region, choice: 'shown', render: (order) => (
      <span className="clip" title={addressOf(order)}>{regionOf(order)}</span>
    ) },
    { key: 'tracking', title: t.logisticsNo, choice: 'hidden', render: (order) => (
      <span className="code">{order.logistics_info?.logistics_no ?? '—'}</span>
    ) },
    { key: 'placed', orderBy: 'created_at', title: t.placedAt, choice: 'shown', render: (order) => (
      <span className="num">{timeShown(order.created_at)}</span>
    ) },
    { key: 'paid', title: t.paidAt, choice: 'hidden', render: (order) => (
      <span className="num">{timeShown(order.paid_at)}</span>
    ) },
    { key: 'updated', orderBy: 'updated_at', title: t.updatedAt, choice: 'hidden', render: (order) => (
      <span className="num">{timeShown(order.updated_at)}</span>
    ) },
    { key: 'note', title: t.note, choice: 'hidden', render: (order) => <span className="clip">{order.note}</span> },
  ]
}
