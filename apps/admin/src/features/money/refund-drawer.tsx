import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { RefundView } from '@hearth/contracts/refunds'
import { api } from '../../shared/api.ts'
import { Facts } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { MoneyLog } from '../../shared/money-log.tsx'
import { RefundState } from '../../shared/money-tags.tsx'
import { refundReason } from '../../shared/money-words.ts'
import { OrderLink } from '../../shared/order-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { answerLines } from './answer-lines.ts'
import { LookDrawer } from './look-drawer.tsx'
import type { AskedRefund } from './refund-dialogs.tsx'
import { RefundButtons } from './refunds-page.tsx'

type DrawerProps = { id: number | null; onClose: () => void; onAsk: (asked: AskedRefund) => void }

/** One refund: why it waits, what helps, what happened. */
export function RefundDrawer({ id, onClose, onAsk }: DrawerProps) {
  const t = useTexts().money.refunds
  const found = useQuery({ queryKey: ['refunds', 'one', id], queryFn: () => api.refund(id ?? 0), enabled: id !== null })
  return (
    <LookDrawer title={t.one(found.data?.refund_number ?? '')} open={id !== null} found={found} onClose={onClose}>
      {(refund) => (
        <>
          <div className="order-top"><RefundState refund={refund} /></div>
          {refund.problem && refund.reason_code && <p className="money-help">{t.helps[refund.reason_code]}</p>}
          <div className="look-actions"><RefundButtons refund={refund} onAsk={onAsk} /></div>
          <RefundFacts refund={refund} />
          <MoneyLog of="refunds" steps={refund.logs} />
        </>
      )}
    </LookDrawer>
  )
}

function RefundFacts({ refund }: { refund: RefundView }) {
  const t = useTexts().money
  const r = t.refunds
  return (
    <Facts facts={[
      { label: t.amount, value: moneyShown(refund.amount) },
      { label: t.company, value: t.methods[refund.provider] },
      { label: t.order, value: <OrderLink number={refund.order_number} known={refund.order !== null} /> },
      refund.suspense === null ? null : {
        label: r.suspense, value: <Link to={`/suspense?status=all&look=${refund.suspense}`}>{refund.suspense}</Link>,
      },
      { label: t.at, value: timeShown(refund.created_at) },
      { label: r.attempts, value: refund.attempts },
      refund.succeeded_at === null ? null : { label: r.succeededAt, value: timeShown(refund.succeeded_at) },
      refund.paid_from === null ? null : { label: r.paidFrom, value: t.methods[refund.paid_from] },
      refund.transaction_id === '' ? null : { label: r.transaction, value: <span className="code">{refund.transaction_id}</span> },
      { label: r.reason, value: refundReason(refund, t), wide: true },
      refund.company_answer === '' ? null : { label: r.answer, value: <Answer text={refund.company_answer} />, wide: true },
    ]} />
  )
}

/** What a company answered, field by field where it answers in fields. */
function Answer({ text }: { text: string }) {
  return <pre className="notice-text" tabIndex={0}>{answerLines(text)}</pre>
}
