import type { AlipayConfig } from '../../platform/config-providers.ts'
import { digitsOf } from '../company/digits.ts'
import { openBillDesk } from '../payment-company/bill-desk.ts'
import { createPaymentBooks } from '../payment-company/books.ts'
import { openKeyRing } from '../payment-company/keys.ts'
import { redeliver } from '../payment-company/notices.ts'
import type { OpenPaymentSimulator, PaymentSimulator } from '../payment-company/simulator.ts'
import { createSignInBooks } from '../sign-in/grants.ts'
import { createBooks } from './books.ts'
import type { Company } from './company.ts'
import { openDesk } from './desk.ts'
import type { AlipayDesk } from './desk.ts'
import { notifierOf } from './notices.ts'
import { simulatorPlugin } from './plugin.ts'

export { deskActions } from './desk.ts'
export type { AlipayDesk, DeskAction, DeskAnswer, PaidTrade, TradeView } from './desk.ts'
export { faultKinds } from './books.ts'
export type { FaultKind } from './books.ts'

/** `baseUrl` is e.g. `http://127.0.0.1:8000/dev/sim/alipay`; `loginBaseUrl` where browsers reach the sign-in page. */
export type OpenAlipaySimulator = OpenPaymentSimulator & { loginBaseUrl?: string }
export type AlipaySimulator = PaymentSimulator<AlipayConfig, AlipayDesk>

/** Alipay as it looks from outside, over loopback HTTP with real signatures. Never opened in production. */
export async function openAlipaySimulator(parts: OpenAlipaySimulator): Promise<AlipaySimulator> {
  const { db, secretKeys, baseUrl, now, log } = parts
  await createBooks(db)
  await createSignInBooks(db)
  await createPaymentBooks(db)
  const ring = await openKeyRing({ db, secretKeys, company: 'alipay', namesOf: ({ serial }) => [serial] })
  const { merchant, company: own } = await ring.keys()
  const company: Company = {
    db, ring, now, appId: '9021000000000001', sellerId: '2088000000000001', avatarBaseUrl: parts.loginBaseUrl ?? baseUrl,
    baseUrl: baseUrl.replace(/\/+$/, ''),
  }
  const gateway = `${company.baseUrl}/gateway.do`
  const desk = openDesk(company)
  log.info({ gateway }, 'the simulated Alipay stands in for the real one')
  return {
    config: {
      appId: company.appId, privateKey: merchant.privatePem, gateway,
      alipayPublicKey: own.map(({ publicPem }) => publicPem).join(','),
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
    redeliver: (at) => redeliver(notifierOf(company), at),
  }
}
