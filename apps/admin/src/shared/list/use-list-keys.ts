import { useEffect } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'

const OWN = 'a, button, input, textarea, select, label, [role="button"], [role="combobox"]'

/** Anywhere on the page: `/` goes to the list's search box, `j` and `k` to its rows. */
export function useListKeys(): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || !['/', 'j', 'k'].includes(event.key)) return
      const at = event.target
      if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return
      if (event.key !== '/') return walkFrom(at, event.key === 'j' ? 1 : -1)
      const search = document.querySelector<HTMLInputElement>('input[data-list-search], [data-list-search] input')
      if (!search) return
      event.preventDefault()
      search.focus()
      search.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** From the row that has the focus to the next; from anywhere else to the first. */
function walkFrom(at: EventTarget | null, step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.list-table [data-row-key]')]
  const from = at instanceof HTMLElement ? rows.findIndex((row) => row.contains(at)) : -1
  const next = from === -1 ? rows[0] : rows[from + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Keys and clicks of one row: arrows walk, Enter opens, Space or a click looks; its links and boxes stay theirs. */
export function rowEvents(open: () => void, look: () => void) {
  return {
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (isOwn(event.target) || (window.getSelection()?.toString() ?? '') !== '') return
      look()
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return
      const act = { Enter: open, ' ': look, ArrowDown: () => walk(event, 1), ArrowUp: () => walk(event, -1) }[event.key]
      if (!act) return
      event.preventDefault()
      act()
    },
  }
}

function isOwn(target: EventTarget): boolean {
  return target instanceof Element && target.closest(OWN) !== null
}

function walk(event: KeyboardEvent<HTMLElement>, step: number): void {
  const rows = [...event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-row-key]') ?? []]
  rows[rows.indexOf(event.currentTarget) + step]?.focus()
}
