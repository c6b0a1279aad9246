import type { OrderView } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { minuteText } from '@hearth/client/view/dates'
import { wasPaid } from '@hearth/client/view/order-paid'
import { Form, Link } from 'react-router'
import { Confirm } from '../parts/confirm.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { StatusWord } from '../parts/status-tag.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { BuyAgain } from './buy-again.tsx'

const PICTURES = 4

/** An order on the list with what its buyer may do now. */
export function OrderCard({ order }: { order: OrderView }) {
  const texts = useTexts(ordersTexts)
  const path = `/orders/${order.order_number}`
  const first = order.items[0]
  return (
    <article className="panel">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3 text-sm">
        <p className="num text-muted">{minuteText(order.created_at)}<span className="max-sm:hidden"> · {order.order_number}</span></p>
        <StatusWord status={order.status} />
      </div>
      <div className="group relative mt-4 flex gap-4">
        <div className="flex shrink-0 gap-2">
          {order.items.slice(0, PICTURES).map((item, at) => (
            <span key={item.id} className={`w-20 overflow-hidden rounded-control ${at > 0 ? 'max-md:hidden' : ''}`}><Picture src={item.snapshot_image} alt="" sizes="80px" className="aspect-square w-full" /></span>
          ))}
        </div>
        <div className="min-w-0 flex-1">
          <h2 className="line-clamp-2 text-base leading-snug"><Link to={path} className="after:absolute after:inset-0 group-hover:text-ember">{first?.product_name ?? order.order_number}</Link></h2>
          <p className="mt-1 truncate text-sm text-muted">{Object.values(first?.sku_specs ?? {}).join(' · ')}</p>
          <p className="mt-1 text-sm text-muted">{texts.itemsCount(order.total_count)}</p>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3 max-sm:[&_.btn]:px-4">
        <p className="flex items-baseline gap-2 text-sm">{wasPaid(order) ? texts.paySum : texts.dueSum} <Price money={order.actual_amount} plain={order.status !== 'pending'} /></p>
        <Actions order={order} path={path} />
      </div>
    </article>
  )
}

function Actions({ order, path }: { order: OrderView; path: string }) {
  const texts = useTexts(ordersTexts)
  const can = (move: OrderView['allowed_moves'][number]) => order.allowed_moves.includes(move)
  const isOver = ['completed', 'cancelled', 'refunded'].includes(order.status)
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {can('cancel') ? <Link to={`${path}#cancel`} aria-label={`${texts.cancel} ${order.order_number}`} className="btn btn-line">{texts.cancel}</Link> : null}
      <Link to={path} aria-label={`${texts.details} ${order.order_number}`} className={`btn btn-line ${can('pay') ? 'max-md:hidden' : ''}`}>{texts.details}</Link>
      {isOver ? <BuyAgain orderNumber={order.order_number} /> : null}
      {can('confirm_receipt') ? (
        <Confirm label={texts.confirm} name={`${texts.confirm} ${order.order_number}`} title={texts.confirmAsk} text={texts.confirmNote} className="btn btn-teal">
          <Form method="post" action={path}>
            <Submit name="intent" value="confirm" busy={texts.working} className="btn btn-teal">{texts.confirmGo}</Submit>
          </Form>
        </Confirm>
      ) : null}
      {can('pay') ? <Link to={`/pay/${order.order_number}`} aria-label={`${texts.payNow} ${order.order_number}`} className="btn btn-primary">{texts.payNow}</Link> : null}
    </div>
  )
}
