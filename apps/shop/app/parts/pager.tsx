import { shopTexts } from '@hearth/client/texts/shop'
import { pageNumbers } from '@hearth/client/view/pages'
import { Link, useLocation } from 'react-router'
import { Icon } from './icons.tsx'
import { useTexts } from './use-shop.ts'

export function Pager({ page, totalPages }: { page: number; totalPages: number }) {
  const texts = useTexts(shopTexts)
  const { search } = useLocation()
  const to = (target: number) => {
    const query = new URLSearchParams(search)
    query.set('page', String(target))
    return `?${query}`
  }
  if (totalPages <= 1) return null
  return (
    <nav aria-label={texts.pages} className="mt-12 flex items-center justify-center gap-1 md:gap-2">
      {page > 1 ? <Link to={to(page - 1)} rel="prev" aria-label={texts.previous} className="chip px-2"><Icon name="left" size={20} /></Link> : null}
      {pageNumbers(page, totalPages).map((number, at) =>
        number === null ? <span key={`gap-${at}`} className="px-1 text-muted">…</span> : (
          <Link key={number} to={to(number)} aria-label={texts.page(number)} aria-current={number === page ? 'page' : undefined} className="chip num px-2">
            {number}
          </Link>
        ))}
      {page < totalPages ? <Link to={to(page + 1)} rel="next" aria-label={texts.next} className="chip px-2"><Icon name="right" size={20} /></Link> : null}
    </nav>
  )
}
