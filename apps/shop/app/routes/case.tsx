import { neighboursOf, readCase } from '@hearth/client/api/cases'
import type { CaseDetail, CaseListed } from '@hearth/client/api/cases'
import { casesTexts } from '@hearth/client/texts/shop-cases'
import { wholeNumber } from '@hearth/client/view/pages'
import { Link, data } from 'react-router'
import type { Route } from './+types/case'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Icon } from '../parts/icons.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const SIZES = '(min-width: 832px) 800px, 92vw'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { http } = context.get(shopContext)
  const id = wholeNumber(params.caseId, 0)
  if (id < 1) throw data(null, { status: 404 })
  const [told, neighbours] = await Promise.all([
    orLeave(readCase(http, id), url), neighboursOf(http, id).catch(() => ({ previous: null, next: null })),
  ])
  return { told, ...neighbours }
}

export default function CasePage({ loaderData: { told, previous, next } }: Route.ComponentProps) {
  const texts = useTexts(casesTexts)
  const start = told.detail_blocks.find((block) => block.block_type === 'text')?.text ?? ''
  return (
    <div className="page pt-2 md:pt-4">
      <PageHead
        title={told.title} path={`/cases/${told.id}`} image={told.cover_image_url} kind="article"
        description={texts.caseDescription(told.title, start.slice(0, 120))}
      />
      <Breadcrumb crumbs={[{ name: texts.title, to: '/cases' }, { name: told.title }]} />
      <article className="mx-auto max-w-[800px]">
        <h1 className="mt-2 text-xl md:mt-6 md:text-2xl">{told.title}</h1>
        <Picture src={told.cover_image_url} alt={texts.coverAlt(told.title)} first sizes={SIZES} className="mt-6 aspect-[4/3] w-full rounded-card" />
        <Blocks told={told} />
      </article>
      <Neighbours previous={previous} next={next} />
    </div>
  )
}

function Blocks({ told }: { told: CaseDetail }) {
  const texts = useTexts(casesTexts)
  return told.detail_blocks.map((block, at) => (block.block_type === 'text' ? <p key={block.id} className="case-text mt-6">{block.text}</p> : (
    <figure key={block.id} className="mt-8">
      <Picture src={block.image_url} alt={block.text || texts.pictureAlt(told.title, at + 1)} sizes={SIZES} className="h-auto w-full rounded-card" />
      {block.text ? <figcaption className="mt-2 text-sm text-muted">{block.text}</figcaption> : null}
    </figure>
  )))
}

function Neighbours({ previous, next }: { previous: CaseListed | null; next: CaseListed | null }) {
  const texts = useTexts(casesTexts)
  return (
    <nav aria-label={texts.neighbours} className="mx-auto mt-12 flex max-w-[800px] flex-wrap items-stretch gap-4 border-t border-line pt-6">
      {previous ? <Neighbour of={previous} words={texts.previous} icon="left" /> : null}
      {next ? <Neighbour of={next} words={texts.next} icon="right" /> : null}
      <Link to="/cases" className="btn btn-line w-full">{texts.all}</Link>
    </nav>
  )
}

function Neighbour({ of, words, icon }: { of: CaseListed; words: string; icon: 'left' | 'right' }) {
  return (
    <Link to={`/cases/${of.id}`} prefetch="intent" rel={icon === 'left' ? 'prev' : 'next'} className={`panel group flex min-w-56 flex-1 items-center gap-3 ${icon === 'right' ? 'flex-row-reverse text-right' : ''}`}>
      <Icon name={icon} size={20} />
      <span className="min-w-0 flex-1"><span className="block text-xs text-muted">{words}</span><span className="line-clamp-2 font-semibold group-hover:text-ember">{of.title}</span></span>
    </Link>
  )
}
