import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fenFromText } from '@hearth/kernel/money'
import { providerProblems, readProviders } from './config-providers.ts'
import type { Bad, Env, ProvidersConfig } from './config-providers.ts'
import { readPayments } from './config-payments.ts'
import type { PaymentsConfig } from './config-payments.ts'

export const projectDir = fileURLToPath(new URL('../../../..', import.meta.url))

export type Config = ProvidersConfig & PaymentsConfig & {
  env: 'development' | 'production' | 'test'
  isProduction: boolean
  port: number
  host: string
  publicUrl: string
  mediaBaseUrl: string
  dataDir: string
  /** null: the project starts its own PostgreSQL. */
  databaseUrl: string | null
  secretKey: string
  secretKeyFallbacks: string[]
  allowedHosts: string[]
  corsOrigins: string[]
  trustedProxies: string[]
  metricsToken: string | null
  httpsRedirect: boolean
  hstsSeconds: number
  hstsIncludeSubdomains: boolean
  hstsPreload: boolean
  logLevel: string
  accessDays: number
  refreshDays: number
  orderTimeoutMs: number
  freightFen: number
  freeShippingFen: number
  /** From payment until an order leaves the warehouse, as product pages promise. */
  shipWithinHours: number
  /** Money in suspense that has been open for so many days is overdue. */
  suspenseDays: number
  /** How many days ahead a buyer may choose for delivery and installation. */
  deliveryDaysAhead: number
  /** What one person may keep from others without paying: unpaid orders, and pieces of one SKU in them; 0: no limit. */
  holdingCaps: { orders: number; pieces: number }
  /** Where counters and codes are shared; null: in PostgreSQL. */
  redisUrl: string | null
  /** How many codes a mobile, a network address and a device may ask for in a day. */
  smsDaily: { mobile: number; address: number; device: number }
  /** Calls a minute from an address that has not signed in, and from a person; 0: no limit. */
  overallPerMinute: { anonymous: number; person: number }
  lifecycleHosts: string[]
  legacyRootHosts: string[]
  loadsLivingShop: boolean
}

const INSECURE_KEY = 'insecure-development-key-do-not-use-in-production'

/** Loads `.env` at the project root; what the environment has already wins. */
export function loadDotEnv(): void {
  const file = join(projectDir, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

export function environment(): Env {
  return process.env
}

/** What is wrong with an environment; the process refuses to start with all of it at once. */
export type ConfigProblem = { variable: string; what: string }

/** Reads the environment (contract §1.7.1). Returns every problem instead of the first. */
export function readConfig(env: Env): { config: Config; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = []
  const bad = (variable: string, what: string) => void problems.push({ variable, what })
  const appEnv = first(env, 'APP_ENV', 'DJANGO_ENV') ?? 'development'
  if (!['development', 'production', 'test'].includes(appEnv)) bad('APP_ENV', 'must be development or production')
  const port = whole(env, 'PORT', 8000, bad)
  for (const name of ['PUBLIC_URL', 'CDN_MEDIA_URL']) {
    if (env[name] && !URL.canParse(env[name])) bad(name, 'must be an address such as https://shop.example.cn')
  }
  const publicUrl = (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, '')
  const isProduction = appEnv === 'production'
  const secretKey = first(env, 'SECRET_KEY', 'DJANGO_SECRET_KEY') ?? INSECURE_KEY
  const loadsLivingShop = !isProduction && yes(env.LIVING_SHOP, true)
  const config: Config = {
    env: appEnv as Config['env'],
    isProduction,
    port,
    host: env.HOST || (isProduction ? '127.0.0.1' : '0.0.0.0'),
    publicUrl,
    mediaBaseUrl: (env.CDN_MEDIA_URL || `${publicUrl}/media`).replace(/\/+$/, ''),
    dataDir: resolve(projectDir, env.HEARTH_DATA_DIR || '.data'),
    databaseUrl: databaseUrl(env),
    secretKey,
    secretKeyFallbacks: list(env.SECRET_KEY_FALLBACKS),
    allowedHosts: list(env.ALLOWED_HOSTS || (isProduction ? '' : '*')),
    corsOrigins: list(env.CORS_ALLOWED_ORIGINS || (isProduction ? '' : '*')),
    // Whoever reaches a server that listens on loopback only is a proxy beside it.
    trustedProxies: list(env.TRUSTED_PROXIES || (isProduction && (env.HOST || '127.0.0.1') === '127.0.0.1' ? '127.0.0.1' : '')),
    metricsToken: env.METRICS_TOKEN || null,
    httpsRedirect: yes(env.SECURE_SSL_REDIRECT, isProduction),
    hstsSeconds: whole(env, 'SECURE_HSTS_SECONDS', 31_536_000, bad),
    hstsIncludeSubdomains: yes(env.SECURE_HSTS_INCLUDE_SUBDOMAINS, true),
    hstsPreload: yes(env.SECURE_HSTS_PRELOAD, true),
    logLevel: (first(env, 'LOG_LEVEL', 'DJANGO_LOG_LEVEL') ?? (isProduction ? 'info' : 'debug')).toLowerCase(),
    accessDays: whole(env, 'ACCESS_TOKEN_DAYS', 7, bad),
    refreshDays: whole(env, 'REFRESH_TOKEN_DAYS', 30, bad),
    suspenseDays: whole(env, 'SUSPENSE_DAYS', 3, bad),
    ...orderRules(env, bad),
    ...readProviders(env, publicUrl, bad),
    ...readPayments(env, { secretKey, isDemo: appEnv === 'development' && loadsLivingShop }, bad),
    redisUrl: env.REDIS_URL || null,
    smsDaily: {
      mobile: whole(env, 'SMS_DAILY_PER_MOBILE', 10, bad),
      address: whole(env, 'SMS_DAILY_PER_ADDRESS', 300, bad),
      device: whole(env, 'SMS_DAILY_PER_DEVICE', 20, bad),
    },
    overallPerMinute: {
      anonymous: whole(env, 'THROTTLE_ANONYMOUS_PER_MINUTE', isProduction ? 20 : 0, bad),
      person: whole(env, 'THROTTLE_PERSON_PER_MINUTE', isProduction ? 100 : 0, bad),
    },
    lifecycleHosts: list(env.LIFECYCLE_HOSTS),
    legacyRootHosts: list(env.LEGACY_ROOT_HOSTS),
    loadsLivingShop,
  }
  if (config.redisUrl && !/^rediss?:\/\/./.test(config.redisUrl)) bad('REDIS_URL', 'must begin with redis:// or rediss://')
  if (isProduction) productionProblems(env, config, bad)
  return { config, problems }
}

function orderRules(env: Env, bad: Bad) {
  return {
    orderTimeoutMs: whole(env, 'ORDER_PAYMENT_TIMEOUT_MINUTES', 10, bad) * 60_000,
    freightFen: money(env, 'FREIGHT_AMOUNT', '10.00', bad),
    freeShippingFen: money(env, 'FREE_SHIPPING_THRESHOLD', '99.00', bad),
    shipWithinHours: whole(env, 'SHIP_WITHIN_HOURS', 48, bad),
    deliveryDaysAhead: whole(env, 'DELIVERY_DAYS_AHEAD', 14, bad),
    holdingCaps: {
      orders: whole(env, 'UNPAID_ORDERS_PER_PERSON', 20, bad),
      pieces: whole(env, 'UNPAID_PIECES_PER_SKU', 50, bad),
    },
  }
}

function productionProblems(env: Env, config: Config, bad: Bad): void {
  if (config.secretKey === INSECURE_KEY) bad('SECRET_KEY', 'is missing')
  else if (config.secretKey.length < 32) bad('SECRET_KEY', 'is shorter than 32 characters')
  if (config.allowedHosts.length === 0) bad('ALLOWED_HOSTS', 'is missing')
  if (config.allowedHosts.includes('*')) bad('ALLOWED_HOSTS', 'must list hosts, not *')
  if (config.corsOrigins.length === 0) bad('CORS_ALLOWED_ORIGINS', 'is missing')
  if (config.corsOrigins.includes('*')) bad('CORS_ALLOWED_ORIGINS', 'must list origins, not *')
  if (!config.databaseUrl) {
    for (const name of ['POSTGRES_DB', 'POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_HOST']) {
      if (!env[name]) bad(name, 'is missing (or set DATABASE_URL)')
    }
  }
  if (!env.PUBLIC_URL) bad('PUBLIC_URL', 'is missing')
  else if (!config.publicUrl.startsWith('https://')) bad('PUBLIC_URL', 'must begin with https://')
  if (yes(first(env, 'DEBUG', 'DJANGO_DEBUG'), false)) bad('DEBUG', 'must be off')
  if (yes(env.LIVING_SHOP, false)) bad('LIVING_SHOP', 'must be off: demo accounts have known passwords')
  providerProblems(env, bad)
  if (yes(env.HAIER_USE_MOCK_DATA, false)) bad('HAIER_USE_MOCK_DATA', 'must be off')
}

function databaseUrl(env: Env): string | null {
  if (env.DATABASE_URL) return env.DATABASE_URL
  if (!env.POSTGRES_HOST || !env.POSTGRES_DB || !env.POSTGRES_USER) return null
  const login = `${encodeURIComponent(env.POSTGRES_USER)}:${encodeURIComponent(env.POSTGRES_PASSWORD ?? '')}`
  return `postgres://${login}@${env.POSTGRES_HOST}:${env.POSTGRES_PORT || '5432'}/${encodeURIComponent(env.POSTGRES_DB)}`
}

function first(env: Env, ...names: string[]): string | undefined {
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== '')
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(',').map((part) => part.trim()).filter(Boolean)
}

function yes(text: string | undefined, otherwise: boolean): boolean {
  return text === undefined || text === '' ? otherwise : /^(1|true|yes|y|on|t)$/i.test(text)
}

function whole(env: Env, name: string, otherwise: number, bad: Bad): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  if (/^\d{1,9}$/.test(text)) return Number(text)
  bad(name, 'must be a whole number')
  return otherwise
}

function money(env: Env, name: string, otherwise: string, bad: Bad): number {
  const fen = fenFromText(env[name] || otherwise)
  if (fen !== null) return fen
  bad(name, 'must be an amount such as 10.00')
  return fenFromText(otherwise) ?? 0
}
