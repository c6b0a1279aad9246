import type { FastifyPluginAsync } from 'fastify'
import type { QqConfig } from '../../platform/config-providers.ts'
import type { Db } from '../../platform/db.ts'
import { openSignInDesk } from '../sign-in/desk.ts'
import type { SignInDesk } from '../sign-in/desk.ts'
import { createSignInBooks } from '../sign-in/grants.ts'
import { openCompany } from './company.ts'
import { simulatorPlugin } from './plugin.ts'

/** `baseUrl` is where this server reaches the plugin, `pageBaseUrl` where browsers do. */
export type OpenQqSimulator = { db: Db; baseUrl: string; pageBaseUrl: string; redirectUri: string; now(): Date }

export type QqSimulator = {
  /** What a customer of this company puts into his settings. */
  config: QqConfig
  plugin: FastifyPluginAsync
  desk: SignInDesk
}

/** QQ Connect as it looks from outside, over loopback HTTP. Never opened in production. */
export async function openQqSimulator(parts: OpenQqSimulator): Promise<QqSimulator> {
  const { db, baseUrl, pageBaseUrl, redirectUri, now } = parts
  await createSignInBooks(db)
  const company = openCompany({ db, now, redirectUri, pageBaseUrl })
  return {
    config: { clientId: company.clientId, clientSecret: company.clientSecret, redirectUri, baseUrl, pageBaseUrl },
    plugin: simulatorPlugin(company),
    desk: openSignInDesk(company, [baseUrl, pageBaseUrl].map((base) => `${base}${company.path}`)),
  }
}
