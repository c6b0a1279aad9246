import { listRecommended } from '@hearth/client/api/catalog'
import { listHotWords, suggest } from '@hearth/client/api/finding'
import { findTexts } from '@hearth/client/texts/shop-find'
import { listTexts } from '@hearth/client/texts/shop-list'
import { chosenOf } from '@hearth/client/view/filters'
import { cardOf } from '@hearth/client/view/product-card'
import type { Route } from './+types/search'
import { ProductList } from '../pages/product-list.tsx'
import { NothingFound } from '../pages/search-nothing.tsx'
import type { WaysOn } from '../pages/search-nothing.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { listPage } from '../server/list-page.ts'
import type { ShopRequest } from '../shop-context.ts'
import { shopContext } from '../shop-context.ts'

const LONGEST = 200
const NEAR_WORDS = 6

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const words = (url.searchParams.get('q') ?? '').replace(/\p{Cc}+/gu, ' ').trim().slice(0, LONGEST)
  if (words === '') return { words, list: null, waysOn: await waysOn(shop, []) }
  const list = await listPage(shop, url, { search: words })
  const isNothing = list.total === 0 && chosenOf(list.filters, null).length === 0
  return { words, list, waysOn: isNothing ? await waysOn(shop, partsOf(words, list.facets?.words ?? [])) : null }
}

/** What to look for instead: each word by itself, or the first half of a single one. */
function partsOf(typed: string, words: readonly string[]): string[] {
  if (words.length > 1) return words.slice(0, 3)
  const letters = [...typed]
  return letters.length > 1 ? [letters.slice(0, Math.ceil(letters.length / 2)).join('')] : []
}

async function waysOn({ http }: ShopRequest, parts: readonly string[]): Promise<WaysOn> {
  const [hot, recommended, ...near] = await Promise.all([
    listHotWords(http, 8).catch(() => []),
    listRecommended(http, 'popular', 8).then((products) => products.map(cardOf), () => []),
    ...parts.map((prefix) => suggest(http, { prefix, limit: 2 }).then(
      ({ suggestions }) => (suggestions.length > 0 ? [prefix, ...suggestions] : []), () => [])),
  ])
  return { hot, recommended, near: [...new Set(near.flat())].slice(0, NEAR_WORDS) }
}

export default function SearchPage({ loaderData: { words, list, waysOn } }: Route.ComponentProps) {
  const texts = useTexts(listTexts)
  const find = useTexts(findTexts)
  const title = words === '' ? texts.searchStart : texts.searchTitle(words)
  const meant = list?.facets?.did_you_mean
  if (waysOn || !list) {
    return (
      <div className="page pt-6 md:pt-10">
        <PageHead title={title} isPrivate />
        <NothingFound words={words} waysOn={waysOn} />
      </div>
    )
  }
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={title} isPrivate />
      <h1 className="flex flex-wrap items-baseline gap-x-3 text-lg md:text-xl">
        {title}<span className="num text-sm font-normal text-muted md:hidden">{texts.found(list.total)}</span>
      </h1>
      {meant ? <div className="mt-4"><Notice kind="care">{find.didYouMean(words, meant)}</Notice></div> : null}
      <ProductList list={list} kept={{ q: words }} words={list.facets?.words} />
    </div>
  )
}
