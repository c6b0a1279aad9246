import type { CashierView } from '@hearth/client/api/payments'
import { payTexts } from '@hearth/client/texts/shop-pay'
import type { Standing } from '@hearth/client/view/cashier'
import { priceText } from '@hearth/client/view/price'
import { Link } from 'react-router'
import { StatePage } from '../parts/state-page.tsx'
import { useTexts } from '../parts/use-shop.ts'

export type Late = CashierView['late_money']
type Props = { standing: Exclude<Standing, 'open'>; late: Late; number: string; skuId: number | null }

/** An order that cannot be paid now: why, what becomes of any money, and the way on. */
export function PayEnded({ standing, late, number, skuId }: Props) {
  const texts = useTexts(payTexts)
  const look = useEndedLook(standing, late)
  const canBuyAgain = skuId !== null && (standing === 'cancelled' || standing === 'over')
  return (
    <StatePage {...look}>
      {standing === 'paid' && late ? <p className="mt-3 text-sm text-muted">{texts.doubleText(priceText(late.amount))}</p> : null}
      <p className="mt-8 flex flex-wrap justify-center gap-3">
        <Link to={`/orders/${number}`} className="btn btn-primary btn-big">{texts.seeOrder}</Link>
        {canBuyAgain ? <Link to={`/goods/${skuId}`} className="btn btn-line btn-big">{texts.buyAgain}</Link> : null}
      </p>
    </StatePage>
  )
}

type Look = { tone: 'good' | 'wait' | 'bad'; icon: 'check' | 'clock' | 'back' | 'close'; title: string; text: string }

/** How an order that has ended looks and what is said of it. */
export function useEndedLook(standing: Exclude<Standing, 'open'>, late: Late): Look {
  const texts = useTexts(payTexts)
  if (standing === 'late' && late) return lateLook(late, texts)
  const looks: Record<Exclude<Standing, 'open' | 'late'>, Look> = {
    over: { tone: 'wait', icon: 'clock', title: texts.overTitle, text: texts.overText },
    paid: { tone: 'good', icon: 'check', title: texts.paidTitle, text: texts.paidText },
    cancelled: { tone: 'wait', icon: 'close', title: texts.cancelledTitle, text: texts.cancelledText },
    refunding: { tone: 'wait', icon: 'back', title: texts.refundingTitle, text: texts.refundText },
    refunded: { tone: 'good', icon: 'back', title: texts.refundedTitle, text: texts.refundText },
  }
  return looks[standing === 'late' ? 'cancelled' : standing]
}

function lateLook({ status, amount }: NonNullable<Late>, texts: typeof payTexts.zh): Look {
  const money = amount === '' ? '' : priceText(amount)
  if (status === 'kept') return { tone: 'wait', icon: 'clock', title: texts.lateKeptTitle, text: texts.lateKeptText(money) }
  if (status === 'returned') return { tone: 'good', icon: 'back', title: texts.lateBackTitle, text: texts.lateBackText(money) }
  return { tone: 'wait', icon: 'back', title: texts.lateTitle, text: texts.lateText(money) }
}
