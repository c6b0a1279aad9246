import { findTexts } from '@hearth/client/texts/shop-find'
import { priceEnds, queryCleared, queryWithout } from '@hearth/client/view/filters'
import type { Chosen } from '@hearth/client/view/filters'
import { Link, useLocation } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** The panel of filters, which this button opens on a phone. */
export const PANEL = 'filters'

type Texts = (typeof findTexts)['zh']

export function FilterButton({ count }: { count: number }) {
  const texts = useTexts(findTexts)
  return (
    <button type="button" popoverTarget={PANEL} className="tap flex-none gap-1.5 text-base font-semibold whitespace-nowrap lg:hidden">
      <Icon name="filter" size={18} />{texts.filters}
      {count > 0 ? <span className="badge num"><span aria-hidden="true">{count}</span><span className="sr-only">{texts.chosenCount(count)}</span></span> : null}
    </button>
  )
}

/** What is chosen, each with its way out, and the way out of all. */
export function ChosenRow({ chosen }: { chosen: Chosen[] }) {
  const texts = useTexts(findTexts)
  const { search } = useLocation()
  if (chosen.length === 0) return null
  return (
    <ul aria-label={texts.chosen} className="mt-4 flex flex-wrap items-center gap-2">
      {chosen.map((one) => {
        const name = nameOf(one, texts)
        return (
          <li key={queryWithout(search, one)}>
            <Link to={queryWithout(search, one)} preventScrollReset rel="nofollow" aria-label={texts.remove(name)} className="chosen">
              {name}<Icon name="close" size={16} />
            </Link>
          </li>
        )
      })}
      <li><Link to={queryCleared(search)} preventScrollReset className="tap link px-2 text-sm">{texts.clearAll}</Link></li>
    </ul>
  )
}

function nameOf(chosen: Chosen, texts: Texts): string {
  if (chosen.kind === 'stock') return texts.inStock
  if (chosen.kind === 'price') return rangeName(texts, { min: chosen.min || '0', max: chosen.max || null })
  return chosen.name ?? (chosen.kind === 'brand' ? texts.unknownBrand : texts.unknown)
}

export function rangeName(texts: Texts, range: { min: string; max: string | null }): string {
  const { from, to } = priceEnds(range)
  if (from && to) return texts.between(from, to)
  return from ? texts.andUp(from) : to ? texts.upTo(to) : texts.anyPrice
}
