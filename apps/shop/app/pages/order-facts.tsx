import type { ReactNode } from 'react'
import type { OrderDetail } from '@hearth/client/api/orders'
import { shopTexts } from '@hearth/client/texts/shop'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { minuteText } from '@hearth/client/view/dates'
import { wasPaid } from '@hearth/client/view/order-paid'
import { fenOf, priceText } from '@hearth/client/view/price'
import { spokenNote } from '@hearth/kernel/order-notes'
import { Link } from 'react-router'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { FoldedList } from '../parts/fold.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'

type Words = (typeof ordersTexts)['zh']

export function OrderFacts({ order }: { order: OrderDetail }) {
  const texts = useTexts(ordersTexts)
  const { language } = useShop()
  return (
    <div className="mt-10 grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
      <div className="space-y-5">
        <Goods order={order} />
        {order.logistics_info?.logistics_no ? (
          <Facts
            title={texts.logistics}
            rows={[
              [texts.logisticsCompany, order.logistics_info.logistics_company],
              [texts.logisticsNo, <Copied key="parcel" text={order.logistics_info.logistics_no} name={texts.logisticsNo} />],
            ]}
          />
        ) : null}
      </div>
      <div className="space-y-5">
        <Amounts order={order} />
        <Facts title={texts.money} rows={[
          [texts.payMethod, texts.methods[order.payment_method]], [texts.paidAt, minuteText(order.paid_at)],
          ...refundRows(order, texts),
        ]} />
        <section aria-labelledby="deliver" className="panel text-sm">
          <h2 id="deliver" className="text-base">{texts.address}</h2>
          <p className="mt-3 font-semibold">{order.snapshot_contact_name} <span className="num ml-2 font-normal">{order.snapshot_phone}</span></p>
          <p className="mt-1 text-muted">{order.snapshot_province} {order.snapshot_city} {order.snapshot_district} {order.snapshot_town} {order.snapshot_address}</p>
        </section>
        <Facts title={texts.facts} rows={[
          [texts.number, <Copied key="number" text={order.order_number} name={texts.number} />],
          [texts.placedAt, minuteText(order.created_at)], ...wishRows(order, texts),
          [texts.note, order.note], [texts.cancelReason, spokenNote(order.cancel_reason, language)],
        ]} />
      </div>
    </div>
  )
}

function Goods({ order }: { order: OrderDetail }) {
  const texts = useTexts(ordersTexts)
  const { moreGoods } = useTexts(shopTexts)
  return (
    <section aria-labelledby="order-goods" className="panel">
      <h2 id="order-goods" className="text-base">{texts.goods}</h2>
      <FoldedList rows={order.items} open={6} more={moreGoods} className="mt-1 divide-y divide-line">
        {(item) => (
          <li key={item.id} className="group/line relative flex gap-4 py-4 last:pb-0">
            <span className="w-20 shrink-0 overflow-hidden rounded-control"><Picture src={item.snapshot_image} alt="" sizes="80px" className="aspect-square w-full" /></span>
            <div className="min-w-0 flex-1">
              <h3 className="text-base leading-snug"><Link to={`/goods/${item.sku_id}`} className="after:absolute after:inset-0 group-hover/line:text-ember">{item.product_name}</Link></h3>
              <p className="text-sm text-muted">{Object.values(item.sku_specs).join(' · ')}</p>
              <p className="mt-1 flex justify-between gap-4"><Price money={item.unit_price} size="sm" plain /><span className="num text-muted">× {item.quantity}</span></p>
            </div>
          </li>
        )}
      </FoldedList>
    </section>
  )
}

function Amounts({ order }: { order: OrderDetail }) {
  const texts = useTexts(ordersTexts)
  return (
    <section aria-labelledby="amounts" className="panel num text-sm">
      <h2 id="amounts" className="text-base">{texts.amounts}</h2>
      <dl className="mt-3 space-y-2">
        <Row name={texts.goodsAmount}>{priceText(order.total_amount)}</Row>
        {fenOf(order.discount_amount) > 0 ? <Row name={texts.saved}>-{priceText(order.discount_amount)}</Row> : null}
        <Row name={texts.freight}>{fenOf(order.freight) > 0 ? priceText(order.freight) : texts.freeFreight}</Row>
        <div className="flex items-baseline justify-between border-t border-line pt-3"><dt>{wasPaid(order) ? texts.paidTotal : texts.total}</dt><dd><Price money={order.actual_amount} /></dd></div>
      </dl>
    </section>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return <div className="flex justify-between gap-6"><dt className="whitespace-nowrap text-muted">{name}</dt><dd className="text-right">{children}</dd></div>
}

function Copied({ text, name }: { text: string; name: string }) {
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      <span className="break-all select-all">{text}</span><CopyButton text={text} name={name} look="link" />
    </span>
  )
}

/** When it is to come and to be installed, as far as that was said. */
function wishRows(order: OrderDetail, texts: Words): [string, string][] {
  const together = order.is_delivery_install
  return [
    [texts.deliveryTime, minuteText(order.distribution_time)],
    [texts.installTime, together ? texts.together : minuteText(order.install_time)],
  ]
}

/** What has gone back in all, and the last refund while it is not through. */
function refundRows({ refund_info: refund, refunded_amount: back }: OrderDetail, texts: Words): [string, string][] {
  if (!refund) return []
  const states: Record<string, string> = texts.refundStates
  const open: [string, string][] = refund.status === 'succeeded' ? [] : [
    [texts.refund, priceText(refund.amount)], [texts.refundState, states[refund.status] ?? refund.status],
  ]
  return [...(fenOf(back) > 0 ? [[texts.refunded, priceText(back)] as [string, string]] : []), ...open]
}

function Facts({ title, rows }: { title: string; rows: [string, ReactNode][] }) {
  return (
    <section aria-label={title} className="panel num text-sm">
      <h2 className="text-base">{title}</h2>
      <dl className="mt-3 space-y-2">{rows.filter(([, value]) => value !== '').map(([name, value]) => <Row key={name} name={name}>{value}</Row>)}</dl>
    </section>
  )
}
