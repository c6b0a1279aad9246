/** What a list was asked for: `page` from 1, `pageSize` already capped at its maximum. */
export type PageAsk = { page: number; pageSize: number }

/** The page object of the contract (§0.3 Pagination), before the links to its neighbours. */
export type Page<T> = {
  results: T[]
  total: number
  page: number
  total_pages: number
  has_next: boolean
  has_previous: boolean
  count: number
}

export function pageOf<T>(results: T[], total: number, ask: PageAsk): Page<T> {
  const totalPages = Math.max(1, Math.ceil(total / ask.pageSize))
  return {
    results,
    total,
    page: ask.page,
    total_pages: totalPages,
    has_next: ask.page < totalPages,
    has_previous: ask.page > 1,
    count: total,
  }
}

/** The rows to skip for a page. */
export function offsetOf(ask: PageAsk): number {
  return (ask.page - 1) * ask.pageSize
}
