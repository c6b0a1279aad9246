import SettingOutlined from '@ant-design/icons/SettingOutlined'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Popover from 'antd/es/popover'
import { useState } from 'react'
import { keep, kept } from '../kept.ts'
import { useTexts } from '../language.tsx'
import type { ListColumn } from './list-types.ts'

/** Which columns are shown: the list's own choice until the person makes another, which this browser remembers. */
export function useChosenColumns<Row>(listId: string, columns: ListColumn<Row>[]) {
  const [off, setOff] = useState<string[] | null>(() => offFrom(kept(`columns.${listId}`)))
  const hidden = off ?? columns.filter((column) => column.choice === 'hidden').map((column) => column.key)
  const shown = columns.filter((column) => column.choice === undefined || !hidden.includes(column.key))
  function choose(keys: string[]): void {
    const next = columns.filter((column) => column.choice && !keys.includes(column.key)).map((column) => column.key)
    keep(`columns.${listId}`, JSON.stringify(next))
    setOff(next)
  }
  return { shown, choose }
}

type ChoiceProps<Row> = { columns: ListColumn<Row>[]; shown: ListColumn<Row>[]; onChoose: (keys: string[]) => void }

export function ColumnChoice<Row>({ columns, shown, onChoose }: ChoiceProps<Row>) {
  const texts = useTexts()
  const choosable = columns.filter((column) => column.choice)
  const boxes = (
    <Checkbox.Group
      className="column-boxes"
      value={shown.map((column) => column.key)}
      options={choosable.map((column) => ({ value: column.key, label: column.title }))}
      onChange={(keys) => onChoose(keys.map(String))}
    />
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={boxes} title={texts.list.columns}
      getPopupContainer={(button) => button.parentElement ?? document.body}>
      <Button type="text" icon={<SettingOutlined aria-hidden />} aria-label={texts.list.columns}
        title={texts.list.columns} />
    </Popover>
  )
}

function offFrom(text: string | null): string[] | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null')
    return Array.isArray(found) ? found.filter((key) => typeof key === 'string') : null
  } catch {
    return null
  }
}
