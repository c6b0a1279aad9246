import { keep, kept } from '../kept.ts'
import type { ListValues } from './list-types.ts'

/** A set of filters under a name of its own, as one person keeps it in this browser. */
export type SavedFilter = { name: string; query: string }
const MOST = 20

/** The address of these filters: in one order, without page and open drawer. */
export function queryOf(values: ListValues): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1))).toString()
}

/** With this one; a name that is there already gets the new filters. The newest stands first. */
export function withSaved(saved: readonly SavedFilter[], one: SavedFilter): SavedFilter[] {
  return [one, ...saved.filter(({ name }) => name !== one.name)].slice(0, MOST)
}

export function savedIn(text: string | null): SavedFilter[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.filter(isSaved) : []
  } catch {
    return []
  }
}

function isSaved(one: unknown): one is SavedFilter {
  return typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string'
    && 'query' in one && typeof one.query === 'string'
}

const placeOf = (listId: string, personId: number) => `filters.${listId}.${personId}`

export function savedFilters(listId: string, personId: number): SavedFilter[] {
  return savedIn(kept(placeOf(listId, personId)))
}

export function keepFilters(listId: string, personId: number, saved: readonly SavedFilter[]): void {
  keep(placeOf(listId, personId), JSON.stringify(saved))
}
