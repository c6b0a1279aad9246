import type { ComponentProps, ReactNode } from 'react'

type Common = { label: string; name: string; hint?: string; errors?: string[] | undefined }

/** A labelled line of a form with its hint and the server's own complaints. */
export function Field({ label, hint, errors, ...input }: Common & Omit<ComponentProps<'input'>, 'name'>) {
  const ids = fieldIds(input.name, hint, errors)
  return (
    <FieldFrame label={label} hint={hint} errors={errors} name={input.name}>
      <input {...input} id={ids.input} aria-invalid={errors ? true : undefined} aria-describedby={ids.told} className="input" />
    </FieldFrame>
  )
}

export function SelectField({ label, hint, errors, children, ...select }: Common & Omit<ComponentProps<'select'>, 'name'>) {
  const ids = fieldIds(select.name, hint, errors)
  return (
    <FieldFrame label={label} hint={hint} errors={errors} name={select.name}>
      <select {...select} id={ids.input} aria-invalid={errors ? true : undefined} aria-describedby={ids.told} className="input">{children}</select>
    </FieldFrame>
  )
}

export function TextField({ label, hint, errors, ...area }: Common & Omit<ComponentProps<'textarea'>, 'name'>) {
  const ids = fieldIds(area.name, hint, errors)
  return (
    <FieldFrame label={label} hint={hint} errors={errors} name={area.name}>
      <textarea rows={3} {...area} id={ids.input} aria-invalid={errors ? true : undefined} aria-describedby={ids.told} className="input" />
    </FieldFrame>
  )
}

/** Label above, then the field, then its hint or what is wrong with it, read out when it changes. */
export function FieldFrame({ label, name, hint, errors, children }: Common & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={`field-${name}`} className="mb-1.5 block text-sm font-semibold">{label}</label>
      {children}
      <div aria-live="polite">
        {hint && !errors ? <p id={`hint-${name}`} className="mt-1 text-xs text-muted">{hint}</p> : null}
        {errors ? <p id={`error-${name}`} className="mt-1 text-sm text-red">{errors.join(' ')}</p> : null}
      </div>
    </div>
  )
}

/** The ids by which a field, its hint and its complaints find each other. */
export function fieldIds(name: string, hint: string | undefined, errors: string[] | undefined) {
  return { input: `field-${name}`, told: errors ? `error-${name}` : hint ? `hint-${name}` : undefined }
}
