import { listByCategory, listRelated, readSku } from '@hearth/client/api/catalog'
import type { ProductView, SkuDetail } from '@hearth/client/api/catalog'
import { addToCart } from '@hearth/client/api/cart'
import type { Http } from '@hearth/client/http'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { productJsonLd } from '@hearth/client/view/json-ld'
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
import { JsonLd } from '../parts/json-ld.tsx'
import { LookedAt } from '../parts/looked-at.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PreviewBanner } from '../parts/preview-banner.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { areaCookie, deliveryArea } from '../server/delivery-area.ts'
import { orLeave, refusedForm, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

/** The page brings its own bar of actions on a phone. */
export const handle = { ownBar: true, barIsFixed: true }

const RELATED = 4

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const skuId = wholeNumber(params.skuId, 0)
  if (skuId < 1) throw data(null, { status: 404 })
  const [sku, area] = await Promise.all([orLeave(readSku(shop.http, skuId), url), deliveryArea(shop, request, url)])
  const shown = {
    sku,
    area,
    related: (await relatedTo(shop.http, sku)).map(cardOf),
    jsonLd: productJsonLd(sku, shop.publicUrl),
    added: url.searchParams.has('added'),
  }
  // A preview for administrators is kept nowhere.
  return data(shown, sku.product.is_active ? undefined : { headers: { 'cache-control': 'no-store' } })
}

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** What goes with it; when nothing does, what sells best around its category. */
async function relatedTo(http: Http, { product, breadcrumb }: SkuDetail): Promise<ProductView[]> {
  const related = await listRelated(http, product.id, RELATED).catch(() => [])
  if (related.length > 0) return related
  const around = breadcrumb.at(-2)?.id ?? product.category_id
  const near = await listByCategory(http, { category_id: around, sort_by: 'sales', page_size: RELATED + 1 }).catch(() => null)
  return (near?.results ?? []).filter(({ id }) => id !== product.id).slice(0, RELATED)
}

/** `intent` says what the button was: an area, into the cart and stay, or straight to the checkout of this one line. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const skuId = wholeNumber(params.skuId, 0)
  const count = wholeNumber(form.get('count'), 1)
  if (form.get('intent') === 'area') {
    const cookie = await areaCookie(shop, form)
    return redirect(`/goods/${skuId}`, cookie ? { headers: { 'set-cookie': cookie } } : undefined)
  }
  if (form.get('intent') === 'buy') return redirect(`/checkout?sku_id=${skuId}&count=${count}`)
  try {
    await addToCart(shop.http, { sku_id: skuId, count })
  } catch (error) {
    return refusedForm(error, shop, `/goods/${skuId}`)
  }
  return redirect(`/goods/${skuId}?added=${textOf(form, 'count') || 1}`)
}

export default function GoodsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { area, added, jsonLd, related } = loaderData
  const texts = useTexts(goodsTexts)
  const navigation = useNavigation()
  const nextId = wholeNumber(navigation.location?.pathname.match(/^\/goods\/(\d+)$/)?.[1], 0)
  const sku = withSibling(loaderData.sku, nextId > 0 ? nextId : null)
  const { product } = sku
  const crumbs = sku.breadcrumb.map((crumb) => ({ name: crumb.name, to: `/c/${crumb.id}` }))
  return (
    <div className="page md:pt-4">
      <PageHead
        isPrivate={!product.is_active || !sku.is_launched} title={sku.name} path={`/goods/${sku.id}`}
        image={sku.default_image_url} kind="product"
        description={texts.goodsDescription(sku.name, product.key_spec, priceText(sku.price))}
      />
      <PreviewBanner isActive={product.is_active} />
      <JsonLd data={jsonLd} />
      <div className="max-md:hidden"><Breadcrumb crumbs={crumbs} /></div>
      <div className="grid gap-x-12 gap-y-3 md:mt-4 md:grid-cols-[minmax(0,11fr)_minmax(0,9fr)] lg:gap-x-16">
        <div className="min-w-0 md:sticky md:top-24 md:self-start"><Gallery key={product.id} images={sku.images} name={sku.name} /></div>
        <BuyBox sku={sku} area={area} added={added} refused={actionData?.refused.message ?? null} />
      </div>
      <GoodsDetails sku={sku} />
      <Related products={related} />
      <LookedAt skuId={loaderData.sku.id} />
    </div>
  )
}
