import { Link } from 'react-router'
import type { SearchLogView } from '@hearth/contracts/search'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { PersonLink } from '../../shared/person-link.tsx'
import { timeShown } from '../../shared/shown.ts'
import { daySpans, shopSearchPath, wordPath } from './search-paths.ts'
import { SearchWords } from './search-words.tsx'
import './searches.css'

const tabs = ['all', 'fruitless', 'found'] as const
const DAYS = 30

/** What people look for in the shop, and what they do not find. Administrators only. */
export function SearchesPage() {
  const texts = useTexts()
  const t = texts.searches
  const url = useListUrl('all')
  const days = Number(wordOf(daySpans, url.ask.values.days) ?? DAYS)
  const only = (row: SearchLogView) => url.change({ keyword: row.keyword })
  const spec: ListSpec<SearchLogView> = {
    id: 'searches',
    title: t.title,
    columns: searchColumns(texts),
    filters: [
      { kind: 'text', name: 'keyword', label: t.word, search: true },
      { kind: 'choice', name: 'days', label: t.days, options: daySpans.map((value) => ({ value, label: t.lastDays(Number(value)) })) },
    ],
    tabs: tabs.map((value) => ({ value, label: t.tabs[value] })),
    rowKey: (row) => String(row.id),
    rowName: (row) => t.one(row.keyword),
    load: (ask) => api.searches(toSearchQuery(ask)),
    open: only,
    look: only,
    rowActions: (row) => <ShopLink keyword={row.keyword} />,
    card: (row) => <SearchCard row={row} />,
  }
  return (
    <div className="searches">
      <ListPage spec={spec} url={url} />
      <SearchWords days={days} />
    </div>
  )
}

function searchColumns(texts: ConsoleTexts): ListColumn<SearchLogView>[] {
  const t = texts.searches
  return [
    { key: 'keyword', title: t.keyword, render: (row) => (
      <Link className="clip clip-wide" title={row.keyword} to={wordPath(row.keyword)}>{row.keyword}</Link>
    ) },
    { key: 'found', title: t.found, align: 'right', render: (row) => <FoundCount row={row} /> },
    { key: 'who', title: t.who, choice: 'shown', render: (row) => <Who row={row} /> },
    { key: 'when', title: t.when, choice: 'shown', render: (row) => <span className="num">{timeShown(row.created_at)}</span> },
  ]
}

function FoundCount({ row: { found } }: { row: SearchLogView }) {
  const t = useTexts().searches
  return found === 0 ? <span className="tag tag-red">{t.foundNone}</span> : <span className="num">{t.foundCount(found)}</span>
}

function Who({ row: { user, username } }: { row: SearchLogView }) {
  const t = useTexts().searches
  return username === null ? <span className="hint">{t.visitor}</span> : <PersonLink id={user} name={username} />
}

/** The same search in the shop, in a window of its own. */
export function ShopLink({ keyword }: { keyword: string }) {
  const t = useTexts().searches
  return (
    <a href={shopSearchPath(keyword)} target="_blank" rel="noreferrer" aria-label={t.inShopWord(keyword)}>{t.inShop}</a>
  )
}

function SearchCard({ row }: { row: SearchLogView }) {
  return (
    <>
      <div className="card-head">
        <Link to={wordPath(row.keyword)}>{row.keyword}</Link>
        <FoundCount row={row} />
      </div>
      <div className="card-foot"><Who row={row} /><span className="num">{timeShown(row.created_at)}</span></div>
    </>
  )
}

function toSearchQuery({ values, page, pageSize }: ListAsk) {
  const days = wordOf(daySpans, values.days)
  return {
    keyword: values.keyword,
    days: days === undefined ? undefined : Number(days),
    fruitless: values.status === 'fruitless' ? true : values.status === 'found' ? false : undefined,
    page,
    page_size: pageSize,
  }
}
