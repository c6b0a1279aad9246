import { listAddresses, listAreas } from '@hearth/client/api/addresses'
import { placeOrder } from '@hearth/client/api/orders'
import { listPayMethods } from '@hearth/client/api/payments'
import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { wholeNumber } from '@hearth/client/view/pages'
import { Link, data, redirect } from 'react-router'
import type { Route } from './+types/checkout'
import { Addresses } from '../pages/checkout-addresses.tsx'
import { GoodsBlock, NoteBlock, PayBlock } from '../pages/checkout-blocks.tsx'
import { ChangedTotal } from '../pages/checkout-changed.tsx'
import { DeliveryBlock } from '../pages/checkout-delivery.tsx'
import { CheckoutSummary } from '../pages/checkout-summary.tsx'
import { Empty } from '../parts/empty.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { redrawAreas, saveAddress } from '../server/address-form.ts'
import { orderOf, saidIn, totalChange } from '../server/checkout-form.ts'
import { readCheckout } from '../server/checkout-goods.ts'
import { needsSession, orLeave, refusedForm, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export const handle = { ownBar: true, slimFooter: true }

/** A refused order means that something changed: everything is read again. */
export const shouldRevalidate = () => true

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const { http } = shop
  const [goods, addresses, provinces, methods] = await orLeave(
    Promise.all([readCheckout(http, url), listAddresses(http), listAreas(http, null), listPayMethods(http)]), url)
  const asked = wholeNumber(url.searchParams.get('address'), 0)
  const chosen = addresses.find((one) => one.id === asked) ?? addresses[0] ?? null
  return { goods, addresses, provinces, methods, chosenId: chosen?.id ?? null, onceKey: crypto.randomUUID() }
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const back = `${url.pathname}${url.search}`
  if (form.get('intent') === 'areas') return redrawAreas(shop.http, form)
  if (form.get('intent') === 'address') {
    const { kept, refused } = await saveAddress(shop, form, { id: null, back })
    return refused ?? redirect(`${url.pathname}?${withAddress(url, kept.id)}`)
  }
  try {
    const placed = await placeOrder(shop.http, orderOf(form), textOf(form, 'once_key'))
    return redirect(`/pay/${placed.order.order_number}`)
  } catch (error) {
    const { data: answer, init } = refusedForm(error, shop, back)
    return data({ ...answer, said: saidIn(form), changed: totalChange(error) }, init ?? {})
  }
}

/** The same page with the new address chosen. */
function withAddress(url: URL, id: number): URLSearchParams {
  const query = new URLSearchParams(url.search)
  query.set('address', String(id))
  return query
}

export default function CheckoutPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(checkoutTexts)
  const { goods, addresses, provinces, methods, chosenId, onceKey } = loaderData
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined
  const draft = actionData && 'draft' in actionData ? actionData.draft : undefined
  const said = actionData && 'said' in actionData ? actionData.said : {}
  const changed = actionData && 'changed' in actionData ? actionData.changed : null
  const kept = addresses.find((one) => String(one.id) === said.address)?.id ?? chosenId
  if (goods === null) {
    return (
      <div className="page">
        <PageHead title={texts.title} isPrivate />
        <Empty title={texts.emptyTitle} text={texts.emptyText} asHeading>
          <Link to="/cart" className="btn btn-primary">{texts.toCart}</Link>
          <Link to="/orders" className="btn btn-line">{texts.toOrders}</Link>
        </Empty>
      </div>
    )
  }
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.title} path="/checkout" isPrivate />
      <h1 className="text-xl md:text-2xl">{texts.title}</h1>
      <p className="mt-1 text-sm text-muted">{texts.steps}</p>
      {changed ? <ChangedTotal change={changed} /> : null}
      {refused && !draft && !changed ? (
        <div className="mt-4"><Notice kind="error">{refused.message}{refused.errorCode === 'INSUFFICIENT_STOCK' ? ` ${texts.stockChanged}` : ''}</Notice></div>
      ) : null}
      {goods.direct?.lowered ? <div className="mt-4"><Notice kind="care">{texts.lowered(goods.direct.count)}</Notice></div> : null}
      <div className="mt-6 grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_340px] lg:items-start lg:gap-12">
        <div className="min-w-0 space-y-5">
          <Addresses addresses={addresses} chosenId={kept} provinces={provinces} draft={draft} />
          <GoodsBlock goods={goods} />
          {goods.delivery ? <DeliveryBlock delivery={goods.delivery} said={said} /> : null}
          <PayBlock methods={methods} said={said} />
          <NoteBlock said={said} />
        </div>
        <CheckoutSummary
          goods={goods} onceKey={onceKey} hasAddress={chosenId !== null} canPay={methods.length > 0}
          isChanged={changed !== null}
        />
      </div>
    </div>
  )
}
