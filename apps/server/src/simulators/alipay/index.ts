import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { AlipayConfig } from '../../platform/config-providers.ts'
import type { Db } from '../../platform/db.ts'
import type { JobReport } from '../../platform/jobs.ts'
import { openBillDesk } from '../bills/desk.ts'
import type { BillDesk } from '../bills/desk.ts'
import { createBillBooks } from '../bills/differences.ts'
import { createSignInBooks } from '../sign-in/grants.ts'
import { createBooks } from './books.ts'
import { digitsOf } from './company.ts'
import type { Company } from './company.ts'
import { openDesk } from './desk.ts'
import type { AlipayDesk } from './desk.ts'
import { openKeys } from './keys.ts'
import { redeliver } from './notices.ts'
import { simulatorPlugin } from './plugin.ts'

export { deskActions } from './desk.ts'
export type { AlipayDesk, DeskAction, DeskAnswer, PaidTrade, TradeView } from './desk.ts'
export type { FaultKind } from './books.ts'

/**
 * `baseUrl` is where the plugin will be mounted, e.g. `http://127.0.0.1:8000/dev/sim/alipay`; `loginBaseUrl` where
 * browsers reach the sign-in page.
 */
export type OpenAlipaySimulator = {
  db: Db
  secretKeys: readonly string[]
  baseUrl: string
  loginBaseUrl?: string
  now(): Date
  log: Pick<Logger, 'info'>
}

export type AlipaySimulator = {
  /** What a merchant of this company puts into his settings. */
  config: AlipayConfig
  plugin: FastifyPluginAsync
  desk: AlipayDesk
  bills: BillDesk
  /** Sends the notices that are due by the application's clock. */
  redeliver(now: Date): Promise<JobReport>
}

/** Alipay as it looks from outside, over loopback HTTP with real signatures. Never opened in production. */
export async function openAlipaySimulator(parts: OpenAlipaySimulator): Promise<AlipaySimulator> {
  const { db, secretKeys, baseUrl, now, log } = parts
  await createBooks(db)
  await createSignInBooks(db)
  await createBillBooks(db)
  const keys = await openKeys(db, secretKeys)
  const company: Company = {
    db, keys, now, appId: '9021000000000001', sellerId: '2088000000000001', avatarBaseUrl: parts.loginBaseUrl ?? baseUrl,
    baseUrl: baseUrl.replace(/\/+$/, ''),
  }
  const gateway = `${company.baseUrl}/gateway.do`
  const desk = openDesk(company)
  log.info({ gateway }, 'the simulated Alipay stands in for the real one')
  return {
    config: {
      appId: company.appId, privateKey: keys.merchantPrivate, alipayPublicKey: keys.companyPublic, gateway,
      sellerId: company.sellerId, pageGateway: null,
    },
    plugin: simulatorPlugin(company),
    desk,
    bills: openBillDesk({
      db, company: 'alipay',
      enter: (trade) => desk.enterPaidTrades([
        { ...trade, tradeNo: `20260101220019${digitsOf(trade.outTradeNo, 14)}`, subject: '来路不明的付款' },
      ]),
    }),
    redeliver: (at) => redeliver(company, at),
  }
}
