import type { ReactNode } from 'react'
import { findTexts } from '@hearth/client/texts/shop-find'
import { chosenOf, queryCleared } from '@hearth/client/view/filters'
import { Link, useLocation, useNavigation } from 'react-router'
import { Empty } from '../parts/empty.tsx'
import { Marked } from '../parts/marked.tsx'
import { Pager } from '../parts/pager.tsx'
import { ProductGrid } from '../parts/product-card.tsx'
import { SortRow } from '../parts/sort-row.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { ListView } from '../server/list-page.ts'
import { ChosenRow, FilterButton } from './list-chosen.tsx'
import { FilterPanel } from './list-filters.tsx'

type Props = {
  list: ListView
  /** What the address keeps beside the filters. */
  kept?: Record<string, string>
  /** Filters that the page itself stands for. */
  without?: 'brand' | 'category'
  words?: readonly string[]
  /** Shown when there is nothing at all, whatever is chosen. */
  children?: ReactNode
}

/** Products with what they can be narrowed by: a column beside them on a desk, a sheet on a phone. */
export function ProductList({ list, kept = {}, without, words = [], children }: Props) {
  const { pathname } = useLocation()
  const navigation = useNavigation()
  const isReloading = navigation.location?.pathname === pathname
  const titleOf = ({ name }: { name: string }) => <Marked text={name} words={words} />
  const chosen = chosenOf(list.filters, list.facets)
  if (list.total === 0 && chosen.length === 0) return children
  return (
    <div className="mt-4 lg:mt-6 lg:grid lg:grid-cols-[232px_minmax(0,1fr)] lg:items-start lg:gap-10">
      <FilterPanel list={list} kept={kept} without={without} />
      <div className="min-w-0">
        <SortRow sort={list.sort} count={list.total}><FilterButton count={chosen.length} /></SortRow>
        <ChosenRow chosen={chosen} />
        <div className={`moves mt-6 ${isReloading ? 'opacity-50' : ''}`} aria-busy={isReloading}>
          {list.products.length > 0
            ? <ProductGrid products={list.products} firstRow titleOf={titleOf} />
            : <NothingFits />}
          <Pager page={list.page} totalPages={list.totalPages} />
        </div>
      </div>
    </div>
  )
}

function NothingFits() {
  const texts = useTexts(findTexts)
  const { search } = useLocation()
  return (
    <Empty title={texts.noFit} text={texts.noFitText}>
      <Link to={queryCleared(search)} className="btn btn-line">{texts.clearAll}</Link>
    </Empty>
  )
}
