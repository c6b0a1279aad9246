import type { PayMethodsView } from '@hearth/contracts/cashier'
import { payMethods } from '@hearth/contracts/payments'
import { Refusal } from '@hearth/kernel/errors'
import type { Deps } from './deps.ts'

/** The ways to pay that are configured, in the order in which they are offered. */
export function openMethods({ payments, config }: Deps): PayMethodsView['methods'] {
  const behind = { wechat: payments.wechat, alipay: payments.alipay, bank: config.bankAccount }
  return payMethods.filter((method) => behind[method] !== null)
}

/** An order that nobody could pay would only hold goods back. Throws orders.no_way_to_pay. */
export function refuseUnpayable(deps: Deps): void {
  if (openMethods(deps).length === 0) throw new Refusal('orders.no_way_to_pay')
}
