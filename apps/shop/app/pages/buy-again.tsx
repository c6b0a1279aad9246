import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { Form } from 'react-router'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** Puts the goods of an order into the cart once more and leads there. */
export function BuyAgain({ orderNumber, isBig = false }: { orderNumber: string; isBig?: boolean }) {
  const texts = useTexts(ordersTexts)
  return (
    <Form method="post" action={`/orders/${orderNumber}`} className={isBig ? 'max-md:w-full' : ''}>
      <Submit name="intent" value="again" busy={texts.working} aria-label={texts.buyAgainOf(orderNumber)} className={`btn btn-soft ${isBig ? 'btn-big max-md:w-full' : ''}`}>{texts.buyAgain}</Submit>
    </Form>
  )
}
