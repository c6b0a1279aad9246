import type { FastifyPluginAsync } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { openSignInDesk } from '../sign-in/desk.ts'
import type { SignInDesk } from '../sign-in/desk.ts'
import { createSignInBooks } from '../sign-in/grants.ts'
import { signInRoutes } from '../sign-in/plugin.ts'
import { openCompany } from './company.ts'

/** `pageBaseUrl` is where browsers reach the plugin. */
export type OpenAlipayLoginSimulator = { db: Db; appId: string; pageBaseUrl: string; redirectUri: string; now(): Date }

export type AlipayLoginSimulator = {
  /** What a merchant puts into his settings, beside his keys at the gateway. */
  config: { authorizeUrl: string; redirectUri: string }
  plugin: FastifyPluginAsync
  desk: SignInDesk
}

/** The page where somebody signs in with Alipay. Never opened in production. */
export async function openAlipayLoginSimulator(parts: OpenAlipayLoginSimulator): Promise<AlipayLoginSimulator> {
  const { pageBaseUrl, ...rest } = parts
  await createSignInBooks(parts.db)
  const company = openCompany(rest)
  const authorizeUrl = `${pageBaseUrl}${company.path}`
  return {
    config: { authorizeUrl, redirectUri: parts.redirectUri },
    plugin: async (app) => signInRoutes(app, company),
    desk: openSignInDesk(company, [authorizeUrl]),
  }
}
