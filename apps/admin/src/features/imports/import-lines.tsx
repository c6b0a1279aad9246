import Checkbox from 'antd/es/checkbox'
import Pagination from 'antd/es/pagination'
import Table from 'antd/es/table'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportLine, ImportView } from '@hearth/contracts/bulk'
import { lineStates } from '@hearth/contracts/bulk'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { LoadFault, LoadingBlock, Nothing } from '../../shared/states.tsx'
import { useNarrow } from '../../shared/use-media.ts'

const PAGE = 50
type Tab = keyof ImportView['counts'] | ''

/** The lines, those that cannot go first asked for. `chosen` is null when there is nothing to choose. */
export function ImportLines(
  { row, chosen, onChoose }: { row: ImportView; chosen: number[] | null; onChoose: (lines: number[]) => void },
) {
  const t = useTexts().bulk
  const [asked, setAsked] = useState<Tab | null>(null)
  const [page, setPage] = useState(1)
  const tab = asked ?? (row.counts.bad > 0 ? 'bad' : '')
  const found = useQuery({
    queryKey: ['imports', 'lines', row.id, row.state, tab, page],
    queryFn: () => api.importLines(row.id, { state: tab || undefined, page, page_size: PAGE }),
    placeholderData: keepPreviousData,
  })
  const tabs: Tab[] = ['', ...lineStates.filter((state) => row.counts[state] > 0)]
  const total = tab === '' ? row.lines : row.counts[tab]
  return (
    <>
      <nav className="tabs" aria-label={t.lines}>
        {tabs.map((each) => (
          <button key={each} type="button" className="tab" aria-current={each === tab ? 'true' : undefined}
            onClick={() => { setAsked(each); setPage(1) }}>
            {each === '' ? t.all : t.counts[each]} <span className="num">{(each === '' ? row.lines : row.counts[each]).toLocaleString('en')}</span>
          </button>
        ))}
      </nav>
      <div className="list-box">
        {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
        {found.isPending && <LoadingBlock rows={10} />}
        {found.data && <LineTable lines={found.data.rows} chosen={chosen} onChoose={onChoose} />}
      </div>
      {total > PAGE && (
        <nav className="pages" aria-label={t.lines}>
          <Pagination current={page} pageSize={PAGE} total={total} showSizeChanger={false} onChange={setPage} />
        </nav>
      )}
    </>
  )
}

type LineTableProps = { lines: ImportLine[]; chosen: number[] | null; onChoose: (lines: number[]) => void }

function LineTable({ lines, chosen, onChoose }: LineTableProps) {
  const texts = useTexts()
  const t = texts.bulk
  const narrow = useNarrow()
  if (lines.length === 0) return <Nothing title={t.noLines} />
  if (narrow) return <LineCards lines={lines} chosen={chosen} onChoose={onChoose} />
  return (
    <Table<ImportLine>
      size="small"
      rowKey="line"
      dataSource={lines}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'line', title: t.line, align: 'right', render: (_, each) => <span className="num">{each.line}</span> },
        { key: 'code', title: t.code, render: (_, each) => <span className="code">{each.product_code || '—'}</span> },
        { key: 'sku', title: t.sku, render: (_, each) => <span className="code">{each.sku_code || '—'}</span> },
        { key: 'name', title: t.name, render: (_, each) => <span className="clip clip-wide" title={each.name}>{each.name || '—'}</span> },
        { key: 'what', title: t.what, render: (_, each) => <What line={each} /> },
      ]}
      rowSelection={chosen === null ? undefined : {
        selectedRowKeys: chosen,
        preserveSelectedRowKeys: true,
        onChange: (keys) => onChoose(keys.map(Number)),
        getCheckboxProps: ({ line, state }) => ({ disabled: state !== 'good', 'aria-label': texts.list.selectRow(`${t.line} ${line}`) }),
        getTitleCheckboxProps: () => ({ 'aria-label': texts.list.selectPage }),
      }}
    />
  )
}

/** The same on a phone. */
function LineCards({ lines, chosen, onChoose }: LineTableProps) {
  const t = useTexts().bulk
  const toggle = (line: number) => {
    const now = chosen ?? []
    onChoose(now.includes(line) ? now.filter((each) => each !== line) : [...now, line])
  }
  return (
    <ul className="import-lines">
      {lines.map((each) => (
        <li key={each.line}>
          <div className="import-line-head">
            {chosen && each.state === 'good'
              ? (
                <Checkbox checked={chosen.includes(each.line)} onChange={() => toggle(each.line)}>
                  {t.line} {each.line}
                </Checkbox>
              ) : <span className="hint num">{t.line} {each.line}</span>}
            <span className="code">{[each.product_code, each.sku_code].filter(Boolean).join(' · ') || '—'}</span>
          </div>
          {each.name && <span className="two-lines">{each.name}</span>}
          <What line={each} />
        </li>
      ))}
    </ul>
  )
}

/** What a line does, field by field, or why it cannot. */
function What({ line }: { line: ImportLine }) {
  const t = useTexts().bulk
  const nameOf = (field: string) => t.fields[field] ?? field
  if (line.faults.length > 0) {
    return <>{line.faults.map(({ field, text }) => <p key={field + text} className="import-fault">{field ? `${nameOf(field)}：` : ''}{text}</p>)}</>
  }
  if (line.state === 'same') return <span className="hint">{t.same}</span>
  if (!line.does) return <span className="hint">—</span>
  return (
    <div className="import-what">
      <span className={line.does === 'change' ? 'tag tag-ink' : 'tag tag-teal'}>{t.does[line.does]}</span>
      {line.changes.map(({ field, from, to }) => <span key={field} className="num">{t.change(nameOf(field), from, to)}</span>)}
    </div>
  )
}
