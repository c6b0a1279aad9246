import type { Static } from 'typebox'
import type { CaseDetail, CasePage, CaseView } from '@hearth/contracts/content'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type CaseListed = Static<typeof CaseView>
export type { CaseDetail }

/** A-35, in the merchant's order. */
export function listCases(http: Http, query: { page: number; page_size: number }): Promise<Static<typeof CasePage>> {
  return ask(http, { method: 'GET', path: '/api/cases/', query })
}

/** */
export function readCase(http: Http, id: number): Promise<CaseDetail> {
  return ask(http, { method: 'GET', path: `/api/cases/${id}/` })
}

/** The cases before and after one, in the merchant's order. */
export async function neighboursOf(http: Http, id: number): Promise<{ previous: CaseListed | null; next: CaseListed | null }> {
  let last: CaseListed | null = null
  for (let page = 1, found = false; page <= 20; page += 1) {
    const { results, has_next: hasNext } = await listCases(http, { page, page_size: 100 })
    const at = results.findIndex((one) => one.id === id)
    if (found) return { previous: last, next: results[0] ?? null }
    if (at >= 0 && (at < results.length - 1 || !hasNext)) return { previous: results[at - 1] ?? last, next: results[at + 1] ?? null }
    if (at >= 0) found = true
    last = found ? (results.at(-2) ?? last) : (results.at(-1) ?? last)
    if (!hasNext) break
  }
  return { previous: null, next: null }
}
