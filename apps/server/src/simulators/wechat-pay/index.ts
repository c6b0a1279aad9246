import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { WechatPayConfig } from '../../platform/config-providers.ts'
import type { Db } from '../../platform/db.ts'
import type { JobReport } from '../../platform/jobs.ts'
import { openBillDesk } from '../bills/desk.ts'
import type { BillDesk } from '../bills/desk.ts'
import { createBillBooks } from '../bills/differences.ts'
import { createBooks } from './books.ts'
import type { Company } from './company.ts'
import { openDesk } from './desk.ts'
import type { WechatPayDesk } from './desk.ts'
import { addCompanyKey, openKeys } from './keys.ts'
import { redeliver } from './notices.ts'
import { simulatorPlugin } from './plugin.ts'

export { deskActions } from './desk.ts'
export { faultKinds } from './books.ts'
export { actions } from './api.ts'
export type { DeskAction, DeskAnswer, DeskKeys, PaidTrade, TradeView, WechatPayDesk } from './desk.ts'
export type { FaultKind } from './books.ts'

/** `baseUrl` is where the merchant's server reaches the plugin, `pageBaseUrl` where buyers' browsers do. */
export type OpenWechatPaySimulator = {
  db: Db
  secretKeys: readonly string[]
  baseUrl: string
  pageBaseUrl: string
  /** The application that pays; the one of the simulated mini-program, so that its people can pay. */
  appId: string
  now(): Date
  log: Pick<Logger, 'info'>
}

export type WechatPaySimulator = {
  /** What a merchant of this company puts into his settings. */
  config: WechatPayConfig
  plugin: FastifyPluginAsync
  desk: WechatPayDesk
  bills: BillDesk
  /** Sends the notices that are due by the application's clock. */
  redeliver(now: Date): Promise<JobReport>
}

/** WeChat Pay as it looks from outside, over loopback HTTP with real signatures. Never opened in production. */
export async function openWechatPaySimulator(parts: OpenWechatPaySimulator): Promise<WechatPaySimulator> {
  const { db, secretKeys, now, log, appId } = parts
  await createBooks(db)
  await createBillBooks(db)
  const read = () => openKeys(db, secretKeys)
  let keys = await read()
  const baseUrl = parts.baseUrl.replace(/\/+$/, '')
  const company: Company = {
    db, now, appId, mchId: '1900000109', baseUrl, pageBaseUrl: parts.pageBaseUrl.replace(/\/+$/, ''), keys: async (again = false) => (again ? (keys = await read()) : keys),
  }
  const addKey = async () => {
    await addCompanyKey(db, secretKeys)
    keys = await read()
  }
  const desk = openDesk(company, addKey)
  log.info({ baseUrl }, 'the simulated WeChat Pay stands in for the real one')
  return {
    config: {
      mchId: company.mchId, appId, apiV3Key: keys.apiV3Key, privateKey: keys.merchantPrivate,
      serial: keys.merchantSerial, certificates: [], baseUrl,
      publicKeys: keys.company.toReversed().map(({ id, publicPem }) => ({ id, pem: publicPem })),
      isSimulated: true,
    },
    plugin: simulatorPlugin(company),
    desk,
    bills: openBillDesk({
      db, company: 'wechat', enter: (trade) => desk.enterPaidTrades([{ ...trade, description: '来路不明的付款' }]),
    }),
    redeliver: (at) => redeliver(company, at),
  }
}
