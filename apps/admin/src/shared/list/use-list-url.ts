import { useSearchParams } from 'react-router'
import type { ListAsk, ListValues } from './list-types.ts'

export const pageSizes = [20, 50, 100]
/** Part of the address, but not of what is asked from the server. */
const VIEW_ONLY = ['look', 'page', 'page_size']

/** The list's state is its address: it can be sent, kept as a bookmark, and Back goes back. */
export function useListUrl(firstTab: string) {
  const [params, setParams] = useSearchParams()
  const values: ListValues = { status: firstTab }
  for (const [name, value] of params) if (!VIEW_ONLY.includes(name) && value !== '') values[name] = value
  const ask: ListAsk = { values, page: wholeFrom(params.get('page'), 1), pageSize: sizeFrom(params.get('page_size')) }

  /** Changes some of it and goes to the first page unless a page is given; empty text takes a name out. */
  function change(next: Record<string, string>, how: { replace?: boolean } = {}): void {
    setParams((before) => {
      const after = new URLSearchParams(before)
      if (!('look' in next)) after.delete('page')
      for (const [name, value] of Object.entries(next)) {
        const standing = value === '' || (name === 'status' && value === firstTab) || (name === 'page' && value === '1')
        if (standing) after.delete(name)
        else after.set(name, value)
      }
      return after
    }, how)
  }
  return { ask, change, look: params.get('look') }
}
export type ListUrl = ReturnType<typeof useListUrl>

/** The word if it is one of these: an address may hold anything, and what nobody knows filters nothing. */
export function wordOf<const T extends readonly string[]>(words: T, text: string | undefined): T[number] | undefined {
  return words.find((word) => word === text)
}

/** The id if it is one. */
export function idOf(text: string | null | undefined): number | undefined {
  return text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

function wholeFrom(text: string | null, fallback: number): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : fallback
}

function sizeFrom(text: string | null): number {
  const size = wholeFrom(text, 20)
  return pageSizes.includes(size) ? size : 20
}
