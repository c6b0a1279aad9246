import CloseOutlined from '@ant-design/icons/CloseOutlined'
import HolderOutlined from '@ant-design/icons/HolderOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTexts } from '../../../shared/language.tsx'
import { moved } from '../../../shared/order/moved.ts'
import { OrderButtons } from '../../../shared/order/order-buttons.tsx'
import { useDragOrder } from '../../../shared/order/use-drag-order.ts'
import { randomKey } from '../../../shared/random-key.ts'
import '../../../shared/order/order.css'

type Keyed = { key: string }
type RowsFieldProps<Row extends Keyed> = {
  value?: Row[]
  onChange?: (rows: Row[]) => void
  id?: string
  /** What one line is, for who cannot see the label. */
  label: string
  addLabel: string
  blank: Omit<Row, 'key'>
  max: number
  /** The inputs of one line. */
  line: (row: Row, change: (change: Partial<Row>) => void, label: string) => ReactNode
}

/** Lines that people add, take away and order, by dragging or by buttons. */
export function RowsField<Row extends Keyed>(props: RowsFieldProps<Row>) {
  const { value: rows = [], onChange, id, label, addLabel, blank, max, line } = props
  const { editor: t, order } = useTexts()
  const list = useRef<HTMLUListElement>(null)
  const added = useRef(false)
  const move = (from: number, to: number) => onChange?.(moved(rows, from, to))
  const drag = useDragOrder(move)
  useEffect(() => {
    if (!added.current) return
    added.current = false
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
  }, [rows.length])
  function add(): void {
    added.current = true
    onChange?.([...rows, { ...blank, key: randomKey() } as Row])
  }
  const change = (at: number) => (part: Partial<Row>) =>
    onChange?.(rows.map((row, place) => (place === at ? { ...row, ...part } : row)))
  return (
    <div id={id} role="group" aria-label={label}>
      {rows.length > 0 && (
        <ul className="rows" ref={list}>
          {rows.map((row, at) => (
            <li key={row.key} className="rows-line" {...drag.place(at)}>
              <span className="order-grip" title={order.grip} {...drag.grip(at)}><HolderOutlined aria-hidden /></span>
              <div className="rows-inputs">{line(row, change(at), t.row(label, at + 1))}</div>
              <span className="rows-acts">
                <OrderButtons at={at} count={rows.length} name={t.row(label, at + 1)} onMove={move} />
                <Button type="text" className="order-button" icon={<CloseOutlined aria-hidden />}
                  aria-label={t.removeRow(label, at + 1)} title={t.removeRow(label, at + 1)}
                  onClick={() => onChange?.(rows.filter((_, place) => place !== at))} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button icon={<PlusOutlined aria-hidden />} disabled={rows.length >= max} onClick={add}>{addLabel}</Button>
    </div>
  )
}

type TextProps = { value: string; label: string; max: number; onChange: (text: string) => void; placeholder?: string }

/** One input of a line. */
export function LineText({ value, label, max, onChange, placeholder }: TextProps) {
  return (
    <Input value={value} maxLength={max} aria-label={label} placeholder={placeholder ?? ''} autoComplete="off"
      onChange={(event) => onChange(event.target.value)} />
  )
}
