import type { FastifyInstance } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { codeReasonSentences } from '../modules/lifecycle/index.ts'
import type { RefusedCode } from '../modules/lifecycle/index.ts'
import { languageOf } from './language.ts'
import type { Language } from './language.ts'

/** Gives every code that a refusal names the sentence for its reason, in the language of the request. */
export function sayCodeReasons(app: FastifyInstance): void {
  app.setErrorHandler(async (fault, request) => {
    throw withSentences(fault, languageOf(request))
  })
}

function withSentences(fault: unknown, language: Language): unknown {
  if (!(fault instanceof Refusal) || !Array.isArray(fault.facts.codes)) return fault
  return new Refusal(fault.key, { ...fault.facts, codes: codesSaid(fault.facts.codes as RefusedCode[], language) })
}

/** Refused codes, each with its reason in words. */
export function codesSaid(codes: readonly RefusedCode[], language: Language) {
  return codes.map(({ code, reason }) => ({ code, reason, message: codeReasonSentences[reason][language] }))
}
