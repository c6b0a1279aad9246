import { ask } from './http.ts'
import type { Call, Http } from './http.ts'

/** One page of any list, whichever family it came from. */
export type Listed<T> = { rows: T[]; total: number; page: number }

type PageWire<T> = { results: T[]; total: number; page: number }
/** The most that a list gives at once. */
export const PAGE = 100

/** One page of a list that answers the page object. */
export async function paged<T>(http: Http, call: Call): Promise<Listed<T>> {
  const { results, total, page } = await ask<PageWire<T>>(http, call)
  return { rows: results, total, page }
}

/** All pages of a list, for choosing. */
export async function everyPage<T>(load: (page: number) => Promise<Listed<T>>): Promise<T[]> {
  const first = await load(1)
  const more = Math.max(0, Math.ceil(first.total / PAGE) - 1)
  const rest = await Promise.all(Array.from({ length: more }, (_, at) => load(at + 2)))
  return [first, ...rest].flatMap((page) => page.rows)
}
