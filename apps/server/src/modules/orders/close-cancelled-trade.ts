import { isProviderSaidNo } from '../../platform/provider-faults.ts'
import { hasStartedPayment } from '../payments/index.ts'
import { askPaymentCompany } from './ask-payment-company.ts'
import type { AskDeps } from './ask-payment-company.ts'

export type CancelledOrder = { orderId: number; orderNumber: string }

/**
 * After an order was cancelled: closes its trade at the company, so that it can no longer be paid. If it was paid in
 * that moment, the money is settled like any late money. Throws ProviderDown, so that the job comes again.
 */
export async function closeCancelledTrade(deps: AskDeps, order: CancelledOrder): Promise<void> {
  if (!(await hasStartedPayment(deps.db, order.orderId))) return
  try {
    await deps.provider.close(order.orderNumber)
  } catch (fault) {
    if (!isProviderSaidNo(fault)) throw fault
    await askPaymentCompany(deps, order.orderNumber)
  }
}
