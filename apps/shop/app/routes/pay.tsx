import { useCallback, useState } from 'react'
import { readOrder } from '@hearth/client/api/orders'
import { startAlipay } from '@hearth/client/api/payments'
import { ApiRefusal } from '@hearth/client/http'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { versionText } from '@hearth/client/view/version'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import { Form, Link, redirect, redirectDocument } from 'react-router'
import type { Route } from './+types/pay'
import { Countdown } from '../parts/countdown.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Price } from '../parts/price.tsx'
import { StatePage } from '../parts/state-page.tsx'
import { Submit } from '../parts/submit.tsx'
import { useRefresh } from '../parts/use-refresh.ts'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave, refusedForm } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export const handle = { slimFooter: true }

const REFRESH_MS = 4_000

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const order = await orLeave(readOrder(shop.http, params.orderNumber), url)
  const { order_number, actual_amount, status, expires_at, items } = order
  const leftMs = expires_at === null ? 0 : Math.max(0, Date.parse(expires_at) - shop.now.getTime())
  return { order: { order_number, actual_amount, status }, goods: items.map((item) => `${item.product_name} ${versionText(item.sku_specs, item.product_name)} × ${item.quantity}`), leftMs }
}

/** Off to Alipay, no page of the shop even where its simulator runs beside us. Paid meanwhile: the page says so. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const device = /Mobile|Android|iPhone/i.test(request.headers.get('user-agent') ?? '') ? 'phone' : 'desk'
  try {
    return redirectDocument(await startAlipay(shop.http, params.orderNumber, device))
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 409) return redirect(`/pay/${params.orderNumber}`)
    return refusedForm(error, shop, `/pay/${params.orderNumber}`)
  }
}

export default function PayPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(payTexts)
  const { language } = useShop()
  const { order } = loaderData
  const isOpen = order.status === 'pending'
  useRefresh(isOpen, REFRESH_MS)
  const isPaid = ['paid', 'shipped', 'completed'].includes(order.status)
  return (
    <div className="page">
      <PageHead title={texts.title} isPrivate />
      {isOpen ? <Cashier {...loaderData} refused={actionData?.refused.message ?? null} /> : (
        <StatePage
          tone={isPaid ? 'good' : 'wait'} icon={isPaid ? 'check' : 'clock'}
          title={isPaid ? texts.paidTitle : texts.otherTitle(orderStatusLabels[order.status][language])}
          text={isPaid ? texts.doneText : texts.otherText}
        >
          <p className="mt-6"><Link to={`/orders/${order.order_number}`} className="btn btn-primary btn-big">{texts.seeOrder}</Link></p>
        </StatePage>
      )}
    </div>
  )
}

type CashierProps = Route.ComponentProps['loaderData'] & { refused: string | null }

function Cashier({ order, goods, leftMs, refused }: CashierProps) {
  const texts = useTexts(payTexts)
  const [isOver, setOver] = useState(leftMs <= 0)
  const over = useCallback(() => setOver(true), [])
  return (
    <div className="mx-auto max-w-xl pt-10 md:pt-16">
      <h1 className="text-xl">{isOver ? texts.overTitle : texts.placed}</h1>
      <p className="mt-2 text-muted">{isOver ? texts.overText : <>{texts.left} <Countdown leftMs={leftMs} onOver={over} /></>}</p>
      <div className="panel mt-8">
        {refused ? <div className="mb-5"><Notice kind="error">{refused}</Notice></div> : null}
        <p className="text-sm text-muted">{texts.amount}</p>
        <p className="mt-1"><Price money={order.actual_amount} size="xl" /></p>
        <dl className="mt-5 space-y-2 border-t border-line pt-5 text-sm">
          <div className="flex justify-between gap-6"><dt className="whitespace-nowrap text-muted">{texts.orderNumber}</dt><dd className="num">{order.order_number}</dd></div>
          {goods.map((name, at) => <div key={`${at}-${name}`} className="text-muted"><dt className="sr-only">·</dt><dd>{name}</dd></div>)}
        </dl>
        <Form method="post" className="mt-6">
          <Submit busy={texts.leaving} disabled={isOver} className="btn btn-big w-full bg-[#1668b8] text-white hover:bg-[#0f5396]">{texts.toAlipay}</Submit>
        </Form>
        <p className="mt-3 text-center text-sm text-muted">{isOver ? '' : texts.leftText}</p>
      </div>
      <p className="mt-4 flex flex-wrap items-center justify-between gap-x-4 text-sm text-muted">
        <span>{texts.watching}</span><Link to={`/orders/${order.order_number}`} className="tap link">{texts.paidAlready}</Link>
      </p>
    </div>
  )
}
