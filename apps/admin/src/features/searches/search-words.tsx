import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api } from '../../shared/api.ts'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { timeShown } from '../../shared/shown.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { wordPath } from './search-paths.ts'
import { ShopLink } from './searches-page.tsx'

const LIMIT = 20

/** Beside the log: what finds nothing, to be worked off, and what is looked for most. */
export function SearchWords({ days }: { days: number }) {
  const t = useTexts().searches
  const span = <span className="hint">{t.lastDays(days)}</span>
  return (
    <div className="search-words">
      <div className="panel"><Part title={t.fruitless} extra={span}><Fruitless days={days} /></Part></div>
      <div className="panel"><Part title={t.hot} extra={span}><Hot days={days} /></Part></div>
    </div>
  )
}

function Fruitless({ days }: { days: number }) {
  const t = useTexts().searches
  const found = useQuery({
    queryKey: ['searches', 'fruitless', days], queryFn: () => api.fruitlessWords({ days, limit: LIMIT }),
  })
  return (
    <Words found={found} hint={t.fruitlessHint} none={t.fruitlessNone} rows={found.data?.map((word) => (
      <li key={word.keyword}>
        <Link to={wordPath(word.keyword)}>{word.keyword}</Link>
        <span className="hint num">{t.times(word.count)} · {t.last(timeShown(word.last_at))}</span>
        <ShopLink keyword={word.keyword} />
      </li>
    ))} />
  )
}

function Hot({ days }: { days: number }) {
  const t = useTexts().searches
  const found = useQuery({ queryKey: ['searches', 'hot', days], queryFn: () => api.hotWords({ days, limit: LIMIT }) })
  return (
    <Words found={found} hint={t.hotHint} none={t.hotNone} rows={found.data?.map((word) => (
      <li key={word.keyword}>
        <Link to={wordPath(word.keyword)}>{word.keyword}</Link>
        <span className="hint num">{t.times(word.count)}</span>
        <ShopLink keyword={word.keyword} />
      </li>
    ))} />
  )
}

type WordsProps = {
  found: { isError: boolean; error: unknown; isPending: boolean; refetch: () => unknown }
  hint: string
  none: string
  rows: ReactNode[] | undefined
}

function Words({ found, hint, none, rows }: WordsProps) {
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (rows === undefined) return <LoadingBlock rows={4} />
  if (rows.length === 0) return <p className="hint">{none}</p>
  return <><p className="hint">{hint}</p><ul className="word-list">{rows}</ul></>
}
