import { pino } from 'pino'
import type { Logger } from 'pino'

const MASKED_KEYS = [
  'password', 'password2', 'token', 'access', 'refresh', 'authorization', 'cookie', 'set-cookie', 'sign', 'signature',
  'mobile', 'phone', 'email', 'address', 'receiver', 'secret',
]
const paths = MASKED_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`])

/** Structured logs; secrets, tokens, signatures, phone numbers and addresses are masked. */
export function openLog(level: string): Logger {
  return pino({
    level,
    redact: { paths, censor: '***' },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      logMethod(args, method) {
        method.apply(this, args.map((part) => (typeof part === 'string' ? maskText(part) : part)) as typeof args)
      },
    },
  })
}

/** Hides mobile numbers, bearer tokens and signatures inside a line of text (a path with its query, say). */
export function maskText(text: string): string {
  return text
    .replace(/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2')
    .replace(/\b(Bearer|JWT)\s+[\w.-]+/gi, '$1 ***')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***')
    .replace(/([?&](?:s|sign|token|access|refresh|code|password)=)[^&\s]+/gi, '$1***')
}
