import CloseOutlined from '@ant-design/icons/CloseOutlined'
import Select from 'antd/es/select'
import { useTexts } from '../language.tsx'
import type { ListChip, ListColumn } from './list-types.ts'
import type { ListUrl } from './use-list-url.ts'

/** Filters that came with a link, each with its cross. */
export function ListChips({ chips, onRemove }: { chips: ListChip[]; onRemove: (name: string) => void }) {
  const texts = useTexts()
  if (chips.length === 0) return null
  return (
    <ul className="list-chips">
      {chips.map(({ name, words }) => (
        <li key={name} className="list-chip">
          <span>{words}</span>
          <button type="button" aria-label={texts.list.removeChip(words)} onClick={() => onRemove(name)}>
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The order of a list on a phone, where there are no column heads to press. */
export function ListOrder<Row>({ columns, url }: { columns: ListColumn<Row>[]; url: ListUrl }) {
  const { list } = useTexts()
  const options = columns.flatMap(({ orderBy, title }) => orderBy === undefined ? [] : [
    { value: `-${orderBy}`, label: list.falling(title) }, { value: orderBy, label: list.rising(title) },
  ])
  if (options.length === 0) return null
  return (
    <Select
      allowClear
      aria-label={list.sort}
      placeholder={list.sort}
      className="list-order"
      popupMatchSelectWidth={false}
      placement="bottomRight"
      value={options.some(({ value }) => value === url.ask.values.ordering) ? url.ask.values.ordering : undefined}
      options={options}
      onChange={(ordering?: string) => url.change({ ordering: ordering ?? '' })}
    />
  )
}
