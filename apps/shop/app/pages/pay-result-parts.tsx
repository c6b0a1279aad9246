import { payTexts } from '@hearth/client/texts/shop-pay'
import type { PayResult } from '@hearth/client/view/pay-result'
import { priceText } from '@hearth/client/view/price'
import { Link, useLocation } from 'react-router'
import { Price } from '../parts/price.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { useEndedLook } from './pay-ended.tsx'
import type { Late } from './pay-ended.tsx'

type Shown = { result: PayResult; tradeId: string | null; number: string | null; amount: string | null; late: Late }

const looks = {
  paid: { tone: 'good', icon: 'check' },
  waiting: { tone: 'wait', icon: 'clock' },
  transfer: { tone: 'wait', icon: 'clock' },
  unpaid: { tone: 'wait', icon: 'clock' },
  refused: { tone: 'bad', icon: 'alert' },
  unknown: { tone: 'bad', icon: 'alert' },
} as const

/** Sign, title and words of a result. */
export function useResultLook({ result, late, amount }: Shown) {
  const texts = useTexts(payTexts)
  const isEnded = result === 'closed' || result === 'late' || result === 'refunding' || result === 'refunded'
  const ended = useEndedLook(isEnded && result !== 'closed' ? result : 'cancelled', late ?? { status: 'kept', amount: amount ?? '' })
  if (isEnded) return ended
  const words = {
    paid: [texts.doneTitle, texts.doneText],
    waiting: [texts.confirmingTitle, texts.confirmingText],
    transfer: [texts.transferTitle, texts.transferText],
    unpaid: [texts.unpaidTitle, texts.unpaidText],
    refused: [texts.failedTitle, texts.failedText],
    unknown: [texts.unknownTitle, texts.unknownText],
  }[result]
  return { ...looks[result], title: words[0] ?? '', text: words[1] ?? '' }
}

/** How much was paid, for which order, and the company's number of it. */
export function PayFacts({ result, tradeId, number, amount, late }: Shown) {
  const texts = useTexts(payTexts)
  return (
    <>
      {amount && result === 'paid' ? <p className="mt-6"><Price money={amount} size="xl" plain /></p> : null}
      {result === 'paid' && late ? <p className="mt-3 text-sm text-muted">{texts.doubleText(priceText(late.amount))}</p> : null}
      {number || tradeId ? (
        <dl className="num mt-6 w-full space-y-2 border-y border-line py-4 text-left text-sm">
          {number ? <div className="flex justify-between gap-4"><dt className="shrink-0 text-muted">{texts.orderNumber}</dt><dd>{number}</dd></div> : null}
          {tradeId ? <div className="flex justify-between gap-4"><dt className="shrink-0 text-muted">{texts.trade}</dt><dd>{tradeId}</dd></div> : null}
        </dl>
      ) : null}
    </>
  )
}

/** What one can do about a result, the likely thing first. */
export function PayWays({ result, number }: Pick<Shown, 'result' | 'number'>) {
  const texts = useTexts(payTexts)
  const { pathname, search } = useLocation()
  const isOpen = result === 'waiting' || result === 'unpaid' || result === 'refused'
  return (
    <>
      {result === 'waiting' ? <Link to={`${pathname}${search}`} reloadDocument className="btn btn-primary btn-big">{texts.checkAgain}</Link> : null}
      {number && isOpen ? <Link to={`/pay/${number}`} className={`btn btn-big ${result === 'waiting' ? 'btn-line' : 'btn-primary'}`}>{texts.payAgain}</Link> : null}
      {number && !isOpen ? <Link to={`/orders/${number}`} className="btn btn-primary btn-big">{texts.seeOrder}</Link> : null}
    </>
  )
}
