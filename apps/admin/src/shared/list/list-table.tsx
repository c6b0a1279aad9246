import Table from 'antd/es/table'
import type { ColumnType } from 'antd/es/table'
import type { SorterResult, SortOrder } from 'antd/es/table/interface'
import { useTexts } from '../language.tsx'
import type { ListColumn, ListSpec } from './list-types.ts'
import { rowEvents } from './use-list-keys.ts'
import type { ListUrl } from './use-list-url.ts'

type TableProps<Row> = {
  spec: ListSpec<Row>
  columns: ListColumn<Row>[]
  rows: Row[]
  busy: boolean
  url: ListUrl
}

/** The rows as a table; it scrolls inside its own box. */
export function ListTable<Row extends object>({ spec, columns, rows, busy, url }: TableProps<Row>) {
  const texts = useTexts()
  const shown: ColumnType<Row>[] = columns.map((column) => ({
    key: column.key,
    title: column.title,
    align: column.align,
    width: column.width,
    ...(column.orderBy !== undefined && {
      sorter: true, showSorterTooltip: false, sortOrder: orderIn(url.ask.values.ordering, column.orderBy),
    }),
    render: (_, row) => column.render(row),
  }))
  const actions = spec.rowActions
  if (actions) shown.push({ key: 'actions', title: texts.list.actions, fixed: 'end', render: (_, row) => actions(row) })
  const first = rows[0]
  return (
    <Table<Row>
      size="small"
      className={busy ? 'list-table list-busy' : 'list-table'}
      columns={shown}
      dataSource={rows}
      rowKey={spec.rowKey}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={(row) => spec.rowKey(row) === url.look ? 'row-looked' : ''}
      rowSelection={spec.selection && {
        selectedRowKeys: spec.selection.keys,
        preserveSelectedRowKeys: true,
        onChange: (keys, chosen) => spec.selection?.onChange(keys.map(String), chosen),
        getCheckboxProps: (row) => ({ 'aria-label': texts.list.selectRow(spec.rowName(row)) }),
        getTitleCheckboxProps: () => ({ 'aria-label': texts.list.selectPage }),
      }}
      onChange={(_pages, _filters, sorter) => {
        if (!Array.isArray(sorter)) url.change({ ordering: orderingOf(columns, sorter) })
      }}
      onRow={(row) => ({
        tabIndex: row === first ? 0 : -1,
        ...rowEvents(() => spec.open(row), () => spec.look(row)),
      })}
    />
  )
}

/** How a column stands in the address's ordering, `name` or `-name`. */
function orderIn(ordering: string | undefined, orderBy: string): SortOrder {
  if (ordering === orderBy) return 'ascend'
  return ordering === `-${orderBy}` ? 'descend' : null
}

function orderingOf<Row>(columns: ListColumn<Row>[], sorter: SorterResult<Row>): string {
  const orderBy = columns.find((column) => column.key === sorter.columnKey)?.orderBy
  if (orderBy === undefined || !sorter.order) return ''
  return sorter.order === 'descend' ? `-${orderBy}` : orderBy
}

/** The rows as cards, for a phone. */
export function ListCards<Row>({ spec, rows, busy }: { spec: ListSpec<Row>; rows: Row[]; busy: boolean }) {
  return (
    <ul className={busy ? 'cards list-busy' : 'cards'}>
      {rows.map((row) => (
        <li key={spec.rowKey(row)} className="card" {...rowEvents(() => spec.open(row), () => spec.look(row))}>
          {spec.card(row)}
          {spec.rowActions && <div className="card-actions">{spec.rowActions(row)}</div>}
        </li>
      ))}
    </ul>
  )
}
