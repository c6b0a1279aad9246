import { readCart, removeFromCart, setCartLine, tickWholeCart } from '@hearth/client/api/cart'
import type { Http } from '@hearth/client/http'
import { cartTexts } from '@hearth/client/texts/shop-cart'
import { shopTexts } from '@hearth/client/texts/shop'
import { cartTotal } from '@hearth/client/view/cart-total'
import { wholeNumber } from '@hearth/client/view/pages'
import { Link, redirect, useFetchers } from 'react-router'
import type { Route } from './+types/cart'
import { CartLines } from '../pages/cart-lines.tsx'
import { CartSummary } from '../pages/cart-summary.tsx'
import { Empty } from '../parts/empty.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { orLeave, refusedForm } from '../server/refusals.ts'
import { isAgain } from '../server/buy-again.ts'
import { shopContext } from '../shop-context.ts'

export const handle = { ownBar: true, slimFooter: true }

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const again = url.searchParams.get('again')
  const lines = shop.mayHaveCart ? await orLeave(readCart(shop.http), url) : []
  return { lines, again: isAgain(again) ? again : null }
}

/** `intent`: set a line's count and tick, remove it or all that is no longer sold, or tick the whole cart. */
export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const skuId = wholeNumber(form.get('sku_id'), 0)
  const selected = form.get('selected') === 'true'
  try {
    if (form.get('intent') === 'tick-all') await tickWholeCart(shop.http, selected)
    else if (form.get('intent') === 'remove-gone') await removeGone(shop.http)
    else if (form.get('intent') === 'remove') await removeFromCart(shop.http, skuId)
    else await setCartLine(shop.http, { sku_id: skuId, count: wholeNumber(form.get('count'), 1), selected })
  } catch (error) {
    return refusedForm(error, shop, '/cart')
  }
  return redirect('/cart')
}

async function removeGone(http: Http): Promise<void> {
  for (const line of await readCart(http)) if (line.unavailable === 'off_sale') await removeFromCart(http, line.id)
}

export default function CartPage({ loaderData: { lines, again }, actionData }: Route.ComponentProps) {
  const texts = useTexts(cartTexts)
  const frame = useTexts(shopTexts)
  const { user } = useShop()
  const answers = useFetchers().map((fetcher) => fetcher.data as typeof actionData)
  const refused = [...answers, actionData].find((answer) => answer?.refused)?.refused
  const total = cartTotal(lines)
  const told = { all: texts.again, some: texts.someAgain, none: texts.noneAgain }
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.title} path="/cart" isPrivate />
      {again && lines.length === 0 ? <Notice kind="care">{told[again]}</Notice> : null}
      {lines.length === 0 ? (
        <Empty title={texts.emptyTitle} text={texts.emptyText} asHeading>
          <Link to="/" className="btn btn-primary">{frame.goShopping}</Link>
        </Empty>
      ) : (
        <>
          <h1 className="text-xl md:text-2xl">{texts.title}</h1>
          {user ? null : <p className="mt-2 text-sm text-muted">{texts.signInNote} <Link to="/login?next=/cart" className="link font-semibold">{frame.signIn}</Link></p>}
          {again && !refused ? <div className="mt-4"><Notice kind={again === 'all' ? 'good' : 'care'}>{told[again]}</Notice></div> : null}
          {refused ? <div className="mt-4"><Notice kind="error">{refused.message}</Notice></div> : null}
          <div className="mt-6 grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_340px] lg:items-start lg:gap-12">
            <CartLines lines={lines} allTicked={total.allTicked} />
            <CartSummary total={total} />
          </div>
        </>
      )}
    </div>
  )
}
