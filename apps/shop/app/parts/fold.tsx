import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

type Props = { title: ReactNode; isOpen?: boolean; className: string; children: ReactNode }

/** A block that stands closed until it is wanted; the browser opens it, with or without scripts. */
export function Fold({ title, isOpen = false, className, children }: Props) {
  return (
    <details className={`group ${className}`} open={isOpen}>
      <summary className="flex min-h-11 items-center justify-between gap-4 font-semibold">
        {title}<span className="rotate-90 group-open:-rotate-90"><Icon name="right" size={16} /></span>
      </summary>
      {children}
    </details>
  )
}

type ListProps<T> = {
  rows: readonly T[]
  /** How many stand open; one more than these is shown as well. */
  open: number
  more: (count: number) => string
  className: string
  children: (row: T, at: number) => ReactNode
}

/** A long list of which the first rows stand open. */
export function FoldedList<T>({ rows, open, more, className, children }: ListProps<T>) {
  const first = rows.length > open + 1 ? open : rows.length
  return (
    <>
      <ul className={className}>{rows.slice(0, first).map((row, at) => children(row, at))}</ul>
      {first === rows.length ? null : (
        <Fold title={more(rows.length - first)} className="mt-4 border-t border-line pt-1">
          <ul className={className}>{rows.slice(first).map((row, at) => children(row, first + at))}</ul>
        </Fold>
      )}
    </>
  )
}
