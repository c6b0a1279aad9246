import type { FastifyRequest } from 'fastify'
import { pageOf } from '@hearth/kernel/pages'
import type { Page, PageAsk } from '@hearth/kernel/pages'

const MAX_PAGE_SIZE = 100

/** Page and size as asked for; a size above the maximum is capped. */
export function askedPage(query: { page?: number; page_size?: number }, otherwise = 20): PageAsk {
  return { page: query.page ?? 1, pageSize: Math.min(query.page_size ?? otherwise, MAX_PAGE_SIZE) }
}

export type LinkedPage<T> = Page<T> & { next: string | null; previous: string | null }

/** The page object with absolute links to its neighbours. */
export function linkedPage<T>(request: FastifyRequest, publicUrl: string, page: Page<T>): LinkedPage<T> {
  return {
    ...page,
    next: page.has_next ? pageLink(request, publicUrl, page.page + 1) : null,
    previous: page.has_previous ? pageLink(request, publicUrl, page.page - 1) : null,
  }
}

type Found<T> = { results: T[]; total: number; ask: PageAsk }

/** The lifecycle family's list: `{ status, data, pagination }` (contract §1.2). */
export function lifecycleList<T>(request: FastifyRequest, publicUrl: string, found: Found<T>) {
  const page = linkedPage(request, publicUrl, pageOf(found.results, found.total, found.ask))
  const { count, total_pages, next, previous } = page
  return {
    status: 'success' as const,
    data: page.results,
    pagination: { count, page: page.page, page_size: found.ask.pageSize, total_pages, next, previous },
  }
}

function pageLink(request: FastifyRequest, publicUrl: string, page: number): string {
  const url = new URL(request.url, publicUrl)
  url.searchParams.set('page', String(page))
  return url.toString()
}
