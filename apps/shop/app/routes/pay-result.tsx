import { readCashier, reportAlipayReturn } from '@hearth/client/api/payments'
import { ApiRefusal } from '@hearth/client/http'
import type { Http } from '@hearth/client/http'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { orderNumberIn } from '@hearth/client/view/cashier'
import { payResultOf } from '@hearth/client/view/pay-result'
import type { PayResult, Said } from '@hearth/client/view/pay-result'
import { Link, data, useRevalidator } from 'react-router'
import type { Route } from './+types/pay-result'
import { PayFacts, PayWays, useResultLook } from '../pages/pay-result-parts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StatePage } from '../parts/state-page.tsx'
import { useAskAgain, useFreshOnReturn } from '../parts/use-ask-again.ts'
import { useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export const handle = { slimFooter: true }

/** A kept copy would show money as it was. */
export const headers = () => ({ 'cache-control': 'private, no-store' })

/** Nothing of the address is believed: what Alipay appended is proven by the server, an order is read as one's own. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const { order: named, lang: _, ...query } = Object.fromEntries(url.searchParams)
  const isReturn = query.sign !== undefined && query.out_trade_no !== undefined
  const number = orderNumberIn(isReturn ? query.out_trade_no : named)
  if (!isReturn && number !== null) needsSession(shop, url)
  const { said, tradeId } = isReturn ? await settled(shop.http, query) : { said: null, tradeId: null }
  const reading = number !== null && shop.mayBeSignedIn ? readCashier(shop.http, number) : null
  const cashier = reading && await (isReturn ? reading.catch(() => null) : orLeave(reading.catch(orNobodys), url))
  const result = payResultOf(said, cashier, shop.now)
  const shown = {
    result, tradeId, number: cashier?.order_number ?? null, amount: cashier?.amount ?? null,
    late: cashier?.late_money ?? null,
  }
  return result === 'unknown' ? data(shown, { status: 404 }) : shown
}

/** An order that is not there, or somebody else's, is no order here. */
function orNobodys(error: unknown): null {
  if (error instanceof ApiRefusal && error.status === 404) return null
  throw error
}

/** Not paid yet or nobody to ask is no failure: it may still come. */
async function settled(http: Http, query: Record<string, string>): Promise<{ said: Said; tradeId: string | null }> {
  try {
    return { said: 'done', tradeId: (await reportAlipayReturn(http, query)).trade_id }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    return { said: refusedSaid(error), tradeId: null }
  }
}

function refusedSaid({ status, errorCode, facts }: ApiRefusal): Said {
  if (status === 404) return 'unknown'
  if (facts.goes_back === true) return 'late'
  const mayStillCome = status >= 429 || (status === 400 && errorCode === 'PAYMENT_VERIFICATION_FAILED')
  return mayStillCome ? 'waiting' : 'refused'
}

const ASKING: readonly PayResult[] = ['waiting', 'transfer']

export default function PayResultPage({ loaderData }: Route.ComponentProps) {
  const texts = useTexts(payTexts)
  const { result, number } = loaderData
  const { revalidate } = useRevalidator()
  useAskAgain(ASKING.includes(result), revalidate)
  useFreshOnReturn(revalidate)
  const look = useResultLook(loaderData)
  return (
    <div className="page" aria-live="polite">
      <PageHead title={texts.resultTitle} isPrivate />
      <StatePage {...look}>
        <PayFacts {...loaderData} />
        <p className="mt-8 flex flex-wrap justify-center gap-3">
          <PayWays result={result} number={number} />
          <Link to="/orders" className="btn btn-line btn-big">{texts.toOrders}</Link>
        </p>
      </StatePage>
    </div>
  )
}
