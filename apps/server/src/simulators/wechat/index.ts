import type { FastifyPluginAsync } from 'fastify'
import type { WechatConfig } from '../../platform/config-providers.ts'
import type { Db } from '../../platform/db.ts'
import { createBooks } from './books.ts'
import type { Company } from './company.ts'
import { simulatorPlugin } from './plugin.ts'

export type WechatSimulator = {
  /** What the owner of a mini-program puts into his settings. */
  config: WechatConfig
  plugin: FastifyPluginAsync
}

/**
 * WeChat's sign-in of mini-programs as it looks from outside, over loopback HTTP. `baseUrl` is where the plugin will
 * be mounted. Never opened in production.
 */
export async function openWechatSimulator(parts: { db: Db; baseUrl: string; now(): Date }): Promise<WechatSimulator> {
  const { db, baseUrl, now } = parts
  await createBooks(db)
  const company: Company = { db, now, appId: 'wx0000000000000001', secret: 'simulated-wechat-secret' }
  return {
    config: { appId: company.appId, secret: company.secret, baseUrl, isSimulated: true },
    plugin: simulatorPlugin(company),
  }
}
