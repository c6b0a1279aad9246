import type { ReactNode } from 'react'
import type { Listed } from '@hearth/client/console-api'

export type ListColumn<Row> = {
  key: string
  title: string
  width?: number
  align?: 'right'
  /** May be taken away by the person; `hidden` ones are off until chosen. Absent: always there. */
  choice?: 'shown' | 'hidden'
  /** The word by which the server sorts; with a minus in front it goes down. */
  orderBy?: string
  render: (row: Row) => ReactNode
}

export type ListFilter =
  /** `search`: the one that `/` goes to; with it the list looks in every state. */
  | { kind: 'text'; name: string; label: string; search?: boolean }
  | { kind: 'choice'; name: string; label: string; options: { value: string; label: string }[] }
  | { kind: 'days'; from: string; until: string; fromLabel: string; untilLabel: string }

/** Filters, tab and page as they stand in the address. */
export type ListValues = Record<string, string>
export type ListAsk = { values: ListValues; page: number; pageSize: number }

/** What is chosen, with the rows as they were when they were chosen, on whatever page that was. */
export type ListSelection<Row> = { keys: string[]; onChange: (keys: string[], rows: Row[]) => void; actions: ReactNode }

/** A filter that came with a link and has no field of its own: said in words, can be taken away. */
export type ListChip = { name: string; words: string }

/** Everything a list of the console is, apart from how lists work. */
export type ListSpec<Row> = {
  /** Names the query and the remembered columns. */
  id: string
  title: string
  columns: ListColumn<Row>[]
  filters: ListFilter[]
  /** States as tabs; the first is what a fresh visit shows. One alone is not shown. */
  tabs: { value: string; label: string; count?: number }[]
  rowKey: (row: Row) => string
  rowName: (row: Row) => string
  load: (ask: ListAsk) => Promise<Listed<Row>>
  /** Enter on a row. */
  open: (row: Row) => void
  /** A click on a row, or Space. */
  look: (row: Row) => void
  /** Buttons of a row, at its end. */
  rowActions?: (row: Row) => ReactNode
  /** A row on a phone. */
  card: (row: Row) => ReactNode
  selection?: ListSelection<Row>
  chips?: (rows: Row[]) => ListChip[]
  pageActions?: ReactNode
  /** Stands between the title and the tabs. */
  above?: ReactNode
  /** People may keep sets of filters under names. */
  keepsFilters?: boolean
}
