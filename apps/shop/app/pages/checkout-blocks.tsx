import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { Link } from 'react-router'
import { TextField } from '../parts/field.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { CheckoutGoods } from '../server/checkout-goods.ts'
import { ORDER_FORM } from './checkout-summary.tsx'

/** Alipay is open; the two others are shown with the reason why not yet. */
export function PayBlock() {
  const texts = useTexts(checkoutTexts)
  return (
    <section aria-labelledby="pay-method" className="panel">
      <h2 id="pay-method" className="text-lg">{texts.pay}</h2>
      <fieldset className="mt-4">
        <legend className="sr-only">{texts.pay}</legend>
        <div className="grid gap-3 md:grid-cols-3">
          <PayChoice value={2} name={texts.alipay} text={texts.alipayText} />
          <PayChoice value={3} name={texts.wechat} text={texts.notYet} isClosed />
          <PayChoice value={1} name={texts.bank} text={texts.notYet} isClosed />
        </div>
      </fieldset>
    </section>
  )
}

type PayChoiceProps = { value: number; name: string; text: string; isClosed?: boolean }

function PayChoice({ value, name, text, isClosed = false }: PayChoiceProps) {
  return (
    <label className={`pick flex gap-3 rounded-control border p-4 ${isClosed ? 'cursor-not-allowed border-line bg-[#f7f7f8]' : 'border-[#c9cdd2] hover:border-ember'}`}>
      <input type="radio" name="pay_method" form={ORDER_FORM} value={value} defaultChecked={!isClosed} disabled={isClosed} className="mt-1 size-5 shrink-0 accent-[#c2410c]" />
      <span><b className={`font-semibold ${isClosed ? 'text-muted' : ''}`}>{name}</b><span className="block text-sm text-muted">{text}</span></span>
    </label>
  )
}

export function GoodsBlock({ goods }: { goods: CheckoutGoods }) {
  const texts = useTexts(checkoutTexts)
  return (
    <section aria-labelledby="goods" className="panel">
      <div className="flex items-center justify-between gap-4">
        <h2 id="goods" className="text-lg">{texts.goods}</h2>
        {goods.direct ? null : <Link to="/cart" className="tap text-sm text-muted hover:text-ember">{texts.backToCart}</Link>}
      </div>
      <ul className="mt-2 divide-y divide-line">
        {goods.lines.map((line) => (
          <li key={line.id} className="flex gap-4 py-4 last:pb-0">
            <span className="w-18 shrink-0 overflow-hidden rounded-control"><Picture src={line.image} alt="" sizes="72px" className="aspect-square w-full" /></span>
            <div className="min-w-0 flex-1">
              <h3 className="line-clamp-2 text-sm leading-snug md:text-base">{line.name}</h3>
              {line.specs ? <p className="text-sm text-muted">{line.specs}</p> : null}
              <p className="mt-1 flex justify-between gap-4"><Price money={line.price} size="sm" plain /><span className="num text-muted">× {line.count}</span></p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function NoteBlock() {
  const texts = useTexts(checkoutTexts)
  return (
    <section aria-label={texts.note} className="panel">
      <TextField label={texts.note} name="note" form={ORDER_FORM} rows={2} maxLength={500} placeholder={texts.noteHint} />
    </section>
  )
}
