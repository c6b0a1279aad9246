import { breadcrumbJsonLd } from '@hearth/client/view/json-ld'
import { shopTexts } from '@hearth/client/texts/shop'
import { Link } from 'react-router'
import { JsonLd } from './json-ld.tsx'
import { useShop, useTexts } from './use-shop.ts'

export type Crumb = { name: string; to?: string }

/** The way here, for people and for search engines. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const texts = useTexts(shopTexts)
  const { publicUrl } = useShop()
  const trail = [{ name: texts.home, to: '/' }, ...crumbs]
  return (
    <nav aria-label={texts.breadcrumb} className="strip py-1 text-sm text-muted">
      <ol className="-ml-2 flex items-center whitespace-nowrap">
        {trail.map((crumb, at) => (
          <li key={`${at}-${crumb.name}`} className="flex items-center">
            {at > 0 ? <span aria-hidden="true" className="text-[#8b939c]">/</span> : null}
            {crumb.to ? <Link to={crumb.to} className="tap justify-center px-2 hover:text-ember">{crumb.name}</Link> : <span aria-current="page" className="px-2 text-ink">{crumb.name}</span>}
          </li>
        ))}
      </ol>
      <JsonLd data={breadcrumbJsonLd(trail, publicUrl)} />
    </nav>
  )
}
