import type { WechatPayConfig } from '../../platform/config-providers.ts'
import { openBillDesk } from '../payment-company/bill-desk.ts'
import { createPaymentBooks } from '../payment-company/books.ts'
import { openKeyRing } from '../payment-company/keys.ts'
import { redeliver } from '../payment-company/notices.ts'
import type { OpenPaymentSimulator, PaymentSimulator } from '../payment-company/simulator.ts'
import { createBooks } from './books.ts'
import type { Company } from './company.ts'
import { openDesk } from './desk.ts'
import type { WechatPayDesk } from './desk.ts'
import { apiV3KeyOf, publicKeyId } from './keys.ts'
import { notifierOf } from './notices.ts'
import { simulatorPlugin } from './plugin.ts'

export { deskActions } from './desk.ts'
export { faultKinds } from './books.ts'
export { actions } from './api.ts'
export type { DeskAction, DeskAnswer, PaidTrade, TradeView, WechatPayDesk } from './desk.ts'
export type { FaultKind } from './books.ts'

/**
 * `pageBaseUrl` is where buyers' browsers reach the pages; `appId` the application that pays, the one of the simulated
 * mini-program, so that its people can pay.
 */
export type OpenWechatPaySimulator = OpenPaymentSimulator & { pageBaseUrl: string; appId: string }
export type WechatPaySimulator = PaymentSimulator<WechatPayConfig, WechatPayDesk>

/** WeChat Pay as it looks from outside, over loopback HTTP with real signatures. Never opened in production. */
export async function openWechatPaySimulator(parts: OpenWechatPaySimulator): Promise<WechatPaySimulator> {
  const { db, secretKeys, now, log, appId } = parts
  await createBooks(db)
  await createPaymentBooks(db)
  const ring = await openKeyRing({
    db, secretKeys, company: 'wechat', namesOf: (key) => [publicKeyId(key), key.serial],
  })
  const { merchant, company: own } = await ring.keys()
  const baseUrl = parts.baseUrl.replace(/\/+$/, '')
  const company: Company = {
    db, now, appId, mchId: '1900000109', baseUrl, pageBaseUrl: parts.pageBaseUrl.replace(/\/+$/, ''), ring,
  }
  const desk = openDesk(company)
  log.info({ baseUrl }, 'the simulated WeChat Pay stands in for the real one')
  return {
    config: {
      mchId: company.mchId, appId, apiV3Key: apiV3KeyOf(merchant), privateKey: merchant.privatePem,
      serial: merchant.serial, certificates: [], baseUrl,
      publicKeys: own.toReversed().map((key) => ({ id: publicKeyId(key), pem: key.publicPem })),
      isSimulated: true,
    },
    plugin: simulatorPlugin(company),
    desk,
    bills: openBillDesk({
      db, company: 'wechat', enter: (trade) => desk.enterPaidTrades([{ ...trade, description: '来路不明的付款' }]),
    }),
    redeliver: (at) => redeliver(notifierOf(company), at),
  }
}
