import type { ReactNode } from 'react'
import { shopTexts } from '@hearth/client/texts/shop'
import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { payTexts } from '@hearth/client/texts/shop-pay'
import type { PayMethod } from '@hearth/client/view/cashier'
import { priceText } from '@hearth/client/view/price'
import { Link } from 'react-router'
import { TextField } from '../parts/field.tsx'
import { FoldedList } from '../parts/fold.tsx'
import { Notice } from '../parts/notice.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { payCodes } from '../server/checkout-form.ts'
import type { Said } from '../server/checkout-form.ts'
import type { CheckoutGoods, CheckoutLine } from '../server/checkout-goods.ts'
import { ORDER_FORM } from './checkout-summary.tsx'

/** The ways to pay that are open now; without any, why nothing can be ordered. */
export function PayBlock({ methods, said }: { methods: PayMethod[]; said: Said }) {
  const texts = useTexts(checkoutTexts)
  const { methods: names, marks } = useTexts(payTexts)
  const wished = methods.find((method) => String(payCodes[method]) === said.pay_method)
  const first = wished ?? (methods.includes('alipay') ? 'alipay' : methods[0])
  return (
    <section aria-labelledby="pay-method" className="panel">
      <h2 id="pay-method" className="text-lg">{texts.pay}</h2>
      {methods.length === 0 ? <div className="mt-4"><Notice kind="care"><b className="block">{texts.noMethods}</b>{texts.noMethodsText}</Notice></div> : (
        <fieldset className="mt-4">
          <legend className="sr-only">{texts.pay}</legend>
          <div className="grid gap-3 md:grid-cols-[repeat(auto-fit,minmax(200px,1fr))]">
            {methods.map((method) => (
              <label key={method} className="pick flex items-center gap-3 rounded-control border border-[#c9cdd2] p-4 hover:border-ember">
                <input type="radio" name="pay_method" form={ORDER_FORM} value={payCodes[method]} defaultChecked={method === first} className="size-5 shrink-0 accent-[#c2410c]" />
                <span aria-hidden="true" className={`pay-mark pay-mark-${method}`}>{marks[method]}</span>
                <span className="min-w-0"><b className="font-semibold">{names[method]}</b><span className="block text-sm text-muted">{texts.methodTexts[method]}</span></span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </section>
  )
}

export function GoodsBlock({ goods }: { goods: CheckoutGoods }) {
  const texts = useTexts(checkoutTexts)
  const { moreGoods } = useTexts(shopTexts)
  const reasonOf = ({ reason, stock }: CheckoutGoods['left'][number]) =>
    (reason === 'too_few' ? texts.leftReason.too_few(stock) : texts.leftReason[reason])
  return (
    <section aria-labelledby="goods" className="panel">
      <div className="flex items-center justify-between gap-4">
        <h2 id="goods" className="text-lg">{texts.goods}</h2>
        {goods.direct ? null : <Link to="/cart" className="tap text-sm text-muted hover:text-ember">{texts.backToCart}</Link>}
      </div>
      <FoldedList rows={goods.lines} open={5} more={moreGoods} className="mt-2 divide-y divide-line">
        {(line) => (
          <Line key={line.id} line={line}>
            <p className="mt-1 flex justify-between gap-4"><Price money={line.price} size="sm" plain /><span className="num text-muted">× {line.count}</span></p>
            {line.priceThen ? <p className="num mt-1 text-sm font-medium text-amber">{texts.priceThen(priceText(line.priceThen))}</p> : null}
          </Line>
        )}
      </FoldedList>
      {goods.left.length > 0 ? (
        <div className="mt-5 rounded-control bg-wash px-4 py-3">
          <h3 className="text-sm font-semibold">{texts.leftTitle}</h3>
          <ul className="divide-y divide-line">
            {goods.left.map((line) => <Line key={line.id} line={line} isGrey><p className="mt-1 text-sm text-muted">{reasonOf(line)}</p></Line>)}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

function Line({ line, isGrey = false, children }: { line: CheckoutLine; isGrey?: boolean; children: ReactNode }) {
  return (
    <li className="flex gap-4 py-4 last:pb-0">
      <span className={`w-18 shrink-0 overflow-hidden rounded-control ${isGrey ? 'opacity-60 grayscale' : ''}`}><Picture src={line.image} alt="" sizes="72px" className="aspect-square w-full" /></span>
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 text-sm leading-snug font-semibold md:text-base">{line.name}</p>
        {line.specs ? <p className="text-sm text-muted">{line.specs}</p> : null}
        {children}
      </div>
    </li>
  )
}

export function NoteBlock({ said }: { said: Said }) {
  const texts = useTexts(checkoutTexts)
  return (
    <section aria-label={texts.note} className="panel">
      <TextField label={texts.note} name="note" form={ORDER_FORM} rows={2} maxLength={500} defaultValue={said.note} placeholder={texts.noteHint} />
    </section>
  )
}
