import { readBrand } from '@hearth/client/api/catalog'
import { findTexts } from '@hearth/client/texts/shop-find'
import { listTexts } from '@hearth/client/texts/shop-list'
import { wholeNumber } from '@hearth/client/view/pages'
import { Link, data } from 'react-router'
import type { Route } from './+types/brand'
import { ProductList } from '../pages/product-list.tsx'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { listPage } from '../server/list-page.ts'
import { orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const id = wholeNumber(params.brandId, 0)
  if (id < 1) throw data(null, { status: 404 })
  const [{ name, logo, description }, list] = await Promise.all([
    orLeave(readBrand(shop.http, id), url), listPage(shop, url, { brand_id: [id] }),
  ])
  return { brand: { id, name, logo, description }, list: { ...list, filters: { ...list.filters, brandIds: [] } } }
}

export default function BrandPage({ loaderData: { brand, list } }: Route.ComponentProps) {
  const texts = useTexts(findTexts)
  const { categoriesTitle } = useTexts(listTexts)
  const told = brand.description || texts.brandDescription(brand.name, list.total)
  const path = list.page > 1 ? `/b/${brand.id}?page=${list.page}` : `/b/${brand.id}`
  return (
    <div className="page pt-2 md:pt-4">
      <PageHead title={brand.name} description={told} path={path} />
      <Breadcrumb crumbs={[{ name: brand.name }]} />
      <header className="mt-2 flex items-center gap-4 rounded-card bg-wash p-4 md:mt-4 md:gap-8 md:p-8">
        {brand.logo ? <span className="w-20 flex-none overflow-hidden rounded-card bg-paper p-2.5 md:w-32 md:p-4"><Picture src={brand.logo} alt="" sizes="(min-width: 768px) 128px, 80px" first className="aspect-square w-full bg-transparent!" /></span> : null}
        <div className="min-w-0">
          <h1 className="text-xl md:text-2xl">{brand.name}</h1>
          {brand.description ? <p className="mt-2 max-w-[60ch] text-sm text-[#4a525c] max-md:line-clamp-4 md:text-base">{brand.description}</p> : null}
        </div>
      </header>
      <ProductList list={list} without="brand">
        <Empty title={texts.brandEmpty} text={texts.brandEmptyText}>
          <Link to="/categories" className="btn btn-line">{categoriesTitle}</Link>
        </Empty>
      </ProductList>
    </div>
  )
}
