import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import { useTexts } from '../../../shared/language.tsx'
import { isAmount } from './product-draft.ts'
import { fillColumn } from './sku-draft.ts'
import type { SkuEditing } from './use-sku-editing.ts'

const columns = ['price', 'market_price', 'cost_price', 'is_launched'] as const
type Column = (typeof columns)[number]

/** One value for a whole column; nothing is saved yet. */
export function SkuFill({ skus, editing }: { skus: readonly ConsoleSku[]; editing: SkuEditing }) {
  const texts = useTexts()
  const { sku: t, fields } = texts.editor
  const { yes, no } = texts.products.history
  const [column, setColumn] = useState<Column>('price')
  const [value, setValue] = useState('')
  const isSwitch = column === 'is_launched'
  const isWrong = !isSwitch && (!isAmount(value) || (column === 'price' && !(Number(value) > 0)))
  function fill(): void {
    const one = column === 'is_launched' ? { field: column, value: value !== 'no' } : { field: column, value }
    editing.setEdits((now) => fillColumn(now, skus, one))
  }
  return (
    <div className="sku-fill" role="group" aria-label={t.fill}>
      <span className="hint">{t.fill}</span>
      <Select aria-label={t.fillColumn} value={column} popupMatchSelectWidth={false}
        options={columns.map((name) => ({ value: name, label: fields[name] }))}
        onChange={(name: Column) => {
          setColumn(name)
          setValue('')
        }} />
      {isSwitch ? (
        <Select aria-label={t.fillValue} value={value === 'no' ? 'no' : 'yes'} onChange={setValue}
          options={[{ value: 'yes', label: yes }, { value: 'no', label: no }]} />
      ) : (
        <Input aria-label={t.fillValue} prefix="¥" inputMode="decimal" className="num sku-fill-value" maxLength={13} value={value}
          status={isWrong && value !== '' ? 'error' : ''} onChange={(event) => setValue(event.target.value)} />
      )}
      <Button disabled={isWrong} onClick={fill}>{t.fillAll(skus.length)}</Button>
    </div>
  )
}
