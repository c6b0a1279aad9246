import { listByCategory, readSku } from '@hearth/client/api/catalog'
import { addToCart } from '@hearth/client/api/cart'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { cardOf } from '@hearth/client/view/product-card'
import { wholeNumber } from '@hearth/client/view/pages'
import { priceText } from '@hearth/client/view/price'
import { withSibling } from '@hearth/client/view/sku-choice'
import { data, redirect, useNavigation } from 'react-router'
import type { Route } from './+types/goods'
import { BuyBox } from '../pages/goods-buy-box.tsx'
import { GoodsDetails, Related } from '../pages/goods-details.tsx'
import { Gallery } from '../pages/goods-gallery.tsx'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { LookedAt } from '../parts/looked-at.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { orLeave, refusedForm, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

/** The page brings its own bar of actions on a phone. */
export const handle = { ownBar: true, barIsFixed: true }

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { http } = context.get(shopContext)
  const skuId = wholeNumber(params.skuId, 0)
  if (skuId < 1) throw data(null, { status: 404 })
  const sku = await orLeave(readSku(http, skuId), url)
  const near = await listByCategory(http, { category_id: sku.product.category_id, sort_by: 'sales', page_size: 5 })
    .then((page) => page.results, () => [])
  return {
    sku,
    related: near.filter((product) => product.id !== sku.product.id).slice(0, 4).map(cardOf),
    added: url.searchParams.has('added'),
  }
}

/** `intent` says what the button was: into the cart and stay, or straight to the checkout of this one line. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const skuId = wholeNumber(params.skuId, 0)
  const count = wholeNumber(form.get('count'), 1)
  if (form.get('intent') === 'buy') return redirect(`/checkout?sku_id=${skuId}&count=${count}`)
  try {
    await addToCart(shop.http, { sku_id: skuId, count })
  } catch (error) {
    return refusedForm(error, shop, `/goods/${skuId}`)
  }
  return redirect(`/goods/${skuId}?added=${textOf(form, 'count') || 1}`)
}

export default function GoodsPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(goodsTexts)
  const navigation = useNavigation()
  const nextId = wholeNumber(navigation.location?.pathname.match(/^\/goods\/(\d+)$/)?.[1], 0)
  const sku = withSibling(loaderData.sku, nextId > 0 ? nextId : null)
  const { product } = sku
  const crumbs = sku.breadcrumb.map((crumb) => ({ name: crumb.name, to: `/c/${crumb.id}` }))
  return (
    <div className="page md:pt-4">
      <PageHead
        title={sku.name} path={`/goods/${sku.id}`} image={sku.default_image_url}
        description={texts.goodsDescription(sku.name, product.key_spec, priceText(sku.price))}
      />
      <div className="max-md:hidden"><Breadcrumb crumbs={crumbs} /></div>
      <div className="grid gap-x-12 gap-y-3 md:mt-4 md:grid-cols-[minmax(0,11fr)_minmax(0,9fr)] lg:gap-x-16">
        <div className="min-w-0 md:sticky md:top-24 md:self-start"><Gallery key={product.id} images={sku.images} name={sku.name} /></div>
        <BuyBox sku={sku} added={loaderData.added} refused={actionData?.refused.message ?? null} />
      </div>
      <GoodsDetails sku={sku} />
      <Related products={loaderData.related} />
      <LookedAt skuId={loaderData.sku.id} />
    </div>
  )
}
