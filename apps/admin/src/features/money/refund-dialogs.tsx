import Radio from 'antd/es/radio'
import { useId, useState } from 'react'
import type { RefundView } from '@hearth/contracts/refunds'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useMoneyChanged } from '../../shared/money-changed.ts'
import { useOnceKey } from '../../shared/once-key.ts'
import { moneyShown } from '../../shared/shown.ts'
import { useStep } from '../../shared/use-step.ts'
import { Line } from './transfer-dialogs.tsx'

export type RefundAct = RefundView['allowed_moves'][number]
export type AskedRefund = { act: RefundAct; refund: RefundView }
type DialogProps = { refund: RefundView; onClose: () => void }

const titleOf = (title: string, refund: RefundView) => `${title} ${moneyShown(refund.amount)}`

/** The dialog of what was asked for. */
export function RefundDialog({ asked, onClose }: { asked: AskedRefund; onClose: () => void }) {
  const dialogs = {
    start: StartDialog, ask: AskDialog, succeed: SucceedDialog, pay_out: PayOutDialog, fail: GiveUpDialog,
    settle_repeat: RepeatDialog,
  }
  const Dialog = dialogs[asked.act]
  return <Dialog refund={asked.refund} onClose={onClose} />
}

function StartDialog({ refund, onClose }: DialogProps) {
  const t = useTexts().money.refunds.starting
  const onceKey = useOnceKey()
  const step = useStep({
    run: (reason: string) => api.startRefund(refund.id, reason, onceKey({ reason })), said: () => t.done,
    changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={titleOf(refund.attempts === 0 ? t.first : t.title, refund)} will={t.will} submit={t.submit}
      reason={{ optional: true }} busy={step.isPending} error={step.error} onSubmit={(reason) => step.mutate(reason)}
      onClose={onClose} />
  )
}

/** Asking changes nothing by itself: what the company says is written as it would be by its notice. */
function AskDialog({ refund, onClose }: DialogProps) {
  const t = useTexts().money.refunds
  const step = useStep({
    run: () => api.askRefund(refund.id), said: (now: RefundView) => t.asked(t.states[now.status]),
    changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={titleOf(t.moves.ask, refund)} will={[]} submit={t.moves.ask} busy={step.isPending}
      error={step.error} onSubmit={() => step.mutate()} onClose={onClose}>
      <p className="code">{refund.refund_number}</p>
    </ActionDialog>
  )
}

function SucceedDialog({ refund, onClose }: DialogProps) {
  const t = useTexts().money.refunds.succeeding
  const onceKey = useOnceKey()
  const [reference, setReference] = useState('')
  const step = useStep({
    run: () => api.succeedRefund(refund.id, reference.trim(), onceKey({ reference })), said: () => t.done,
    changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={titleOf(t.title, refund)} will={t.will} submit={t.submit} busy={step.isPending}
      error={step.error} isReady={reference.trim() !== ''} onSubmit={() => step.mutate()} onClose={onClose}>
      {(tried) => (
        <div className="fields">
          <p className="hint">{t.lead}</p>
          <ReferenceLine value={reference} tried={tried} onChange={setReference} />
        </div>
      )}
    </ActionDialog>
  )
}

type ReferenceProps = { value: string; tried: boolean; onChange: (text: string) => void }

/** The number under which money left an account of ours. */
function ReferenceLine({ value, tried, onChange }: ReferenceProps) {
  const t = useTexts().money
  return (
    <Line label={t.refunds.transaction} value={value} onChange={onChange}
      fault={tried && value.trim() === '' ? t.refunds.transactionNeeded : ''} />
  )
}

function PayOutDialog({ refund, onClose }: DialogProps) {
  const t = useTexts().money.refunds.payingOut
  const id = useId()
  const onceKey = useOnceKey()
  const [reference, setReference] = useState('')
  const [from, setFrom] = useState<'bank' | 'company'>('bank')
  const step = useStep({
    run: (reason: string) => {
      const body = { transaction_id: reference.trim(), paid_from: from, reason }
      return api.payOutRefund(refund.id, body, onceKey(body))
    },
    said: () => t.done, changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={titleOf(t.title, refund)} will={t.will} submit={t.submit} busy={step.isPending} reason={{}}
      error={step.error} isReady={reference.trim() !== ''} onSubmit={(reason) => step.mutate(reason)} onClose={onClose}>
      {(tried) => <div className="fields">
        <div>
          <p id={id} className="field-label">{t.from}</p>
          <Radio.Group aria-labelledby={id} value={from} onChange={({ target }) => setFrom(target.value as typeof from)}
            options={[{ value: 'bank', label: t.bank }, { value: 'company', label: t.companyAccount }]} />
        </div>
        <ReferenceLine value={reference} tried={tried} onChange={setReference} />
      </div>}
    </ActionDialog>
  )
}

type RepeatEnd = 'bank' | 'company' | 'lost'

/** Money that left twice: the buyer has returned it, under a number, or it is lost. */
function RepeatDialog({ refund, onClose }: DialogProps) {
  const { refunds: { repeat: t }, methods, book } = useTexts().money
  const id = useId()
  const onceKey = useOnceKey()
  const [reference, setReference] = useState('')
  const [end, setEnd] = useState<RepeatEnd>('bank')
  const isLost = end === 'lost'
  const step = useStep({
    run: (reason: string) => {
      const body = isLost
        ? { outcome: 'written_off' as const, reason }
        : { outcome: 'returned' as const, returned_to: end, transaction_id: reference.trim(), reason }
      return api.settleRepeat(refund.id, body, onceKey(body))
    },
    said: () => t.done, changed: useMoneyChanged(), onClose,
  })
  const ends = [
    { value: 'bank', label: t.back }, { value: 'company', label: t.backToCompany(methods[refund.provider]) },
    { value: 'lost', label: t.lost },
  ]
  const amount = moneyShown(refund.amount)
  const will = isLost ? t.willLose(amount, book.accounts.fees)
    : t.willReturn(amount, book.accounts[end === 'bank' ? 'bank' : refund.provider])
  return (
    <ActionDialog title={titleOf(t.title, refund)} will={will} danger={isLost} submit={isLost ? t.writeOff : t.submit}
      reason={{ ready: isLost ? t.reasons.lost : t.reasons.returned }} busy={step.isPending} error={step.error}
      isReady={isLost || reference.trim() !== ''} onSubmit={(reason) => step.mutate(reason)} onClose={onClose}>
      {(tried) => <div className="fields">
        <p className="code">{refund.refund_number}</p>
        <div>
          <p id={id} className="field-label">{t.outcome}</p>
          <Radio.Group aria-labelledby={id} value={end} vertical
            onChange={({ target }) => setEnd(target.value as RepeatEnd)}
            options={refund.provider === 'bank' ? ends.filter(({ value }) => value !== 'company') : ends} />
        </div>
        {isLost ? null : (
          <Line label={t.reference} value={reference} onChange={setReference}
            fault={tried && reference.trim() === '' ? t.referenceNeeded : ''} />
        )}
      </div>}
    </ActionDialog>
  )
}

function GiveUpDialog({ refund, onClose }: DialogProps) {
  const t = useTexts().money.refunds.failing
  const onceKey = useOnceKey()
  const step = useStep({
    run: (reason: string) => api.giveUpRefund(refund.id, reason, onceKey({ reason })), said: () => t.done,
    changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={titleOf(t.title, refund)} will={t.will} submit={t.submit} danger reason={{}}
      busy={step.isPending} error={step.error} onSubmit={(reason) => step.mutate(reason)} onClose={onClose} />
  )
}
