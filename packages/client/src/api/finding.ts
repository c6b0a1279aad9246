import type { SkuCard } from '@hearth/contracts/catalog'
import type { Suggestions } from '@hearth/contracts/search'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { Suggestions }

/** words that begin so, and as many products as asked for. */
export function suggest(http: Http, query: { prefix: string; limit: number; products?: number }): Promise<Suggestions> {
  return ask(http, { method: 'GET', path: '/api/products/search_suggestions/', query })
}

/** what is looked for most and found, the most first. */
export async function listHotWords(http: Http, limit: number): Promise<string[]> {
  const answer = await ask<{ hot_keywords: { keyword: string }[] }>(http, {
    method: 'GET', path: '/api/products/hot_keywords/', query: { limit, found: true },
  })
  return answer.hot_keywords.map(({ keyword }) => keyword)
}

/** one's own searches, the newest first, each word once. */
export async function listOwnSearches(http: Http, limit: number): Promise<string[]> {
  const answer = await ask<{ history: { keyword: string }[] }>(http, {
    method: 'GET', path: '/api/search-logs/my_history/', query: { limit },
  })
  return answer.history.map(({ keyword }) => keyword)
}

/** forgets one's own searches. */
export function clearOwnSearches(http: Http): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/search-logs/clear_history/', body: {} })
}

/** G-03: what one looked at, the newest first. */
export function listLooks(http: Http): Promise<SkuCard[]> {
  return ask(http, { method: 'GET', path: '/api/browse_histories/' })
}

/** D-12: one look, or those made before the sign-in, the oldest first. */
export function keepLooks(http: Http, looks: { sku_id: number } | { sku_ids: readonly number[] }): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/browse_histories/', body: looks })
}
