import { useEffect, useRef } from 'react'
import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { priceText } from '@hearth/client/view/price'
import { Icon } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { TotalChange } from '../server/checkout-form.ts'

/** The total is another one than the one that was shown: both, side by side, before anything is ordered. */
export function ChangedTotal({ change }: { change: TotalChange }) {
  const texts = useTexts(checkoutTexts)
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [change])
  return (
    <section ref={place} role="alert" tabIndex={-1} aria-labelledby="changed" className="mt-4 rounded-card bg-[#fdf3e3] p-5 text-[#6f3505] outline-none">
      <h2 id="changed" className="flex items-center gap-2 text-base font-semibold"><Icon name="alert" size={20} />{texts.changedTitle}</h2>
      <dl className="num mt-3 flex flex-wrap gap-x-10 gap-y-2">
        <div><dt className="text-sm">{texts.changedFrom}</dt><dd className="text-lg"><s>{priceText(change.before)}</s></dd></div>
        <div><dt className="text-sm">{texts.changedTo}</dt><dd className="text-lg font-semibold">{priceText(change.now)}</dd></div>
      </dl>
      <p className="mt-3 text-sm">{texts.changedAsk}</p>
    </section>
  )
}
