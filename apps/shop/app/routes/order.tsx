import { cancelOrder, confirmReceipt, readOrder } from '@hearth/client/api/orders'
import { readCashier } from '@hearth/client/api/payments'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { transferOf } from '@hearth/client/view/cashier'
import { redirect } from 'react-router'
import type { Route } from './+types/order'
import { OrderFacts } from '../pages/order-facts.tsx'
import { OrderHistory } from '../pages/order-history.tsx'
import { OrderMoves } from '../pages/order-moves.tsx'
import { OrderTimeline } from '../pages/order-timeline.tsx'
import { OrderUnits } from '../pages/order-units.tsx'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { buyAgain } from '../server/buy-again.ts'
import { needsSession, orLeave, refusedForm, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const order = await orLeave(readOrder(shop.http, params.orderNumber), url)
  const mayWait = order.status === 'pending' || order.status === 'cancelled'
  const cashier = mayWait ? await orLeave(readCashier(shop.http, params.orderNumber), url) : null
  const isTransferSent = order.status === 'pending' && transferOf(cashier?.attempts ?? []).state === 'sent'
  return { order, isTransferSent, late: cashier?.late_money ?? null, done: url.searchParams.has('done') }
}

/** `intent`: cancel with a reason, confirm that it arrived, or buy the same again. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const path = `/orders/${params.orderNumber}`
  try {
    if (form.get('intent') === 'again') return redirect(`/cart?again=${await buyAgain(shop.http, params.orderNumber)}`)
    if (form.get('intent') === 'confirm') await confirmReceipt(shop.http, params.orderNumber)
    else await cancelOrder(shop.http, params.orderNumber, textOf(form, 'reason'))
  } catch (error) {
    return refusedForm(error, shop, path)
  }
  return redirect(`${path}?done`)
}

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, isTransferSent, late, done } = loaderData
  const texts = useTexts(ordersTexts)
  return (
    <div className="page pt-2 md:pt-4">
      <PageHead title={texts.orderTitle(order.order_number)} isPrivate />
      <div className="mx-auto max-w-5xl">
        <Breadcrumb crumbs={[{ name: texts.title, to: '/orders' }, { name: order.order_number }]} />
        {actionData?.refused ? <div className="mt-2"><Notice kind="error">{actionData.refused.message}</Notice></div> : null}
        {done && !actionData ? <div className="mt-2"><Notice kind="good">{texts.done}</Notice></div> : null}
        <OrderTimeline order={order} isTransferSent={isTransferSent} late={late} />
        <OrderMoves order={order} isTransferSent={isTransferSent} />
        <OrderUnits units={order.units} items={order.items} />
        <OrderFacts order={order} />
        <OrderHistory rows={order.status_history} />
      </div>
    </div>
  )
}
