import type { ReactNode } from 'react'
import { ApiRefusal } from '@hearth/client/http'

/** What a refusal says stands in the way, by kind: `facts.counts`, without the zeros. */
export function inTheWayOf(error: unknown): [kind: string, count: number][] {
  const counts = error instanceof ApiRefusal ? error.facts.counts : null
  if (typeof counts !== 'object' || counts === null) return []
  return Object.entries(counts).filter((entry): entry is [string, number] => Number(entry[1]) > 0)
}

type Props = {
  title: string
  counts: [kind: string, count: number][]
  words: (kind: string, count: number) => ReactNode
  /** Another way to what was wanted. */
  children?: ReactNode
}

/** Why something was not deleted, and what else can be done. */
export function InTheWay({ title, counts, words, children }: Props) {
  if (counts.length === 0) return null
  return (
    <div className="refused" role="alert">
      <p className="words-red">{title}</p>
      <ul>{counts.map(([kind, count]) => <li key={kind}>{words(kind, count)}</li>)}</ul>
      {children}
    </div>
  )
}
