import type { OrderDetail } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { minuteText } from '@hearth/client/view/dates'
import { orderSteps } from '@hearth/client/view/order-steps'
import { fenOf, priceText } from '@hearth/client/view/price'
import { Steps } from '../parts/steps.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { useEndedLook } from './pay-ended.tsx'
import type { Late } from './pay-ended.tsx'

type Props = { order: OrderDetail; isTransferSent: boolean; late: Late }

/** First of all: where the order stands, in one sentence and on its way. */
export function OrderTimeline({ order, isTransferSent, late }: Props) {
  const texts = useTexts(ordersTexts)
  const steps = orderSteps(order).map((step) => ({ ...step, title: texts.steps[step.key], note: minuteText(step.at) }))
  const ended = useEndedLook('late', late)
  const isLate = order.status === 'cancelled' && late !== null
  const title = isTransferSent ? texts.transferTitle : texts.nowTitle[order.status]
  return (
    <section aria-labelledby="where" className="mt-2 rounded-card bg-wash px-5 py-7 md:px-10 md:py-10">
      <h1 id="where" className="text-xl md:text-2xl">{isLate ? ended.title : title}</h1>
      <p className="mt-2 text-muted">{isLate ? ended.text : nowOf(order, isTransferSent, texts)}</p>
      <Steps steps={steps} label={texts.progress} nowLabel={texts.stepNow} />
    </section>
  )
}

function nowOf(order: OrderDetail, isTransferSent: boolean, texts: (typeof ordersTexts)['zh']): string {
  const { status, refund_info: refund, refunded_amount: back } = order
  const until = minuteText(order.expires_at)
  if (status === 'pending' && until) return isTransferSent ? texts.transferText(until) : texts.payBefore(until)
  if (status === 'cancelled' && refund !== null) {
    return refund.status === 'succeeded' ? texts.cancelledBack(priceText(back)) : texts.cancelledGoing(priceText(refund.amount))
  }
  const toActivate = order.units.some((unit) => unit.status === 'shipped')
  const now = status === 'completed' && toActivate ? texts.toActivate : texts.nowText[status]
  const isInPart = fenOf(back) > 0 && status !== 'refunded'
  return isInPart ? `${texts.partBack(priceText(back))}${now}` : now
}
