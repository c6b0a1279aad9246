import { listProducts } from '@hearth/client/api/catalog'
import { listTexts } from '@hearth/client/texts/shop-list'
import { shopTexts } from '@hearth/client/texts/shop'
import { cardOf } from '@hearth/client/view/product-card'
import { wholeNumber } from '@hearth/client/view/pages'
import { Form, Link } from 'react-router'
import type { Route } from './+types/search'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { ProductGrid } from '../parts/product-card.tsx'
import { SortRow, sortOf } from '../parts/sort-row.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const words = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  const sort = sortOf(url.searchParams.get('sort_by'))
  if (words === '') return { words, sort, page: null }
  const query = { search: words, sort_by: sort, page: wholeNumber(url.searchParams.get('page'), 1), page_size: 24 }
  const page = await orLeave(listProducts(context.get(shopContext).http, query), url)
  return { words, sort, page: { ...page, results: page.results.map(cardOf) } }
}

export default function SearchPage({ loaderData: { words, sort, page } }: Route.ComponentProps) {
  const texts = useTexts(listTexts)
  const title = words === '' ? texts.searchStart : texts.searchTitle(words)
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={title} isPrivate />
      {page && page.results.length > 0 ? (
        <>
          <h1 className="flex flex-wrap items-baseline gap-x-3 text-lg md:text-xl">
            {title}<span className="num text-sm font-normal text-muted md:hidden">{texts.found(page.total)}</span>
          </h1>
          <div className="mt-4"><SortRow sort={sort} count={page.total} /></div>
          <div className="mt-6 md:mt-8"><ProductGrid products={page.results} firstRow /></div>
          <Pager page={page.page} totalPages={page.total_pages} />
        </>
      ) : <NothingFound words={words} />}
    </div>
  )
}

function NothingFound({ words }: { words: string }) {
  const texts = useTexts(listTexts)
  const frame = useTexts(shopTexts)
  const { channels } = useShop()
  const title = words === '' ? texts.searchStart : texts.searchEmpty(words)
  return (
    <>
      <Empty title={title} text={words === '' ? texts.searchStartText : texts.searchEmptyText} asHeading>
        <Form action="/search" className="flex w-full gap-2">
          <input name="q" defaultValue={words} key={words} aria-label={frame.searchLabel} className="input" maxLength={100} />
          <button type="submit" className="btn btn-primary">{frame.search}</button>
        </Form>
      </Empty>
      <section aria-label={texts.tryThese} className="mx-auto max-w-xl text-center">
        <h2 className="text-sm text-muted">{texts.tryThese}</h2>
        <ul className="mt-3 flex flex-wrap justify-center gap-2">
          {channels.map((channel) => <li key={channel.id}><Link to={`/c/${channel.id}`} className="chip">{channel.name}</Link></li>)}
        </ul>
      </section>
    </>
  )
}
