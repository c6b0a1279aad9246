import { shopTexts } from '@hearth/client/texts/shop'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { minuteText } from '@hearth/client/view/dates'
import { Link } from 'react-router'
import { Countdown } from '../parts/countdown.tsx'
import { Fold, FoldedList } from '../parts/fold.tsx'
import { Price } from '../parts/price.tsx'
import { useTexts } from '../parts/use-shop.ts'

// Days are not counted down by the second.
const DAY_MS = 86_400_000

export type PayOrder = { number: string; amount: string; expiresAt: string | null; leftMs: number | null }
export type PayGoods = { name: string; specs: string; qty: number }

type HeadProps = { title: string; text?: string | undefined; order: PayOrder; onOver: () => void }

/** What is to be done, by when, and how much: the head of every step of paying. */
export function PayHead({ title, text, order, onOver }: HeadProps) {
  const texts = useTexts(payTexts)
  const { amount, expiresAt, leftMs } = order
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-xl" tabIndex={-1} id="pay-title">{title}</h1>
        {text ? <p className="mt-2 text-muted">{text}</p> : null}
        {expiresAt && leftMs !== null ? (
          <p className="mt-2 text-muted">
            <time dateTime={expiresAt} className="num">{texts.until(minuteText(expiresAt))}</time>
            {leftMs < DAY_MS ? <span className="scripts-only ml-2 whitespace-nowrap">{texts.left} <span className="text-ink"><Countdown key={leftMs} leftMs={leftMs} onOver={onOver} say={texts.minutesLeft} /></span></span> : null}
          </p>
        ) : null}
      </div>
      <p className="flex items-baseline gap-3 md:block md:text-right">
        <span className="text-sm text-muted">{texts.amount}</span>
        <span className="md:mt-1 md:block"><Price money={amount} size="xl" /></span>
      </p>
    </header>
  )
}

/** What the money is for. */
export function PaySummary({ order, goods }: { order: PayOrder; goods: PayGoods[] }) {
  const texts = useTexts(payTexts)
  const { moreGoods } = useTexts(shopTexts)
  return (
    <section aria-labelledby="pay-goods" className="rounded-card bg-wash p-4 md:p-6">
      <h2 id="pay-goods" className="text-base">{texts.goods}</h2>
      <FoldedList rows={goods} open={3} more={moreGoods} className="space-y-3 py-3 text-sm">
        {({ name, specs, qty }, at) => (
          <li key={`${at}-${name}`} className="flex justify-between gap-4">
            <span className="min-w-0">{name}{specs ? <span className="block text-muted">{specs}</span> : null}</span>
            <span className="num shrink-0 text-muted">× {qty}</span>
          </li>
        )}
      </FoldedList>
      <p className="border-t border-[#e3ddd4] pt-3 text-sm text-muted">
        {texts.orderNumber} <span className="num text-ink">{order.number}</span>
      </p>
      <Link to={`/orders/${order.number}`} className="tap link text-sm">{texts.seeOrder}</Link>
    </section>
  )
}

/** What to do when paying does not go as it should. */
export function PayHelp() {
  const texts = useTexts(payTexts)
  return (
    <Fold title={texts.helpTitle} className="mt-4 rounded-card border border-line px-4 text-sm">
      <ul className="list-disc space-y-2 pb-4 pl-5 text-muted">{texts.help.map((line) => <li key={line}>{line}</li>)}</ul>
    </Fold>
  )
}
