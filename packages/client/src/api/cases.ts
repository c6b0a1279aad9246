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

export type Neighbours = { previous: CaseListed | null; next: CaseListed | null }

/** The cases before and after one, in the merchant's order. */
export async function neighboursOf(http: Http, id: number): Promise<Neighbours> {
  const listed: CaseListed[] = []
  for (let page = 1; page <= 20; page += 1) {
    const { results, has_next: hasNext } = await listCases(http, { page, page_size: 100 })
    listed.push(...results)
    const at = listed.findIndex((one) => one.id === id)
    const next = listed[at + 1]
    if (at >= 0 && (next || !hasNext)) return { previous: listed[at - 1] ?? null, next: next ?? null }
    if (!hasNext) break
  }
  return { previous: null, next: null }
}
