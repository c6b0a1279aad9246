import { Refusal } from '@hearth/kernel/errors'
import type { Sentence } from '@hearth/kernel/errors'

const MISSING = { zh: '此项必填。', en: 'This field is required.' }

/** A field that has to say something, without the blanks around it. Throws http.invalid. */
export function requiredText(field: string, text: string | undefined): string {
  const said = text?.trim() ?? ''
  if (said === '') refuseField(field, MISSING)
  return said
}

/** Refuses a request for one of its fields. */
export function refuseField(field: string, sentence: Sentence): never {
  throw new Refusal('http.invalid', { fields: { [field]: [sentence] } })
}
