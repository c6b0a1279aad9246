import type { Facets } from '@hearth/client/api/catalog'
import { findTexts } from '@hearth/client/texts/shop-find'
import { categoryChoices, queryWith } from '@hearth/client/view/filters'
import { listTexts } from '@hearth/client/texts/shop-list'
import { Link, useLocation } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { Group } from './list-group.tsx'

/** One category at a time: the way up from the chosen one, and what lies below it. */
export function CategoryLinks({ categories, chosenId }: { categories: Facets['categories']; chosenId: number | null }) {
  const texts = useTexts(findTexts)
  const { all } = useTexts(listTexts)
  const { search } = useLocation()
  const { trail, choices } = categoryChoices(categories, chosenId)
  if (trail.length === 0 && choices.length < 2) return null
  const to = (id: number | null) => queryWith(search, { category_id: id === null ? null : String(id) })
  return (
    <Group title={texts.category}>
      {trail.length > 0 ? (
        <ol className="mb-2 flex flex-wrap items-center text-sm">
          <li><Link to={to(null)} preventScrollReset rel="nofollow" className="tap text-muted hover:text-ember">{all}</Link></li>
          {trail.map((one) => (
            <li key={one.id} className="flex items-center">
              <span className="px-1 text-muted"><Icon name="right" size={16} /></span>
              {one.id === chosenId ? <span aria-current="true" className="font-semibold">{one.name}</span>
                : <Link to={to(one.id)} preventScrollReset rel="nofollow" className="tap text-muted hover:text-ember">{one.name}</Link>}
            </li>
          ))}
        </ol>
      ) : null}
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ id, name, count }) => (
          <li key={id}>
            <Link to={to(id)} preventScrollReset rel="nofollow" className="pick-chip">
              {name}<span aria-hidden="true" className="num text-xs text-muted">{count}</span><span className="sr-only">{texts.count(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  )
}
