import { join } from 'node:path'
import { pino } from 'pino'
import type { Level, Logger, StreamEntry } from 'pino'
import openRoll from 'pino-roll'

const MASKED_KEYS = [
  'password', 'password2', 'token', 'access', 'refresh', 'authorization', 'cookie', 'set-cookie', 'sign', 'signature',
  'mobile', 'phone', 'email', 'address', 'receiver', 'secret', 'openid', 'unionid', 'session_key', 'access_token',
  'refresh_token', 'sms_code', 'password_hash',
]
const paths = MASKED_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`])

export type LogOptions = {
  level: string
  /** Where to keep app.log and error.log, a file a day for 30 days. null: everything goes to the terminal. */
  folder: string | null
}

/**
 * Structured logs; secrets, tokens, signatures, phone numbers and addresses are masked. With a folder the terminal
 * shows warnings only.
 */
export async function openLog({ level, folder }: LogOptions): Promise<Logger> {
  const lowest = level as Level
  const streams = folder === null ? [{ level: lowest, stream: process.stdout }] : await files(folder, lowest)
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
  }, pino.multistream(streams))
}

async function files(folder: string, level: Level): Promise<StreamEntry[]> {
  const roll = (name: string) => openRoll({
    file: join(folder, name), frequency: 'daily', dateFormat: 'yyyy-MM-dd', extension: '.log', mkdir: true,
    limit: { count: 30, removeOtherLogFiles: true },
  })
  return [
    { level: 'warn', stream: process.stdout },
    { level, stream: await roll('app') },
    { level: 'error', stream: await roll('error') },
  ]
}

/** Parts of a query whose values say nothing of anybody; what is not named here is not kept. */
const PLAIN = 'page|page_size|limit|ordering|format|w|device|count|level|days|day|status|method|provider|type|fields'
const VALUE = new RegExp(`([?&](?!(?:${PLAIN})=)[^=&\\s?]+=)[^&\\s]+`, 'g')

/** Hides mobile numbers, mail addresses, bearer tokens and what a query says inside a line of text (a path, say). */
export function maskText(text: string): string {
  return text
    .replace(VALUE, '$1***')
    .replace(/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2')
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}/g, '***@***')
    .replace(/\b(Bearer|JWT)\s+[\w.-]+/gi, '$1 ***')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***')
}
