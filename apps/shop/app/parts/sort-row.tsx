import type { ReactNode } from 'react'
import { listTexts } from '@hearth/client/texts/shop-list'
import { Link, useLocation } from 'react-router'
import { useTexts } from './use-shop.ts'

export const sorts = ['relevance', 'sales', 'price_asc', 'price_desc', 'created'] as const
export type Sort = (typeof sorts)[number]

export function sortOf(text: string | null): Sort {
  return sorts.find((sort) => sort === text) ?? 'relevance'
}

/** The ways to order a list, as links that keep the rest of the address. */
export function SortRow({ sort, count, children }: { sort: Sort; count: number; children?: ReactNode }) {
  const texts = useTexts(listTexts)
  const { search } = useLocation()
  const to = (target: Sort) => {
    const query = new URLSearchParams(search)
    query.delete('page')
    query.set('sort_by', target)
    return `?${query}`
  }
  return (
    <div className="flex items-center justify-between gap-3 border-b md:gap-4 border-line">
      <nav aria-label={texts.sortBy} className="min-w-0">
        <ul className="strip gap-1 md:gap-4">
          {sorts.map((key) => (
            <li key={key}>
              <Link
                to={to(key)} preventScrollReset aria-label={texts.sort[key]} aria-current={key === sort ? 'true' : undefined}
                className="tab"
              >
                {texts.sortShort[key]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p role="status" className="num text-sm whitespace-nowrap text-muted max-md:sr-only">{texts.found(count)}</p>
      {children}
    </div>
  )
}
