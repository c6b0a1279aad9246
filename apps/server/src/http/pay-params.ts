import type { PayParams, PayWayView } from '@hearth/contracts/payments'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import { selectOpenid } from '../modules/accounts/index.ts'
import type { PayChannel, PayWay, Payment, PaymentMethod, PaymentProvider } from '../modules/payments/index.ts'
import type { Db } from '../platform/db.ts'
import type { Deps } from './deps.ts'

export type ToPay = { pay_params: PayParams; pay_way: PayWayView }

const CHANNELS: Record<Exclude<PaymentMethod, 'bank'>, readonly PayChannel[]> = {
  alipay: ['page', 'wap'], wechat: ['jsapi', 'native', 'h5'],
}

/** The channel that was asked for, or the usual one: WeChat inside WeChat, Alipay by the device. */
export function channelFor(method: PaymentMethod, asked: PayChannel | undefined, isPhone: boolean): PayChannel | null {
  if (method === 'bank') return null
  const usual = method === 'alipay' && isPhone ? 'wap' : CHANNELS[method][0] ?? null
  const channel = asked ?? usual
  if (channel === null || !CHANNELS[method].includes(channel)) throw new Refusal('payments.channel_unknown')
  return channel
}

/** Whether a browser says that it is one of a telephone. */
export function isPhone(userAgent: string | undefined): boolean {
  return /\b(Mobile|Android|iPhone)\b/i.test(userAgent ?? '')
}

/** Who pays inside WeChat; null where the channel does not ask. Throws payments.openid_missing. */
export async function openIdFor(db: Db, userId: number, channel: PayChannel | null): Promise<string | null> {
  if (channel !== 'jsapi') return null
  const openId = await selectOpenid(db, userId, 'wechat')
  if (!openId) throw new Refusal('payments.openid_missing', { missing: 'openid' })
  return openId
}

/** What a company was asked to make of the payment, in the documented words and for our own pages. */
export function companyPay(provider: PaymentProvider, payment: Payment, way: PayWay): ToPay {
  const total = { total: payment.amountFen, total_fee: payment.amountFen }
  const mock = provider.isSimulated ? { mock: true } : {}
  const isWechat = provider.name === 'wechat'
  const mine = isWechat ? { mchId: provider.sellerId ?? '', appId: provider.appId, ...total, ...mock } : {}
  if (way.kind === 'jsapi') {
    return { pay_params: { ...mine, ...way.params, prepay_id: way.prepayId }, pay_way: { kind: 'jsapi' } }
  }
  const named = provider.name === 'alipay' ? 'alipay_url' : way.kind === 'code' ? 'code_url' : 'h5_url'
  return { pay_params: { ...mine, [named]: way.url }, pay_way: { kind: way.kind, url: way.url } }
}

/** Where a transfer goes, and what to write into it. Throws payments.bank_not_configured. */
export function transferPay({ config }: Deps, payment: Payment): ToPay {
  const account = bankAccountOf(config)
  return {
    pay_params: {
      account_name: account.accountName, bank: account.bank, account_number: account.accountNumber,
      reference: payment.orderNumber, amount: yuanText(payment.amountFen),
    },
    pay_way: { kind: 'transfer' },
  }
}

export function bankAccountOf({ bankAccount }: Deps['config']) {
  if (!bankAccount) throw new Refusal('payments.bank_not_configured')
  return bankAccount
}
