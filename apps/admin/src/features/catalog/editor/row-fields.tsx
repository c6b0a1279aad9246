import Select from 'antd/es/select'
import { useTexts } from '../../../shared/language.tsx'
import { randomKey } from '../../../shared/random-key.ts'
import { ManualUpload } from './manual-upload.tsx'
import type { ManualRow, OptionRow, ParameterRow, PointRow } from './product-draft.ts'
import { LineText, RowsField } from './rows-field.tsx'

type FieldProps<Row> = { value?: Row[]; onChange?: (rows: Row[]) => void; id?: string }

export function PointsField(props: FieldProps<PointRow>) {
  const t = useTexts().editor
  return (
    <RowsField<PointRow> {...props} label={t.point} addLabel={t.addPoint} blank={{ text: '' }} max={20}
      line={(row, change, label) => (
        <LineText value={row.text} label={label} max={200} onChange={(text) => change({ text })} />
      )} />
  )
}

export function ParametersField(props: FieldProps<ParameterRow>) {
  const t = useTexts().editor
  const label = t.fields.parameters ?? ''
  return (
    <RowsField<ParameterRow> {...props} label={label} addLabel={t.addParameter} blank={{ name: '', value: '' }} max={200}
      line={(row, change, words) => (
        <>
          <LineText value={row.name} label={`${words} ${t.parameterName}`} placeholder={t.parameterName} max={50}
            onChange={(name) => change({ name })} />
          <LineText value={row.value} label={`${words} ${t.parameterValue}`} placeholder={t.parameterValue} max={500}
            onChange={(value) => change({ value })} />
        </>
      )} />
  )
}

export function ManualsField(props: FieldProps<ManualRow>) {
  const t = useTexts().editor
  const label = t.fields.manuals ?? ''
  return (
    <>
      <RowsField<ManualRow> {...props} label={label} addLabel={t.addManual} blank={{ title: '', url: '' }} max={20}
        line={(row, change, words) => (
          <>
            <LineText value={row.title} label={`${words} ${t.manualTitle}`} placeholder={t.manualTitle} max={100}
              onChange={(title) => change({ title })} />
            <LineText value={row.url} label={`${words} ${t.manualUrl}`} placeholder={t.manualUrl} max={500}
              onChange={(url) => change({ url })} />
          </>
        )} />
      <ManualUpload onUploaded={({ title, url }) => props.onChange?.([
        ...props.value ?? [], { key: randomKey(), title: title.slice(0, 100), url },
      ])} />
    </>
  )
}

export function OptionsField(props: FieldProps<OptionRow>) {
  const t = useTexts().editor
  const label = t.optionName
  return (
    <RowsField<OptionRow> {...props} label={label} addLabel={t.addOption} blank={{ name: '', values: [] }} max={6}
      line={(row, change, words) => (
        <>
          <LineText value={row.name} label={words} placeholder={t.optionName} max={20}
            onChange={(name) => change({ name })} />
          <Select mode="tags" className="full" value={row.values} aria-label={`${words} ${t.optionValues}`} maxCount={50}
            placeholder={t.optionValuesHint} tokenSeparators={[',', '，', '、', '\n']} open={false} suffixIcon={null}
            onChange={(values: string[]) => change({ values: wordsOf(values) })} />
        </>
      )} />
  )
}

function wordsOf(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
}
