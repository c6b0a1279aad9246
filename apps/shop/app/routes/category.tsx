import { listCategories } from '@hearth/client/api/catalog'
import { listTexts } from '@hearth/client/texts/shop-list'
import { categoryTree, placeOf } from '@hearth/client/view/category-tree'
import type { Place } from '@hearth/client/view/category-tree'
import { wholeNumber } from '@hearth/client/view/pages'
import { Link, data } from 'react-router'
import type { Route } from './+types/category'
import { ProductList } from '../pages/product-list.tsx'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { listPage } from '../server/list-page.ts'
import { orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const id = wholeNumber(params.categoryId, 0)
  if (id < 1) throw data(null, { status: 404 })
  const [majors, minors, list] = await Promise.all([
    orLeave(listCategories(shop.http, 'major'), url), orLeave(listCategories(shop.http, 'minor'), url),
    listPage(shop, url, { category_id: id }),
  ])
  const place = placeOf(categoryTree(majors, minors), id)
  if (!place) throw data(null, { status: 404 })
  return { place, list }
}

export default function CategoryPage({ loaderData: { place, list } }: Route.ComponentProps) {
  const texts = useTexts(listTexts)
  const crumbs = place.trail.map((node, at) => ({ name: node.name, to: at < place.trail.length - 1 ? `/c/${node.id}` : undefined }))
  const path = list.page > 1 ? `/c/${place.node.id}?page=${list.page}` : `/c/${place.node.id}`
  return (
    <div className="page pt-2 md:pt-4">
      <PageHead title={place.node.name} description={texts.listDescription(place.node.name, list.total)} path={path} />
      <Breadcrumb crumbs={crumbs} />
      <h1 className="mt-2 flex flex-wrap items-baseline gap-x-3 text-xl md:mt-4 md:text-2xl">
        {place.node.name}<span className="num text-sm font-normal text-muted md:hidden">{texts.found(list.total)}</span>
      </h1>
      <Chips place={place} />
      <ProductList list={list} without="category">
        <Empty title={texts.emptyTitle} text={texts.emptyText}>
          <Link to="/categories" className="btn btn-line">{texts.categoriesTitle}</Link>
        </Empty>
      </ProductList>
    </div>
  )
}

/** Below this category, or beside it when nothing is below. */
function Chips({ place }: { place: Place }) {
  const texts = useTexts(listTexts)
  const parent = place.node.children.length > 0 ? place.node : place.trail.at(-2)
  if (place.chips.length === 0 || !parent) return null
  return (
    <nav aria-label={texts.narrow} className="mt-4 -mx-4 md:mx-0">
      <ul className="strip gap-2 px-4 py-1 md:flex-wrap md:px-0">
        <li><Link to={`/c/${parent.id}`} className="chip" aria-current={parent.id === place.node.id ? 'page' : undefined}>{texts.all}</Link></li>
        {place.chips.map((chip) => (
          <li key={chip.id}><Link to={`/c/${chip.id}`} className="chip whitespace-nowrap" aria-current={chip.id === place.node.id ? 'page' : undefined}>{chip.name}</Link></li>
        ))}
      </ul>
    </nav>
  )
}
