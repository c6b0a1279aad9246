import { readOrder } from '@hearth/client/api/orders'
import { reportAlipayReturn } from '@hearth/client/api/payments'
import { ApiRefusal } from '@hearth/client/http'
import type { Http } from '@hearth/client/http'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { Link, data } from 'react-router'
import type { Route } from './+types/pay-result'
import { PageHead } from '../parts/page-head.tsx'
import { Price } from '../parts/price.tsx'
import { StatePage } from '../parts/state-page.tsx'
import { useRefresh } from '../parts/use-refresh.ts'
import { useTexts } from '../parts/use-shop.ts'
import { shopContext } from '../shop-context.ts'

const REFRESH_MS = 3_000
type Result = { state: 'done' | 'confirming' | 'failed' | 'unknown'; tradeId: string | null; orderNumber: string | null; amount: string | null }

/** Every parameter of the address goes to the server, which proves them and asks the company. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { http, mayBeSignedIn } = context.get(shopContext)
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'lang'))
  const number = /^\d{16,32}$/.test(query.out_trade_no ?? '') ? (query.out_trade_no ?? null) : null
  const { state, tradeId } = number === null ? { state: 'unknown' as const, tradeId: null } : await settled(http, query)
  const order = number !== null && mayBeSignedIn ? await readOrder(http, number).catch(() => null) : null
  const isPaid = order !== null && ['paid', 'shipped', 'completed'].includes(order.status)
  const result: Result = {
    state: state === 'confirming' && isPaid ? 'done' : state,
    tradeId,
    orderNumber: order?.order_number ?? null,
    amount: order?.actual_amount ?? null,
  }
  return state === 'unknown' ? data(result, { status: 404 }) : result
}

/** Not paid yet or nobody to ask is no failure: it may still come. */
async function settled(http: Http, query: Record<string, string>): Promise<Pick<Result, 'state' | 'tradeId'>> {
  try {
    return { state: 'done', tradeId: (await reportAlipayReturn(http, query)).trade_id }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    if (error.status === 404) return { state: 'unknown', tradeId: null }
    const mayStillCome = error.status >= 429 || (error.status === 400 && error.errorCode === 'PAYMENT_VERIFICATION_FAILED')
    return { state: mayStillCome ? 'confirming' : 'failed', tradeId: null }
  }
}

const looks = {
  done: { tone: 'good', icon: 'check' },
  confirming: { tone: 'wait', icon: 'clock' },
  failed: { tone: 'bad', icon: 'alert' },
  unknown: { tone: 'bad', icon: 'alert' },
} as const

export default function PayResultPage({ loaderData: { state, tradeId, orderNumber, amount } }: Route.ComponentProps) {
  const texts = useTexts(payTexts)
  useRefresh(state === 'confirming', REFRESH_MS)
  const words = {
    done: [texts.doneTitle, texts.doneText],
    confirming: [texts.confirmingTitle, texts.confirmingText],
    failed: [texts.failedTitle, texts.failedText],
    unknown: [texts.unknownTitle, texts.failedText],
  }[state]
  return (
    <div className="page" aria-live="polite">
      <PageHead title={texts.resultTitle} isPrivate />
      <StatePage {...looks[state]} title={words[0] ?? ''} text={words[1] ?? ''}>
        {amount && state === 'done' ? <p className="mt-6"><Price money={amount} size="xl" plain /></p> : null}
        {orderNumber || tradeId ? (
          <dl className="num mt-6 w-full space-y-2 border-y border-line py-4 text-left text-sm">
            {orderNumber ? <div className="flex justify-between gap-4"><dt className="text-muted">{texts.orderNumber}</dt><dd>{orderNumber}</dd></div> : null}
            {tradeId ? <div className="flex justify-between gap-4"><dt className="text-muted">{texts.trade}</dt><dd>{tradeId}</dd></div> : null}
          </dl>
        ) : null}
        <p className="mt-8 flex flex-wrap justify-center gap-3">
          {orderNumber && state !== 'failed' ? <Link to={`/orders/${orderNumber}`} className="btn btn-primary btn-big">{texts.seeOrder}</Link> : null}
          {orderNumber && state === 'failed' ? <Link to={`/pay/${orderNumber}`} className="btn btn-primary btn-big">{texts.payAgain}</Link> : null}
          {state === 'confirming' ? <Link to="." reloadDocument className="btn btn-line btn-big">{texts.checkAgain}</Link> : null}
          <Link to="/orders" className="btn btn-line btn-big">{texts.toOrders}</Link>
        </p>
      </StatePage>
    </div>
  )
}
