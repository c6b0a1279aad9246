import { listProducts, readFacets } from '@hearth/client/api/catalog'
import type { Facets, Narrowing } from '@hearth/client/api/catalog'
import { filtersOf, narrowingOf, queryWith } from '@hearth/client/view/filters'
import type { Filters } from '@hearth/client/view/filters'
import { wholeNumber } from '@hearth/client/view/pages'
import { cardWith } from '@hearth/client/view/product-card'
import type { CardView } from '@hearth/client/view/product-card'
import { redirect } from 'react-router'
import { sortOf } from '../parts/sort-row.tsx'
import type { Sort } from '../parts/sort-row.tsx'
import type { ShopRequest } from '../shop-context.ts'
import { orLeave } from './refusals.ts'

const PAGE_SIZE = 24
const LAST_PAGE = 10_000

export type ListView = {
  products: CardView[]
  total: number
  page: number
  totalPages: number
  sort: Sort
  filters: Filters
  /** null when they could not be had; the list stands without them. */
  facets: Facets | null
}

/**
 * One page of the products that an address asks for, within `base`, and what they can be narrowed by. An address past
 * the last page leads to it.
 */
export async function listPage({ http }: ShopRequest, url: URL, base: Narrowing): Promise<ListView> {
  const filters = filtersOf(url.searchParams)
  const narrowing = { ...narrowingOf(filters), ...base }
  const sort = sortOf(url.searchParams.get('sort_by'))
  const page = Math.min(wholeNumber(url.searchParams.get('page'), 1), LAST_PAGE)
  const [list, facets] = await Promise.all([
    orLeave(listProducts(http, { ...narrowing, sort_by: sort, page, page_size: PAGE_SIZE }), url),
    readFacets(http, narrowing).catch(() => null),
  ])
  if (page > 1 && page > list.total_pages) throw redirect(`${url.pathname}${lastPage(url, list.total_pages)}`)
  return {
    products: list.results.map((product) => cardWith(product, filters.options)),
    total: list.total, page: list.page, totalPages: list.total_pages,
    sort, filters, facets,
  }
}

function lastPage(url: URL, totalPages: number): string {
  return queryWith(url.search, totalPages > 1 ? { page: String(totalPages) } : {})
}
