import type { CaseListed } from '@hearth/client/api/cases'
import { Link } from 'react-router'
import { Picture } from '../parts/picture.tsx'

/** A case by its cover and title; the whole card is one link. */
export function CaseCard({ of, first = false }: { of: CaseListed; first?: boolean }) {
  return (
    <article className="group relative">
      <div className="overflow-hidden rounded-card bg-wash">
        <Picture src={of.cover_image_url} alt="" first={first} sizes="(min-width: 1024px) 400px, (min-width: 768px) 46vw, 92vw" className="moves aspect-[4/3] w-full group-hover:scale-[1.03]" />
      </div>
      <h2 className="mt-3 text-base font-semibold md:text-lg">
        <Link to={`/cases/${of.id}`} prefetch="intent" className="after:absolute after:inset-0 after:rounded-card group-hover:text-ember">{of.title}</Link>
      </h2>
    </article>
  )
}
