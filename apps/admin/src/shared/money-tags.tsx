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

export function PaymentState({ payment }: { payment: Pick<PaymentView, 'status'> }) {
  return <StateTag tone={paymentTones[payment.status]}>{useTexts().money.payments.states[payment.status]}</StateTag>
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
