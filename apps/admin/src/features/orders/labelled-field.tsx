import { useId } from 'react'
import type { ReactNode } from 'react'

type FieldProps = { label: string; fault?: string; children: (id: string) => ReactNode }

/** A field under its label, with what is wrong with it below; `<id>-fault` names that sentence. */
export function Field({ label, fault = '', children }: FieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="field-label">{label}</label>
      {children(id)}
      <p id={`${id}-fault`} className="words-red">{fault}</p>
    </div>
  )
}
