import Table from 'antd/es/table'
import type { ColumnType } from 'antd/es/table'
import { useTexts } from '../language.tsx'
import type { ListColumn, ListSpec } from './list-types.ts'
import { rowEvents } from './use-list-keys.ts'

type TableProps<Row> = {
  spec: ListSpec<Row>
  columns: ListColumn<Row>[]
  rows: Row[]
  busy: boolean
  looked: string | null
}

/** The rows as a table; it scrolls inside its own box. */
export function ListTable<Row extends object>({ spec, columns, rows, busy, looked }: TableProps<Row>) {
  const texts = useTexts()
  const shown: ColumnType<Row>[] = columns.map((column) => ({
    key: column.key,
    title: column.title,
    align: column.align,
    width: column.width,
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
      rowClassName={(row) => spec.rowKey(row) === looked ? 'row-looked' : ''}
      rowSelection={spec.selection && {
        selectedRowKeys: spec.selection.keys,
        preserveSelectedRowKeys: true,
        onChange: (keys) => spec.selection?.onChange(keys.map(String)),
        getCheckboxProps: (row) => ({ 'aria-label': texts.list.selectRow(spec.rowName(row)) }),
        getTitleCheckboxProps: () => ({ 'aria-label': texts.list.selectPage }),
      }}
      onRow={(row) => ({
        tabIndex: row === first ? 0 : -1,
        ...rowEvents(() => spec.open(row), () => spec.look(row)),
      })}
    />
  )
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
