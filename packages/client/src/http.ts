import type { ErrorEnvelope } from '@hearth/contracts/shared'

type QueryValue = string | number | boolean | null | undefined
/** A list is said value by value: `a=1&a=2`. */
export type Query = Record<string, QueryValue | readonly (string | number)[]>
export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  query?: Query
  body?: unknown
  headers?: Record<string, string>
}
export type Answer = { status: number; body: unknown; headers?: Headers }

/** How a call travels: `fetch` in a browser, an in-process call on the server, `wx.request` in the mini-program. */
export type Http = (call: Call) => Promise<Answer>

/** An answer that is not a success, with the server's own sentence for the person. */
export class ApiRefusal extends Error {
  readonly status: number
  readonly errorCode: string
  readonly facts: Record<string, unknown>
  readonly errors: Record<string, string[]>

  constructor(status: number, envelope: Partial<ErrorEnvelope>) {
    super(envelope.message ?? '')
    this.name = 'ApiRefusal'
    this.status = status
    this.errorCode = envelope.error_code ?? 'INTERNAL_ERROR'
    this.facts = envelope.facts ?? {}
    this.errors = envelope.errors ?? {}
  }
}

/** Makes the call and returns its body; throws {@link ApiRefusal} when the answer is not a success. */
export async function ask<T>(http: Http, call: Call): Promise<T> {
  const answer = await http(call)
  if (answer.status >= 200 && answer.status < 300) return answer.body as T
  throw new ApiRefusal(answer.status, (answer.body ?? {}) as Partial<ErrorEnvelope>)
}

/** `?a=1&b=x`, leaving out what is empty. */
export function queryText(query: Query | undefined): string {
  const pairs = Object.entries(query ?? {})
    .flatMap(([name, said]) => [said].flat().map((value) => [name, value] as const))
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (pairs.length === 0) return ''
  return `?${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)])).toString()}`
}

/** The browser's way: same origin, with its cookies. `language` becomes `Accept-Language`. */
export function browserHttp(language: () => string): Http {
  return async (call) => {
    const response = await fetch(`${call.path}${queryText(call.query)}`, {
      method: call.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': language(),
        ...(call.body === undefined || isForm(call.body) ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: isForm(call.body) ? call.body : JSON.stringify(call.body) }),
    })
    const text = await response.text()
    return { status: response.status, body: bodyOf(text), headers: response.headers }
  }
}

/** A form with files travels as it is. */
function isForm(body: unknown): body is FormData {
  return typeof FormData !== 'undefined' && body instanceof FormData
}

function bodyOf(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return { message: text.slice(0, 200) }
  }
}
