import { useQuery } from '@tanstack/react-query'
import type { PaymentView } from '@hearth/contracts/payments'
import { api } from '../../shared/api.ts'
import { Facts, Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { MoneyLog } from '../../shared/money-log.tsx'
import { PaymentState } from '../../shared/money-tags.tsx'
import { OrderLink } from '../../shared/order-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { LookDrawer } from './look-drawer.tsx'
import { TransferButtons, wayOf } from './payments-page.tsx'
import type { AskedTransfer } from './transfer-dialogs.tsx'

type DrawerProps = { id: number | null; onClose: () => void; onAsk: (asked: AskedTransfer) => void }

/** One attempt to pay: what happened to it, and the proof of a transfer. */
export function PaymentDrawer({ id, onClose, onAsk }: DrawerProps) {
  const t = useTexts().money
  const found = useQuery({ queryKey: ['payments', 'one', id], queryFn: () => api.payment(id ?? 0), enabled: id !== null })
  return (
    <LookDrawer title={t.payments.one(id ?? 0)} open={id !== null} found={found} onClose={onClose}>
      {(payment) => (
        <>
          <div className="order-top"><PaymentState payment={payment} /><TransferButtons payment={payment} onAsk={onAsk} /></div>
          <Facts facts={[
            { label: t.amount, value: moneyShown(payment.amount) },
            { label: t.method, value: wayOf(payment, t) },
            { label: t.order, value: <OrderLink number={payment.order_number} /> },
            { label: t.at, value: timeShown(payment.created_at) },
            { label: t.payments.expires, value: timeShown(payment.expires_at) },
            { label: t.payments.tradeId, value: <span className="code">{payment.trade_id ?? '—'}</span>, wide: true },
          ]} />
          {payment.method === 'bank' && <Proof payment={payment} />}
          <MoneyLog of="payments" steps={payment.logs} />
        </>
      )}
    </LookDrawer>
  )
}

/** The buyer's proof of a transfer: its picture, when it came, what was said with it. */
export function Proof({ payment }: { payment: PaymentView }) {
  const t = useTexts().money.payments
  const { proof } = payment
  return (
    <Part title={t.proof}>
      {!proof ? <p className="hint">{t.proofNone}</p> : (
        <>
          {proof.picture_url !== null && (
            <a href={proof.picture_url} target="_blank" rel="noreferrer" className="proof" title={t.openPicture}>
              <img src={proof.picture_url} alt={t.proofAlt} />
            </a>
          )}
          <Facts facts={[
            { label: t.proofAt, value: timeShown(proof.uploaded_at) },
            proof.note === '' ? null : { label: t.proofNote, value: proof.note, wide: true },
          ]} />
        </>
      )}
    </Part>
  )
}
