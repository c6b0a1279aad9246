import Cascader from 'antd/es/cascader'
import Select from 'antd/es/select'
import { useTexts } from '../../../shared/language.tsx'
import { categoryPath, categoryTree } from '../category-tree.ts'
import type { CategoryNode } from '../category-tree.ts'
import { useBrands, useCategories } from '../use-places.ts'

type FieldProps = { value?: number | null; onChange?: (id: number | null) => void; id?: string }
type Option = { value: number; label: string; children?: Option[]; disabled?: boolean }

/** Minor and item categories can be chosen; a major only leads to them. */
export function CategoryField({ value, onChange, id }: FieldProps) {
  const t = useTexts().editor
  const { data = [], isPending } = useCategories()
  const path = categoryPath(data, value).map((category) => category.id)
  return (
    <Cascader
      id={id}
      className="full"
      aria-label={t.fields.category_id}
      options={categoryTree(data).map(optionOf)}
      loading={isPending}
      value={path}
      changeOnSelect
      allowClear={false}
      showSearch={{ filter: (words, chosen) => chosen.some(({ label }) => String(label).includes(words)) }}
      onChange={(chosen) => { if (chosen.length > 1) onChange?.(chosen.at(-1) ?? null) }}
    />
  )
}

function optionOf({ id, name, level, children }: CategoryNode): Option {
  return {
    value: id, label: name, ...(children.length > 0 && { children: children.map(optionOf) }),
    ...(level === 'major' && children.length === 0 && { disabled: true }),
  }
}

export function BrandField({ value, onChange, id }: FieldProps) {
  const t = useTexts().editor
  const { data = [], isPending } = useBrands()
  return (
    <Select
      id={id}
      aria-label={t.fields.brand_id}
      placeholder={t.brandSearch}
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      value={value ?? undefined}
      options={data.map((brand) => ({ value: brand.id, label: brand.name }))}
      onChange={(chosen: number) => onChange?.(chosen)}
    />
  )
}
