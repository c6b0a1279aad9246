import { useCallback, useEffect } from 'react'
import { listPayMethods, readCashier } from '@hearth/client/api/payments'
import type { CashierView } from '@hearth/client/api/payments'
import { readOrder } from '@hearth/client/api/orders'
import { ApiRefusal } from '@hearth/client/http'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { payMethods, payPlaceOf, standingOf } from '@hearth/client/view/cashier'
import { versionText } from '@hearth/client/view/version'
import { data, redirect, redirectDocument, useNavigate, useRevalidator } from 'react-router'
import type { Route } from './+types/pay'
import { PayEnded } from '../pages/pay-ended.tsx'
import { usePayStep } from '../pages/pay-step.tsx'
import type { PayAnswer } from '../pages/pay-step.tsx'
import { PayHead, PayHelp, PaySummary } from '../pages/pay-summary.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useCashierWatch } from '../parts/use-cashier-watch.ts'
import { useTexts } from '../parts/use-shop.ts'
import { beginPaying, hasMovedOn, payTrouble, proveTransfer } from '../server/paying.ts'
import type { Handed } from '../server/paying.ts'
import { leaving, needsSession, orLeave, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export const handle = { ownBar: true, slimFooter: true }

/** A kept copy would offer to pay what is paid. */
export const headers = () => ({ 'cache-control': 'private, no-store' })

const TRANSFER: Handed = { kind: 'transfer' }

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const { http } = shop
  const number = params.orderNumber
  const asked = Promise.all([readCashier(http, number), readOrder(http, number), listPayMethods(http)])
  const [cashier, order, methods] = await orLeave(asked, url)
  const { expires_at: expiresAt } = cashier
  const wished = payMethods.find((method) => method === order.payment_method)
  return {
    cashier, methods, wished, standing: standingOf(cashier, shop.now),
    leftMs: expiresAt === null ? null : Math.max(0, Date.parse(expiresAt) - shop.now.getTime()),
    goods: order.items.map((item) => ({
      name: item.product_name, specs: versionText(item.sku_specs, item.product_name), qty: item.quantity,
    })),
    skuId: order.items[0]?.sku_id ?? null,
    place: payPlaceOf(request.headers.get('user-agent')),
    isChoosing: url.searchParams.has('choose'),
    onceKey: crypto.randomUUID(),
  }
}

/**
 * Off to the company, no page of the shop even where its simulator runs beside us; or the next step on this page.
 * An order that has moved on meanwhile is shown as it is now.
 */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const back = `/pay/${params.orderNumber}`
  const form = await request.formData()
  const isProof = textOf(form, 'intent') === 'proof'
  const method = isProof ? 'bank' : payMethods.find((each) => each === form.get('method'))
  const place = payPlaceOf(request.headers.get('user-agent'))
  const onceKey = /^[\w-]{16,64}$/.test(textOf(form, 'once')) ? textOf(form, 'once') : crypto.randomUUID()
  const missing = { message: payTexts[shop.language].methodMissing, waitS: 0, isOpenid: false }
  if (!method) return data<PayAnswer>({ method, handed: null, trouble: missing }, { status: 400 })
  try {
    const cashier = await readCashier(shop.http, params.orderNumber)
    if (cashier.status !== 'pending') return redirect(back)
    if (isProof) await proveTransfer(shop, cashier, { form, onceKey })
    const handed = isProof ? TRANSFER : await beginPaying(shop, cashier, { method, place, onceKey })
    if (handed.kind === 'link') return redirectDocument(handed.url)
    return handed.kind === 'transfer' ? redirect(back) : data<PayAnswer>({ method, handed, trouble: null })
  } catch (error) {
    if (hasMovedOn(error)) return redirect(back)
    const isOurs = error instanceof ApiRefusal && error.status !== 401 && error.status !== 404
    if (!isOurs) throw leaving(error, new URL(back, url))
    const trouble = payTrouble(error, shop.language, method)
    const headers: HeadersInit = trouble.waitS > 0 ? { 'retry-after': String(trouble.waitS) } : {}
    return data<PayAnswer>({ method, handed: null, trouble }, { status: error.status, headers })
  }
}

/** A form that finds no way to us leaves the page as it is. */
export async function clientAction({ serverAction }: Route.ClientActionArgs) {
  try {
    return await serverAction()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const trouble = { message: '', waitS: 0, isOpenid: false, isOffline: true }
    return { method: undefined, handed: null, trouble }
  }
}

export default function PayPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(payTexts)
  const { cashier, standing, skuId } = loaderData
  const navigate = useNavigate()
  const toResult = useCallback((fresh: CashierView) => {
    const isPaid = standingOf(fresh, new Date()) === 'paid'
    if (isPaid) void navigate(`/pay/result?order=${fresh.order_number}`, { replace: true })
    return isPaid
  }, [navigate])
  useCashierWatch(cashier, { isOn: standing === 'open' || standing === 'over', onChange: toResult })
  return (
    <div className="page">
      <PageHead title={texts.title} isPrivate />
      {standing === 'open'
        ? <Cashier {...loaderData} answer={actionData ?? null} />
        : <PayEnded standing={standing} late={cashier.late_money} number={cashier.order_number} skuId={skuId} />}
    </div>
  )
}

type CashierProps = Route.ComponentProps['loaderData'] & { answer: PayAnswer | null }

/** One step of paying at a time, beside what it is for. */
function Cashier({ answer, ...given }: CashierProps) {
  const { cashier, goods, leftMs } = given
  const { revalidate } = useRevalidator()
  const over = useCallback(() => void revalidate(), [revalidate])
  const step = usePayStep(given, answer)
  const { order_number: number, amount, expires_at: expiresAt } = cashier
  const order = { number, amount, expiresAt, leftMs: step.isTimed ? leftMs : null }
  useEffect(() => {
    if (answer?.handed) document.getElementById('pay-title')?.focus()
  }, [answer])
  return (
    <div className="mx-auto max-w-5xl pt-6 pb-10 md:pt-12">
      <PayHead title={step.title} text={step.text} order={order} onOver={over} />
      <div className="mt-6 grid gap-6 md:mt-8 md:grid-cols-[minmax(0,1fr)_300px] md:items-start">
        <div className="min-w-0">{step.body}</div>
        <div className="min-w-0"><PaySummary order={order} goods={goods} /><PayHelp /></div>
      </div>
    </div>
  )
}
