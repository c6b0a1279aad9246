import ReloadOutlined from '@ant-design/icons/ReloadOutlined'
import Button from 'antd/es/button'
import Pagination from 'antd/es/pagination'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTexts } from '../language.tsx'
import { LoadFault, LoadingBlock, Nothing } from '../states.tsx'
import { useNarrow } from '../use-media.ts'
import { usePageTitle } from '../use-page-title.ts'
import { ColumnChoice, useChosenColumns } from './column-choice.tsx'
import { ListChips, ListOrder } from './list-chips.tsx'
import { ListFilters } from './list-filters.tsx'
import { ListCards, ListTable } from './list-table.tsx'
import type { ListSpec } from './list-types.ts'
import { SavedFiltersMenu } from './saved-filters-menu.tsx'
import { useListKeys } from './use-list-keys.ts'
import { pageSizes } from './use-list-url.ts'
import type { ListUrl } from './use-list-url.ts'

type ListPageProps<Row> = { spec: ListSpec<Row>; url: ListUrl }

/** A list of the console: title, tabs, filters, rows, pages. What it shows is in the address. */
export function ListPage<Row extends object>({ spec, url }: ListPageProps<Row>) {
  usePageTitle(spec.title)
  useListKeys()
  const narrow = useNarrow()
  const { shown, choose } = useChosenColumns(spec.id, spec.columns)
  const found = useListRows(spec, url)
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{spec.title}</h1>
        <div className="page-actions">{spec.pageActions}</div>
      </div>
      {spec.above}
      <ListTabs spec={spec} url={url} />
      {spec.filters.length > 0 && (
        <ListFilters filters={spec.filters} values={url.ask.values}
          onApply={(values) => url.change(widened(spec, values))} />
      )}
      <ListChips chips={spec.chips?.(found.data?.rows ?? []) ?? []} onRemove={(name) => url.change({ [name]: '' })} />
      <div className="list-box">
        <div className="list-bar">
          <ListCount spec={spec} total={found.data?.total} failed={found.isError} />
          <span className="list-tools">
            {spec.keepsFilters && <SavedFiltersMenu listId={spec.id} url={url} />}
            <RefreshButton busy={found.isFetching} onClick={() => void found.refetch()} />
            {narrow && <ListOrder columns={spec.columns} url={url} />}
            {!narrow && <ColumnChoice columns={spec.columns} shown={shown} onChoose={choose} />}
          </span>
        </div>
        <ListBody spec={spec} url={url} columns={shown} found={found} />
      </div>
      <ListPages url={url} total={found.data?.total ?? 0} />
    </div>
  )
}

/** Loads the page that the address names; a page past the end leads to the last one. */
function useListRows<Row>(spec: ListSpec<Row>, url: ListUrl) {
  const { ask, change } = url
  const found = useQuery({
    queryKey: [spec.id, 'list', ask], queryFn: () => spec.load(ask), placeholderData: keepPreviousData,
  })
  const total = found.isPlaceholderData ? undefined : found.data?.total
  const last = total === undefined ? ask.page : Math.max(1, Math.ceil(total / ask.pageSize))
  useEffect(() => {
    if (ask.page > last) change({ page: String(last) }, { replace: true })
  // `change` is new on every render and reads the address itself.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ask.page, last])
  return found
}
type Found<Row> = ReturnType<typeof useListRows<Row>>

type BodyProps<Row> = ListPageProps<Row> & { columns: ListSpec<Row>['columns']; found: Found<Row> }

function ListBody<Row extends object>({ spec, url, columns, found }: BodyProps<Row>) {
  const texts = useTexts()
  const narrow = useNarrow()
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={10} />
  const rows = found.data.rows
  if (rows.length === 0) {
    const filtered = Object.keys(url.ask.values).some((name) => name !== 'status' && name !== 'ordering')
    return <Nothing title={texts.list.empty}>{filtered && <p>{texts.list.emptyFiltered}</p>}</Nothing>
  }
  const busy = found.isPlaceholderData
  return narrow
    ? <ListCards spec={spec} rows={rows} busy={busy} />
    : <ListTable spec={spec} columns={columns} rows={rows} busy={busy} url={url} />
}

function ListTabs<Row>({ spec, url }: ListPageProps<Row>) {
  const texts = useTexts()
  const standing = url.ask.values.status
  if (spec.tabs.length < 2) return null
  return (
    <nav className="tabs" aria-label={texts.list.state}>
      {spec.tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          className="tab"
          aria-current={tab.value === standing ? 'true' : undefined}
          onClick={() => url.change({ status: tab.value })}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tab-count">{tab.count.toLocaleString('en')}</span>}
        </button>
      ))}
    </nav>
  )
}

type CountProps<Row> = { spec: ListSpec<Row>; total: number | undefined; failed: boolean }

function ListCount<Row>({ spec, total, failed }: CountProps<Row>) {
  const texts = useTexts()
  const narrow = useNarrow()
  const { selection } = spec
  if (selection && selection.keys.length > 0) {
    return (
      <span className="list-selection">
        <strong>{texts.list.selected(selection.keys.length)}</strong>
        {selection.actions}
        <Button size="small" type="text" onClick={() => selection.onChange([], [])}>{texts.list.unselect}</Button>
      </span>
    )
  }
  return (
    <span className="list-count" role="status">
      {!failed && (total === undefined ? texts.app.loading : texts.list.total(total))}
      {!narrow && !failed && (
        <span className="list-keys">{spec.open === spec.look ? texts.list.keysShort : texts.list.keys}</span>
      )}
    </span>
  )
}

function RefreshButton({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  const { refresh } = useTexts().list
  return (
    <Button type="text" icon={<ReloadOutlined spin={busy} aria-hidden />} aria-label={refresh} title={refresh}
      onClick={onClick} />
  )
}

function ListPages({ url, total }: { url: ListUrl; total: number }) {
  const texts = useTexts()
  const narrow = useNarrow()
  const { page, pageSize } = url.ask
  if (total <= Math.min(...pageSizes)) return null
  return (
    <nav aria-label={texts.list.pages} className="pages">
      <Pagination
        current={page}
        pageSize={pageSize}
        total={total}
        simple={narrow}
        showSizeChanger={narrow ? false : { 'aria-label': texts.list.pages }}
        pageSizeOptions={pageSizes}
        onChange={(next, size) => url.change(size === pageSize ? { page: String(next) } : { page_size: String(size) })}
      />
    </nav>
  )
}

/** Who looks for one thing by its number wants it in whatever state it is. */
function widened<Row>(spec: ListSpec<Row>, values: Record<string, string>): Record<string, string> {
  const search = spec.filters.find((filter) => filter.kind === 'text' && filter.search)
  const sought = search && 'name' in search ? values[search.name] : ''
  return sought ? { ...values, status: 'all' } : values
}
