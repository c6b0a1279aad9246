import type { FormInstance } from 'antd/es/form'
import { useEffect } from 'react'
import { ApiRefusal } from '@hearth/client/http'

/** Puts what the server said about single fields beside them; `renamed` are fields that it calls otherwise. */
export function useFieldFaults<Values>(
  form: FormInstance<Values>, error: unknown, renamed: Readonly<Record<string, string>> = {},
): void {
  useEffect(() => {
    if (!(error instanceof ApiRefusal)) return
    const said = Object.entries(error.errors).map(([name, errors]) => ({ name: renamed[name] ?? name, errors }))
    if (said.length === 0) return
    // The names come from the server: a field that the form has not got is simply not there.
    form.setFields(said as Parameters<typeof form.setFields>[0])
    form.getFieldInstance(said[0]?.name as never)?.focus?.()
  // The form and the names stay the same for as long as the dialog stands.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error])
}
