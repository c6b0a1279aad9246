import type { OrderDetail } from '@hearth/contracts/orders'
import { spokenNote } from '@hearth/kernel/order-notes'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import { Facts, Part } from '../../shared/facts.tsx'
import type { Fact } from '../../shared/facts.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { PersonLink } from '../../shared/person-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { OrderState } from '../../shared/state-tags.tsx'

/** State, buyer, time and payment: what one wants to know first. */
export function OrderTop({ order }: { order: OrderDetail }) {
  const { texts: { orders: t }, language } = useLanguage()
  return (
    <>
      <div className="order-top">
        <OrderState status={order.status} />
        {order.expires_at !== null && <span className="hint">{t.expires(timeShown(order.expires_at))}</span>}
      </div>
      <Facts facts={[
        { label: t.buyer, value: <PersonLink id={order.user} name={order.user_username} /> },
        { label: t.placedAt, value: timeShown(order.created_at) },
        { label: t.payMethod, value: t.payMethods[order.payment_method] },
        order.paid_at === null ? null : { label: t.paidAt, value: timeShown(order.paid_at) },
        order.is_government_order ? { label: t.editing.government, value: t.yes } : null,
        { label: t.orderTotal, value: moneyShown(order.actual_amount) },
        order.note === '' ? null : { label: t.note, value: order.note, wide: true },
        order.cancelled_at === null ? null : { label: t.cancelledAt, value: timeShown(order.cancelled_at) },
        order.cancel_reason === '' ? null : { label: t.cancelReason, value: spokenNote(order.cancel_reason, language), wide: true },
      ]} />
    </>
  )
}

export function OrderTimeline({ order }: { order: OrderDetail }) {
  const { texts: { orders: t }, language } = useLanguage()
  const labels: Record<string, { zh: string; en: string } | undefined> = orderStatusLabels
  const word = (status: string) => labels[status]?.[language] ?? status
  return (
    <Part title={t.timeline}>
      {order.status_history.length === 0 && <p className="hint">{t.timelineEmpty}</p>}
      <ol className="timeline">
        {newestFirst(order.status_history).map((move, at) => (
          <li key={order.status_history.length - at}>
            <p className="timeline-title">
              {move.from_status === null ? `${t.placed} · ${word(move.to_status)}`
                : move.from_status === move.to_status ? t.edited
                : t.moved(word(move.from_status), word(move.to_status))}
            </p>
            <p className="hint num">{timeShown(move.created_at)} · {move.operator ?? t.system}</p>
            {move.note !== '' && <p className="timeline-note">{spokenNote(move.note, language)}</p>}
          </li>
        ))}
      </ol>
    </Part>
  )
}

/** What was done to an order last. */
export function lastMove(order: OrderDetail): OrderDetail['status_history'][number] | undefined {
  return newestFirst(order.status_history)[0]
}

function newestFirst(moves: OrderDetail['status_history']): OrderDetail['status_history'] {
  return moves.toReversed().sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))
}

function timeFact(label: string, instant: string | null): Fact | null {
  return instant === null ? null : { label, value: timeShown(instant) }
}

/** Where it goes, as it stood when the order was placed. */
export function DeliveryPart({ order }: { order: OrderDetail }) {
  const t = useTexts().orders
  const address = [
    order.snapshot_province, order.snapshot_city, order.snapshot_district, order.snapshot_town, order.snapshot_address,
  ].filter((part) => part !== '').join(' ')
  return (
    <Part title={t.delivery}>
      <Facts facts={[
        { label: t.receiver, value: order.snapshot_contact_name },
        { label: t.phone, value: <a className="num" href={`tel:${order.snapshot_phone}`}>{order.snapshot_phone}</a> },
        { label: t.address, value: address, wide: true },
        timeFact(t.editing.deliverAt, order.distribution_time),
        timeFact(t.editing.installAt, order.install_time),
        order.is_delivery_install ? { label: t.editing.together, value: t.yes } : null,
      ]} />
    </Part>
  )
}

export function LogisticsPart({ order }: { order: OrderDetail }) {
  const t = useTexts().orders
  const parcel = order.logistics_info
  return (
    <Part title={t.logistics}>
      {parcel === null || parcel.logistics_no === '' ? <p className="hint">{t.noLogistics}</p> : (
        <Facts facts={[
          { label: t.logisticsNo, value: <span className="code">{parcel.logistics_no}</span> },
          parcel.logistics_company === '' ? null : { label: t.logisticsCompany, value: parcel.logistics_company },
        ]} />
      )}
    </Part>
  )
}

export function RefundPart({ order }: { order: OrderDetail }) {
  const t = useTexts().orders
  const refund = order.refund_info
  if (refund === null) return null
  return (
    <Part title={t.refund}>
      <Facts facts={[
        { label: t.refundStatus, value: t.refundStatuses[refund.status] ?? refund.status },
        { label: t.refundAmount, value: moneyShown(refund.amount) },
      ]} />
    </Part>
  )
}
