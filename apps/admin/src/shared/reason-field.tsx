import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import { useId } from 'react'
import { useTexts } from './language.tsx'

export type AskedReason = {
  /** May stay empty. */
  optional?: boolean
  label?: string
  /** Words that one press fills in. */
  ready?: readonly string[]
}

type FieldProps = { asked: AskedReason; value: string; missing: boolean; onChange: (words: string) => void }

/** Why a step is taken, in a person's words. */
export function ReasonField({ asked, value, missing, onChange }: FieldProps) {
  const t = useTexts().money
  const id = useId()
  const { optional = false, label = optional ? t.reasonOptional : t.reason, ready = [] } = asked
  return (
    <div className="reason-field">
      <label htmlFor={id} className="field-label">{label}</label>
      <TextArea id={id} value={value} rows={2} maxLength={200} status={missing ? 'error' : ''}
        aria-describedby={`${id}-fault`} onChange={({ target }) => onChange(target.value)} />
      <p id={`${id}-fault`} className="words-red">{missing ? t.reasonNeeded : ''}</p>
      {ready.length > 0 && (
        <div className="chips">
          {ready.map((words) => <Button key={words} size="small" onClick={() => onChange(words)}>{words}</Button>)}
        </div>
      )}
    </div>
  )
}
