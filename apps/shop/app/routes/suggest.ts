import { listHotWords, listOwnSearches, suggest } from '@hearth/client/api/finding'
import type { Suggestions } from '@hearth/client/api/finding'
import type { Route } from './+types/suggest'
import { shopContext } from '../shop-context.ts'

const LONGEST = 100
const WORDS = 6
const PRODUCTS = 3

export type SuggestView = {
  prefix: string
  meant: string | null
  words: string[]
  products: NonNullable<Suggestions['products']>
  /** Only without a prefix: one's own searches, and everybody's. */
  recent: string[]
  hot: string[]
}

function nothingFor(prefix: string): SuggestView {
  return { prefix, meant: null, words: [], products: [], recent: [], hot: [] }
}

/** A question that finds no way to the server must not take the page with it. */
export async function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs): Promise<SuggestView> {
  const prefix = new URL(request.url).searchParams.get('prefix') ?? ''
  return serverLoader().catch(() => nothingFor(prefix))
}

/** What to offer under the search box; nothing rather than a fault. */
export async function loader({ context, url }: Route.LoaderArgs): Promise<SuggestView> {
  const { http, mayBeSignedIn } = context.get(shopContext)
  const prefix = (url.searchParams.get('prefix') ?? '').replace(/\p{Cc}+/gu, ' ').trim().slice(0, LONGEST)
  const nothing = nothingFor(prefix)
  if (prefix === '') {
    const none: string[] = []
    const [recent, hot] = await Promise.all([
      mayBeSignedIn ? listOwnSearches(http, WORDS).catch(() => none) : none,
      listHotWords(http, WORDS).catch(() => none),
    ])
    return { ...nothing, recent, hot: hot.filter((word) => !recent.includes(word)) }
  }
  return suggest(http, { prefix, limit: WORDS, products: PRODUCTS }).then(
    ({ suggestions, did_you_mean: meant, products = [] }) => ({
      ...nothing, meant, products,
      words: suggestions.filter((word) => !products.some(({ name }) => name === word)),
    }), () => nothing)
}
