import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { MediaUses } from '@hearth/contracts/media'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { productPath } from '../../shared/paths.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'

type Use = MediaUses['uses'][number]

/** What shows a picture: each by name, with the way there. */
export function PictureUses({ id }: { id: number }) {
  const t = useTexts().library
  const found = useQuery({ queryKey: ['pictures', 'uses', id], queryFn: () => api.pictureUses(id) })
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={2} />
  const { counts, uses } = found.data
  const used = Object.entries(counts).filter(([, count]) => count > 0)
  if (used.length === 0) return <p className="hint">{t.unused}</p>
  const left = used.reduce((sum, [, count]) => sum + count, 0) - uses.length
  return (
    <>
      <p className="picture-used">{used.map(([kind, count]) => t.users[kind as keyof typeof t.users](count)).join('、')}</p>
      <ul className="picture-uses">
        {uses.map((use) => (
          <li key={`${use.kind} ${use.id}`}><span className="hint">{t.kinds[use.kind]}</span> <UseName use={use} /></li>
        ))}
        {left > 0 && <li className="hint">{t.more(left)}</li>}
      </ul>
    </>
  )
}

function UseName({ use }: { use: Use }) {
  const t = useTexts().library
  const name = use.name === '' ? t.unnamed(use.id) : use.name
  const to = placeOf(use)
  return to === null ? <span>{name}</span> : <Link to={to}>{name}</Link>
}

/** Where in the console it is changed. */
function placeOf({ kind, id }: Use): string | null {
  switch (kind) {
    case 'products': return productPath(id)
    case 'brands': return '/brands'
    case 'categories': return '/categories'
    case 'banners': return '/banners'
    case 'contents': return '/adverts'
    case 'cases': return `/cases/${id}`
    case 'avatars': return `/people/${id}`
    default: return null
  }
}
