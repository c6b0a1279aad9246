import Button from 'antd/es/button'
import Form from 'antd/es/form'
import type { FormInstance } from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useEffect, useState } from 'react'
import { dayOf } from '@hearth/kernel/dates'
import { useTexts } from '../language.tsx'
import { useNarrow } from '../use-media.ts'
import type { ListFilter, ListValues } from './list-types.ts'

type FiltersProps = {
  filters: ListFilter[]
  values: ListValues
  onApply: (values: ListValues) => void
}
type Words = Record<string, string | undefined>

/** The filters above a list: choices apply at once, words on Enter. */
export function ListFilters({ filters, values, onApply }: FiltersProps) {
  const texts = useTexts()
  const narrow = useNarrow()
  const [unfolded, setUnfolded] = useState(false)
  const [form] = Form.useForm<Words>()
  const names = filters.flatMap(namesOf)
  const standing = JSON.stringify(names.map((name) => values[name] ?? ''))
  useEffect(() => {
    form.setFieldsValue(Object.fromEntries(names.map((name) => [name, values[name]])))
  // `standing` is the values by content: what someone is typing stays when nothing in the address changed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [form, standing])
  const apply = () => onApply(trimmed(names, form.getFieldsValue()))
  const any = names.some((name) => (values[name] ?? '') !== '')
  const search = filters.filter((filter) => filter.kind === 'text' && filter.search)
  const shown = narrow && !unfolded && search.length > 0 ? search : filters
  return (
    <Form
      form={form}
      layout={narrow ? 'vertical' : 'inline'}
      className="filters"
      role="search"
      onFinish={apply}
      onValuesChange={(changed: Words) => { if (Object.keys(changed).some((name) => !isText(filters, name))) apply() }}
    >
      {shown.map((filter) => <FilterField key={namesOf(filter)[0]} filter={filter} form={form} onApply={apply} />)}
      <div className="filters-actions">
        <Button type="primary" htmlType="submit">{texts.list.search}</Button>
        {narrow && search.length > 0 && filters.length > 1 && (
          <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? texts.list.less : texts.list.more}
          </Button>
        )}
        {any && (
          <Button type="text" onClick={() => onApply(Object.fromEntries(names.map((name) => [name, ''])))}>
            {texts.list.clear}
          </Button>
        )}
      </div>
    </Form>
  )
}

type FieldProps = { filter: ListFilter; form: FormInstance<Words>; onApply: () => void }

function FilterField({ filter, form, onApply }: FieldProps) {
  if (filter.kind === 'days') return <DaysFields filter={filter} form={form} onApply={onApply} />
  if (filter.kind === 'choice') {
    return (
      <Form.Item name={filter.name} label={filter.label}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={filter.options}
          className="filter-choice"
          aria-label={filter.label}
        />
      </Form.Item>
    )
  }
  return (
    <Form.Item name={filter.name} label={filter.label}>
      <Input allowClear className="filter-text" data-list-search={filter.search ? '' : undefined} autoComplete="off" />
    </Form.Item>
  )
}

type DaysProps = { filter: Extract<ListFilter, { kind: 'days' }>; form: FormInstance<Words>; onApply: () => void }

function DaysFields({ filter, form, onApply }: DaysProps) {
  const texts = useTexts()
  const since = (days: number) => () => {
    const now = Date.now()
    const first = dayOf(new Date(now - days * 86_400_000))
    form.setFieldsValue({ [filter.from]: first, [filter.until]: dayOf(new Date(now)) })
    onApply()
  }
  return (
    <div className="filter-days">
      <Form.Item name={filter.from} label={filter.fromLabel}><Input type="date" className="filter-day" /></Form.Item>
      <Form.Item name={filter.until} label={filter.untilLabel}><Input type="date" className="filter-day" /></Form.Item>
      <div className="filter-presets">
        <Button size="small" type="text" onClick={since(0)}>{texts.days.today}</Button>
        <Button size="small" type="text" onClick={since(6)}>{texts.days.week}</Button>
        <Button size="small" type="text" onClick={since(29)}>{texts.days.month}</Button>
      </div>
    </div>
  )
}

function namesOf(filter: ListFilter): string[] {
  return filter.kind === 'days' ? [filter.from, filter.until] : [filter.name]
}

function isText(filters: ListFilter[], name: string): boolean {
  return filters.some((filter) => filter.kind === 'text' && filter.name === name)
}

function trimmed(names: string[], words: Words): ListValues {
  return Object.fromEntries(names.map((name) => [name, (words[name] ?? '').trim()]))
}
