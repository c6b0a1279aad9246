import Select from 'antd/es/select'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'

type Area = { province: number; city: number; district: number }
const levels = ['province', 'city', 'district'] as const

/** Province, city and district, each from what lies in the one before; tells the whole once it is whole. */
export function AreaFields({ onChange }: { onChange: (area: Area | null) => void }) {
  const t = useTexts().orders.editing
  const [chosen, setChosen] = useState<Partial<Area>>({})
  const parents = { province: null, city: chosen.province, district: chosen.city }
  function choose(level: (typeof levels)[number], id: number): void {
    const next = level === 'province' ? { province: id }
      : level === 'city' ? { province: chosen.province, city: id } : { ...chosen, district: id }
    setChosen(next)
    const { province, city, district } = next as Partial<Area>
    onChange(province && city && district ? { province, city, district } : null)
  }
  return (
    <div className="area-fields">
      {levels.map((level) => (
        <AreaField key={level} label={t[level]} parent={parents[level]} value={chosen[level]}
          onChange={(id) => choose(level, id)} />
      ))}
    </div>
  )
}

type FieldProps = {
  label: string
  parent: number | null | undefined
  value: number | undefined
  onChange: (id: number) => void
}

function AreaField({ label, parent, value, onChange }: FieldProps) {
  const found = useQuery({
    queryKey: ['areas', parent], queryFn: () => api.areas(parent ?? null), enabled: parent !== undefined,
    staleTime: Infinity,
  })
  return (
    <Select showSearch={{ optionFilterProp: 'label' }} aria-label={label} placeholder={label} value={value}
      loading={found.isFetching} disabled={parent === undefined} onChange={onChange}
      options={found.data?.map(({ id, name }) => ({ value: id, label: name }))} />
  )
}
