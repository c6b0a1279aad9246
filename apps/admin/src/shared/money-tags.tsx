import type { PaymentView } from '@hearth/contracts/payments'
import type { RefundView, SuspenseView } from '@hearth/contracts/refunds'
import { useTexts } from './language.tsx'
import { StateTag } from './state-tags.tsx'
import type { Tone } from './state-tags.tsx'

const paymentTones: Record<PaymentView['status'], Tone> = {
  init: 'grey', processing: 'amber', succeeded: 'teal', failed: 'red', cancelled: 'grey', expired: 'grey',
}
const refundTones: Record<RefundView['status'], Tone> = {
  pending: 'amber', processing: 'amber', succeeded: 'teal', failed: 'grey',
}
const suspenseTones: Record<SuspenseView['status'], Tone> = {
  open: 'ember', refunding: 'amber', refunded: 'grey', revived: 'teal', matched: 'teal',
}

/** The state of an attempt; a transfer whose proof somebody has to look at says so. */
export function PaymentState({ payment }: { payment: Pick<PaymentView, 'status' | 'method' | 'proof'> }) {
  const t = useTexts().money.payments
  const isOpen = payment.status === 'init' || payment.status === 'processing'
  if (isOpen && payment.method === 'bank' && payment.proof) return <StateTag tone="ember">{t.toCheck}</StateTag>
  return <StateTag tone={paymentTones[payment.status]}>{t.states[payment.status]}</StateTag>
}

/** The state of a refund; one that waits for a person says why. */
export function RefundState({ refund }: { refund: RefundView }) {
  const t = useTexts().money.refunds
  if (refund.given_up) return <StateTag tone="grey">{t.givenUp}</StateTag>
  if (refund.problem && refund.reason_code) return <StateTag tone="red">{t.why[refund.reason_code]}</StateTag>
  return <StateTag tone={refundTones[refund.status]}>{t.states[refund.status]}</StateTag>
}

export function SuspenseState({ entry }: { entry: SuspenseView }) {
  const t = useTexts().money.suspense
  return (
    <span className="tags">
      <StateTag tone={suspenseTones[entry.status]}>{t.states[entry.status]}</StateTag>
      {entry.status === 'open' && entry.is_overdue && <StateTag tone="red">{t.overdue}</StateTag>}
    </span>
  )
}
