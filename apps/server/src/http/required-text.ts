import type { FastifyRequest } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { languageOf } from './language.ts'

const MISSING = { zh: '此项必填。', en: 'This field is required.' }

/** A field that has to say something, without the blanks around it. Throws http.invalid. */
export function requiredText(request: FastifyRequest, field: string, text: string | undefined): string {
  const said = text?.trim() ?? ''
  if (said === '') refuseField(request, field, MISSING)
  return said
}

/** Refuses a request for one of its fields, in the language of the request. */
export function refuseField(request: FastifyRequest, field: string, sentence: { zh: string; en: string }): never {
  throw new Refusal('http.invalid', { fields: { [field]: [sentence[languageOf(request)]] } })
}
