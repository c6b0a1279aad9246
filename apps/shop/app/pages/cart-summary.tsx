import { cartTexts } from '@hearth/client/texts/shop-cart'
import { fenOf, priceText } from '@hearth/client/view/price'
import type { CartTotal } from '@hearth/client/view/cart-total'
import { Link } from 'react-router'
import { Price } from '../parts/price.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** A block beside the lines on a desk; at the bottom edge on a phone, so that the total is always in sight. */
export function CartSummary({ total }: { total: CartTotal }) {
  const texts = useTexts(cartTexts)
  return (
    <section aria-label={texts.summary} className="max-lg:sticky max-lg:bottom-0 max-lg:z-30 max-lg:-mx-4 max-lg:border-t max-lg:border-line max-lg:bg-paper max-lg:px-4 max-lg:py-3 md:max-lg:-mx-8 md:max-lg:px-8 lg:sticky lg:top-28 lg:rounded-card lg:bg-wash lg:p-7">
      <dl className="num space-y-2 max-lg:hidden">
        <div className="flex justify-between"><dt className="text-muted">{texts.goods}</dt><dd>{priceText(total.goods)}</dd></div>
        {fenOf(total.saved) > 0 ? <div className="flex justify-between"><dt className="text-muted">{texts.saved}</dt><dd className="text-ember-deep">-{priceText(total.saved)}</dd></div> : null}
      </dl>
      {total.leftOut > 0 ? <p className="text-xs text-muted max-lg:mb-2 lg:mt-3 lg:text-sm">{texts.leftOut(total.leftOut)}</p> : null}
      <div className="flex items-center justify-between gap-4 lg:mt-5 lg:block lg:border-t lg:border-[#ddd6cd] lg:pt-5">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 lg:justify-between"><span className="text-sm lg:text-base">{texts.total}</span><Price money={total.toPay} size="bar" /></p>
        {total.canCheckOut
          ? <Link to="/checkout" className="btn btn-primary btn-big shrink-0 max-lg:px-5 lg:mt-5 lg:w-full">{texts.toCheckout(total.pieces)}</Link>
          : <button type="button" disabled className="btn btn-big leading-tight whitespace-normal max-lg:px-4 lg:mt-5 lg:w-full">{total.tickedLines === 0 ? texts.nothingTicked : texts.nothingLeft}</button>}
      </div>
      <p className="mt-3 text-xs text-muted max-lg:hidden">{texts.freightNote}</p>
    </section>
  )
}
