import type { PaymentProvider } from '../modules/payments/index.ts'
import type { Deps } from './deps.ts'

export type Payable = { orderNumber: string; amountFen: number; expiresAt: Date; device: 'desk' | 'phone' }

/** Where the buyer's browser goes to pay this order, and where it and the notice come back to. Makes no call. */
export async function payUrlOf(deps: Deps, provider: PaymentProvider, payable: Payable): Promise<string> {
  const { publicUrl } = deps.config
  const { payUrl } = await provider.start({
    ...payable, subject: `Hearth 订单 ${payable.orderNumber}`, returnUrl: `${publicUrl}/pay/result`,
    notifyUrl: `${publicUrl}/api/payments/callback/${provider.name}/`,
  })
  return payUrl
}
