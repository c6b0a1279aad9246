import { listCases } from '@hearth/client/api/cases'
import { casesTexts } from '@hearth/client/texts/shop-cases'
import { wholeNumber } from '@hearth/client/view/pages'
import { Link } from 'react-router'
import type { Route } from './+types/cases'
import { CaseCard } from '../pages/case-card.tsx'
import { Breadcrumb } from '../parts/breadcrumb.tsx'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const page = wholeNumber(url.searchParams.get('page'), 1)
  const listed = await orLeave(listCases(context.get(shopContext).http, { page, page_size: 12 }), url)
  return { cases: listed.results, total: listed.total, page, totalPages: listed.total_pages }
}

export default function CasesPage({ loaderData: { cases, total, page, totalPages } }: Route.ComponentProps) {
  const texts = useTexts(casesTexts)
  const cover = cases[0]?.cover_image_url
  return (
    <div className="page pt-2 md:pt-4">
      <PageHead title={texts.title} description={texts.description} path={page > 1 ? `/cases?page=${page}` : '/cases'} image={cover} />
      <Breadcrumb crumbs={[{ name: texts.title }]} />
      {cases.length === 0 ? (
        <Empty title={texts.emptyTitle} text={texts.emptyText} asHeading>
          <Link to={page > 1 ? '/cases' : '/categories'} className="btn btn-primary">{page > 1 ? texts.all : texts.goods}</Link>
        </Empty>
      ) : (
        <>
          <h1 className="mt-2 flex flex-wrap items-baseline gap-x-3 text-xl md:mt-4 md:text-2xl">
            {texts.title}<span className="num text-sm font-normal text-muted">{texts.count(total)}</span>
          </h1>
          <p className="mt-2 text-muted">{texts.lead}</p>
          <ul className={`mt-6 grid gap-x-6 gap-y-8 md:mt-8 md:grid-cols-2 ${total > 2 ? 'lg:grid-cols-3' : ''}`}>
            {cases.map((one, at) => <li key={one.id}><CaseCard of={one} first={at === 0} /></li>)}
          </ul>
          <Pager page={page} totalPages={totalPages} />
        </>
      )}
    </div>
  )
}
