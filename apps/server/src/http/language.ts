import type { FastifyRequest } from 'fastify'

export type Language = 'zh' | 'en'

/** zh unless the first language asked for is English. */
export function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
}
