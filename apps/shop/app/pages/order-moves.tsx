import { useEffect, useRef } from 'react'
import type { OrderDetail } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { priceText } from '@hearth/client/view/price'
import { Form, Link, useLocation } from 'react-router'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { BuyAgain } from './buy-again.tsx'

/** What the person can do now; what cannot be undone opens first and says what it does. */
export function OrderMoves({ order, isTransferSent }: { order: OrderDetail; isTransferSent: boolean }) {
  const texts = useTexts(ordersTexts)
  const can = (move: OrderDetail['allowed_moves'][number]) => order.allowed_moves.includes(move)
  const isOver = ['completed', 'cancelled', 'refunded'].includes(order.status)
  if (!can('pay') && !can('cancel') && !can('confirm_receipt') && !isOver) return null
  return (
    <section className="mt-5 flex flex-wrap items-start gap-3">
      {can('pay') ? <Link to={`/pay/${order.order_number}`} className="btn btn-primary btn-big num max-md:w-full">{isTransferSent ? texts.transferSee : texts.pay(priceText(order.actual_amount))}</Link> : null}
      {can('confirm_receipt') ? <Confirm /> : null}
      {can('cancel') ? <Cancel isPaid={order.status !== 'pending'} /> : null}
      {isOver ? <BuyAgain orderNumber={order.order_number} isBig /> : null}
    </section>
  )
}

function Confirm() {
  const texts = useTexts(ordersTexts)
  return (
    <details className="group open:w-full max-md:w-full">
      <summary className="btn btn-teal btn-big group-open:hidden max-md:w-full">{texts.confirm}</summary>
      <Form method="post" preventScrollReset className="panel">
        <h2 className="text-base">{texts.confirmAsk}</h2>
        <p className="mt-1 text-sm text-muted">{texts.confirmNote}</p>
        <Submit name="intent" value="confirm" busy={texts.working} className="btn btn-teal mt-4">{texts.confirmGo}</Submit>
      </Form>
    </details>
  )
}

function Cancel({ isPaid }: { isPaid: boolean }) {
  const texts = useTexts(ordersTexts)
  const { hash } = useLocation()
  const question = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    // Whoever came to cancel finds the question open.
    if (hash === '#cancel' && question.current) question.current.open = true
  }, [hash])
  return (
    <details id="cancel" ref={question} className="group scroll-mt-24 open:w-full max-md:w-full">
      <summary className="btn btn-line btn-big group-open:hidden max-md:w-full">{texts.cancel}</summary>
      <Form method="post" preventScrollReset className="panel">
        <fieldset>
          <legend className="font-semibold">{texts.cancelWhy}</legend>
          <div className="mt-3 flex flex-wrap gap-2">
            {texts.cancelReasons.map((reason, at) => (
              <label key={reason} className="pick chip gap-2">
                <input type="radio" name="reason" value={reason} defaultChecked={at === 0} className="size-4 accent-[#c2410c]" />{reason}
              </label>
            ))}
          </div>
        </fieldset>
        <p className="mt-4 text-sm text-muted">{isPaid ? texts.cancelPaidNote : texts.cancelNote}</p>
        <Submit name="intent" value="cancel" busy={texts.working} className="btn mt-4 border-red text-red hover:bg-[#fdf0ee]">{texts.cancelGo}</Submit>
      </Form>
    </details>
  )
}
