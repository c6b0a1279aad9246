import type { Payment, PayChannel, PayWay, PaymentProvider } from '../modules/payments/index.ts'
import type { Deps } from './deps.ts'

export type Paying = { channel: PayChannel; openId: string | null; clientIp: string }

/** How the buyer pays this attempt, and where the buyer and the notice come back to. */
export function payWayOf(deps: Deps, provider: PaymentProvider, payment: Payment, paying: Paying): Promise<PayWay> {
  const { publicUrl } = deps.config
  const { id: paymentId, tradeNumber, amountFen, expiresAt } = payment
  return provider.start({
    ...paying, paymentId, tradeNumber, amountFen, expiresAt, subject: `Hearth 订单 ${payment.orderNumber}`,
    returnUrl: `${publicUrl}/pay/result`, notifyUrl: noticeUrlOf(deps, provider),
  })
}

/** Where a payment company sends what became of payments and refunds. */
export function noticeUrlOf({ config }: Pick<Deps, 'config'>, provider: Pick<PaymentProvider, 'name'>): string {
  return `${config.publicUrl}/api/payments/callback/${provider.name}/`
}
