import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, fillSentence } from '@hearth/kernel/errors'
import type { Facts, RefusalText, Sentence } from '@hearth/kernel/errors'
import { sqlState } from '../platform/db.ts'
import { languageOf } from './language.ts'
import type { Language } from './language.ts'
import { refusals } from './refusals.ts'
import type { Complaint } from './validation.ts'

type FieldErrors = Record<string, string[]>
type Said = { status: number; code: string; message: string; facts: Facts; errors?: FieldErrors }

/** Everything thrown becomes one shape per family: the error envelope, or the lifecycle's (contract §0.3, §1.2). */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((fault: FastifyError & { complaints?: Complaint[] }, request, reply) => {
    const said = sentenceFor(fault, languageOf(request))
    if (said.status >= 500) request.log.error({ err: fault, route: request.routeOptions.url }, 'fault')
    send(request, reply, said)
  })
  app.setNotFoundHandler((request, reply) => send(request, reply, refusalSaid(new Refusal('http.not_found'), languageOf(request))))
}

function send(request: FastifyRequest, reply: FastifyReply, said: Said): void {
  if (typeof said.facts.retry_after_seconds === 'number') reply.header('retry-after', String(said.facts.retry_after_seconds))
  const errors = said.errors ? { errors: said.errors } : {}
  const body = isLifecycle(request)
    ? { status: 'error', message: said.message, error_code: said.code, facts: said.facts, ...errors }
    : {
        success: false, code: said.status, message: said.message, detail: said.message, error_code: said.code,
        facts: said.facts, ...errors,
      }
  reply.code(said.status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
}

function isLifecycle(request: FastifyRequest): boolean {
  // `/api/login/` answers source 001 unless the body is WeChat's (contract §5.8).
  const isTheirLogin = request.routeOptions.url === '/api/login/' && !(request.body as { code?: unknown } | null)?.code
  return isTheirLogin || request.url.startsWith('/api/lifecycle/')
}

function sentenceFor(fault: FastifyError & { complaints?: Complaint[] }, language: Language): Said {
  if (fault instanceof Refusal) return refusalSaid(fault, language)
  if (fault.complaints) return invalid(complaintTexts(fault.complaints, language), language)
  const known = frameworkRefusal(fault)
  if (known) return refusalSaid(new Refusal(known), language)
  return refusalSaid(new Refusal(isUnreachable(fault) ? 'http.unavailable' : 'http.fault'), language)
}

/** A refusal in the words of a language. */
export function refusalSaid(refusal: Refusal, language: Language): Said {
  const { fields, ...given } = refusal.facts as Facts & { fields?: Record<string, Sentence[]> }
  const facts = spoken(given, language)
  const row: RefusalText = refusals[refusal.key] ?? refusals['http.fault']
  if (!refusals[refusal.key]) return refusalSaid(new Refusal('http.fault'), language)
  const message = fillSentence(row[language], facts)
  const errors = fields ? { errors: fieldTexts(fields, language) } : {}
  return { status: row.status, code: row.code, message, facts, ...errors }
}

/** The facts, and of those that are words only the words of this language. */
function spoken(facts: Facts, language: Language): Facts {
  const said = Object.entries(facts).map(([name, fact]) => [name, isSentence(fact) ? fact[language] : fact])
  return Object.fromEntries(said) as Facts
}

function isSentence(fact: unknown): fact is Sentence {
  return typeof fact === 'object' && fact !== null && 'zh' in fact && 'en' in fact
}

function fieldTexts(fields: Record<string, Sentence[]>, language: Language): FieldErrors {
  const texts = Object.entries(fields).map(([field, said]) => [field, said.map((sentence) => sentence[language])])
  return Object.fromEntries(texts) as FieldErrors
}

function invalid(errors: FieldErrors, language: Language): Said {
  return { ...refusalSaid(new Refusal('http.invalid'), language), errors }
}

/** What Fastify itself refuses before a handler runs. */
function frameworkRefusal(fault: FastifyError): string | null {
  if (fault.statusCode === 413) return 'http.too_large'
  if (fault.statusCode === 415) return 'http.media_type'
  if (fault.statusCode === 404) return 'http.not_found'
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500) return 'http.invalid'
  // A NUL in a text: PostgreSQL cannot hold it (character_not_in_repertoire, untranslatable_character).
  return ['22021', '22P05'].includes(sqlState(fault) ?? '') ? 'http.invalid' : null
}

/** The database, or the way to it, is gone: better asked again than blamed. */
function isUnreachable(fault: Error): boolean {
  const code = (fault as Error & { code?: string }).code ?? ''
  return /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code) || /^(08|57P|53)/.test(sqlState(fault) ?? '')
    || /timeout exceeded when trying to connect|Connection terminated/.test(fault.message)
}

function complaintTexts(complaints: readonly Complaint[], language: Language): FieldErrors {
  const errors: FieldErrors = {}
  for (const complaint of complaints) {
    const text = complaintText(complaint, language)
    const texts = (errors[complaint.field] ??= [])
    if (!texts.includes(text)) texts.push(text)
  }
  return errors
}

const typeWords: Record<string, [string, string]> = {
  string: ['文字', 'text'], integer: ['整数', 'a whole number'], number: ['数字', 'a number'], boolean: ['是或否', 'true or false'],
  array: ['列表', 'a list'], object: ['对象', 'an object'],
}

function complaintText({ keyword, params }: Complaint, language: Language): string {
  const zh = language === 'zh'
  switch (keyword) {
    case 'required': return zh ? '此项必填。' : 'This field is required.'
    case 'type': {
      const word = typeWords[String(params.type)]
      return zh ? `应为${word?.[0] ?? '另一种类型'}。` : `Must be ${word?.[1] ?? 'of another type'}.`
    }
    case 'minLength': return Number(params.limit) === 1 ? complaintText({ field: '', keyword: 'required', params }, language)
      : zh ? `至少 ${String(params.limit)} 个字。` : `At least ${String(params.limit)} characters.`
    case 'maxLength': return zh ? `最多 ${String(params.limit)} 个字。` : `At most ${String(params.limit)} characters.`
    case 'minimum': return zh ? `不能小于 ${String(params.limit)}。` : `Must be at least ${String(params.limit)}.`
    case 'maximum': return zh ? `不能大于 ${String(params.limit)}。` : `Must be at most ${String(params.limit)}.`
    case 'minItems': return zh ? `至少 ${String(params.limit)} 项。` : `At least ${String(params.limit)} items.`
    case 'maxItems': return zh ? `最多 ${String(params.limit)} 项。` : `At most ${String(params.limit)} items.`
    case 'enum': return zh ? '不在可选的值之内。' : 'Not one of the allowed values.'
    default: return zh ? '格式不正确。' : 'Not in the right form.'
  }
}
