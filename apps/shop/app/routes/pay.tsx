import { useCallback, useEffect } from 'react'
import { listPayMethods, readCashier } from '@hearth/client/api/payments'
import type { CashierView } from '@hearth/client/api/payments'
import { readOrder } from '@hearth/client/api/orders'
import { ApiRefusal } from '@hearth/client/http'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { transferTexts } from '@hearth/client/texts/shop-transfer'
import { begunAttempt, payPlaceOf, standingOf, transferOf } from '@hearth/client/view/cashier'
import type { PayMethod } from '@hearth/client/view/cashier'
import { minuteText } from '@hearth/client/view/dates'
import { versionText } from '@hearth/client/view/version'
import { data, redirect, redirectDocument, useNavigate, useRevalidator } from 'react-router'
import type { Route } from './+types/pay'
import { PayEnded } from '../pages/pay-ended.tsx'
import { PayMethods } from '../pages/pay-methods.tsx'
import { PayHead, PayHelp, PaySummary } from '../pages/pay-summary.tsx'
import { PayTransfer } from '../pages/pay-transfer.tsx'
import { WechatCode, WechatInside, WechatUnknown } from '../pages/pay-wechat.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useCashierWatch } from '../parts/use-cashier-watch.ts'
import { useTexts } from '../parts/use-shop.ts'
import { beginPaying, hasMovedOn, payTrouble, proveTransfer } from '../server/paying.ts'
import type { Handed, PayTrouble } from '../server/paying.ts'
import { leaving, needsSession, orLeave, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export const handle = { slimFooter: true }

const METHODS = ['wechat', 'alipay', 'bank'] as const

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const { http } = shop
  const asked = Promise.all([readCashier(http, params.orderNumber), readOrder(http, params.orderNumber), listPayMethods(http)])
  const [cashier, order, methods] = await orLeave(asked, url)
  const { expires_at: expiresAt } = cashier
  const wished = METHODS.find((method) => method === order.payment_method)
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

type Answer = { method: PayMethod | undefined; handed: Handed | null; trouble: PayTrouble | null }

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
  const method = isProof ? 'bank' : METHODS.find((each) => each === form.get('method'))
  const place = payPlaceOf(request.headers.get('user-agent'))
  const onceKey = /^[\w-]{16,64}$/.test(textOf(form, 'once')) ? textOf(form, 'once') : crypto.randomUUID()
  const { methodMissing } = payTexts[shop.language]
  if (!method) return data<Answer>({ method, handed: null, trouble: { message: methodMissing, waitS: 0, isOpenid: false } }, { status: 400 })
  try {
    const cashier = await readCashier(shop.http, params.orderNumber)
    if (cashier.status !== 'pending') return redirect(back)
    if (isProof) await proveTransfer(shop, cashier, form, onceKey)
    const handed: Handed = isProof ? { kind: 'transfer' } : await beginPaying(shop, cashier, { method, place, onceKey })
    if (handed.kind === 'link') return redirectDocument(handed.url)
    return handed.kind === 'transfer' ? redirect(back) : data<Answer>({ method, handed, trouble: null })
  } catch (error) {
    if (hasMovedOn(error)) return redirect(back)
    if (!(error instanceof ApiRefusal) || error.status === 401 || error.status === 404) throw leaving(error, new URL(back, url))
    const trouble = payTrouble(error, shop, { method })
    const headers: HeadersInit = trouble.waitS > 0 ? { 'retry-after': String(trouble.waitS) } : {}
    return data<Answer>({ method, handed: null, trouble }, { status: error.status, headers })
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
  useCashierWatch(cashier, standing === 'open' || standing === 'over', toResult)
  return (
    <div className="page">
      <PageHead title={texts.title} isPrivate />
      {standing === 'open'
        ? <Cashier {...loaderData} answer={actionData ?? null} />
        : <PayEnded standing={standing} late={cashier.late_money} number={cashier.order_number} skuId={skuId} />}
    </div>
  )
}

type CashierProps = Route.ComponentProps['loaderData'] & { answer: Answer | null }

/** One step of paying at a time, beside what it is for. */
function Cashier({ answer, ...given }: CashierProps) {
  const { cashier, goods, leftMs } = given
  const { revalidate } = useRevalidator()
  const over = useCallback(() => void revalidate(), [revalidate])
  const step = useStep(given, answer)
  const order = { number: cashier.order_number, amount: cashier.amount, expiresAt: cashier.expires_at, leftMs }
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

/** Which step it is: what was just handed over, a transfer under way, or choosing. */
function useStep({ cashier, methods, wished, place, isChoosing, onceKey }: Omit<CashierProps, 'answer'>, answer: Answer | null) {
  const texts = useTexts(payTexts)
  const transferWords = useTexts(transferTexts)
  const navigate = useNavigate()
  const order = { number: cashier.order_number, amount: cashier.amount }
  const begun = begunAttempt(cashier.attempts)
  const transfer = transferOf(cashier.attempts)
  const handed = answer?.handed ?? null
  const trouble = answer?.trouble ?? null
  const isMine = handed !== null && 'paymentId' in handed && begun?.id === handed.paymentId
  if (isMine && handed.kind === 'code') {
    return { title: texts.codeTitle, text: texts.watching, body: <WechatCode order={order} code={handed.code} onceKey={onceKey} /> }
  }
  if (isMine && handed.kind === 'jsapi') {
    const toResult = () => void navigate(`/pay/result?order=${order.number}`)
    return { title: texts.jsapiTitle, text: texts.watching, body: <WechatInside order={order} call={handed.call} onPaid={toResult} /> }
  }
  const isTransferTrouble = trouble !== null && answer?.method === 'bank'
  if (transfer.state !== 'none' && !isChoosing && (trouble === null || isTransferTrouble)) {
    const titles = { asked: transferWords.askedTitle, sent: transferWords.sentTitle, refused: transferWords.refusedTitle }
    const words = {
      asked: transferWords.askedText, sent: transferWords.sentText(minuteText(cashier.expires_at)), refused: transferWords.refusedText,
    }
    const body = <PayTransfer order={order} account={cashier.bank_account} transfer={transfer} onceKey={onceKey} refused={trouble?.message ?? null} />
    return { title: titles[transfer.state], text: words[transfer.state], body }
  }
  const known = METHODS.find((method) => method === begun?.method) ?? null
  const body = methods.length === 0
    ? <Notice kind="care"><b className="block">{texts.noMethods}</b>{texts.noMethodsText}</Notice>
    : (
      <div className="panel">
        {trouble?.isOpenid ? <WechatUnknown /> : null}
        <PayMethods
          key={answer?.method} order={order} methods={methods} chosen={answer?.method ?? known ?? wished} begun={known}
          place={place} onceKey={onceKey} trouble={trouble}
        />
      </div>
    )
  return { title: texts.placed, text: undefined, body }
}
