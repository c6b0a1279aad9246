import { useEffect } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'

const OWN = 'a, button, input, textarea, select, label, [role="button"], [role="combobox"]'

/** `/` anywhere on the page goes to the list's search box. */
export function useSearchKey(): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const at = event.target
      if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return
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
