import type { OrderDetail } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { minuteText } from '@hearth/client/view/dates'
import { orderSteps } from '@hearth/client/view/order-steps'
import { Steps } from '../parts/steps.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** First of all: where the order stands, in one sentence and on its way. */
export function OrderTimeline({ order }: { order: OrderDetail }) {
  const texts = useTexts(ordersTexts)
  const steps = orderSteps(order).map((step) => ({ ...step, title: texts.steps[step.key], note: minuteText(step.at) }))
  const toActivate = order.units.some((unit) => unit.status === 'shipped')
  const now = order.status === 'completed' && toActivate ? texts.toActivate : texts.nowText[order.status]
  return (
    <section aria-labelledby="where" className="mt-2 rounded-card bg-wash px-5 py-7 md:px-10 md:py-10">
      <h1 id="where" className="text-xl md:text-2xl">{texts.nowTitle[order.status]}</h1>
      <p className="mt-2 text-muted">{order.status === 'pending' && order.expires_at ? texts.payBefore(minuteText(order.expires_at)) : now}</p>
      <Steps steps={steps} label={texts.progress} nowLabel={texts.stepNow} />
    </section>
  )
}
