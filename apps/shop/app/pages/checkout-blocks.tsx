import type { ReactNode } from 'react'
import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { priceText } from '@hearth/client/view/price'
import { Link } from 'react-router'
import { TextField } from '../parts/field.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { Said } from '../server/checkout-form.ts'
import type { CheckoutGoods, CheckoutLine } from '../server/checkout-goods.ts'
import { ORDER_FORM } from './checkout-summary.tsx'

export function PayBlock({ said }: { said: Said }) {
  const texts = useTexts(checkoutTexts)
  const choices = [
    ['2', texts.alipay, texts.alipayText], ['3', texts.wechat, texts.wechatText], ['1', texts.bank, texts.bankText],
  ] as const
  return (
    <section aria-labelledby="pay-method" className="panel">
      <h2 id="pay-method" className="text-lg">{texts.pay}</h2>
      <fieldset className="mt-4">
        <legend className="sr-only">{texts.pay}</legend>
        <div className="grid gap-3 md:grid-cols-3">
          {choices.map(([value, name, text]) => (
            <label key={value} className="pick flex gap-3 rounded-control border border-[#c9cdd2] p-4 hover:border-ember">
              <input type="radio" name="pay_method" form={ORDER_FORM} value={value} defaultChecked={value === (said.pay_method || '2')} className="mt-1 size-5 shrink-0 accent-[#c2410c]" />
              <span><b className="font-semibold">{name}</b><span className="block text-sm text-muted">{text}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
    </section>
  )
}

export function GoodsBlock({ goods }: { goods: CheckoutGoods }) {
  const texts = useTexts(checkoutTexts)
  const reasonOf = ({ reason, stock }: CheckoutGoods['left'][number]) =>
    (reason === 'too_few' ? texts.leftReason.too_few(stock) : texts.leftReason[reason])
  return (
    <section aria-labelledby="goods" className="panel">
      <div className="flex items-center justify-between gap-4">
        <h2 id="goods" className="text-lg">{texts.goods}</h2>
        {goods.direct ? null : <Link to="/cart" className="tap text-sm text-muted hover:text-ember">{texts.backToCart}</Link>}
      </div>
      <ul className="mt-2 divide-y divide-line">
        {goods.lines.map((line) => (
          <Line key={line.id} line={line}>
            <p className="mt-1 flex justify-between gap-4"><Price money={line.price} size="sm" plain /><span className="num text-muted">× {line.count}</span></p>
            {line.priceThen ? <p className="num mt-1 text-sm font-medium text-amber">{texts.priceThen(priceText(line.priceThen))}</p> : null}
          </Line>
        ))}
      </ul>
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
