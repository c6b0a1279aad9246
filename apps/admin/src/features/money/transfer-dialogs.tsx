import Input from 'antd/es/input'
import { useId, useState } from 'react'
import type { PaymentView, TransferConfirmed } from '@hearth/contracts/payments'
import { fenFromText } from '@hearth/kernel/money'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useMoneyChanged } from '../../shared/money-changed.ts'
import { useOnceKey } from '../../shared/once-key.ts'
import { useStep } from '../../shared/use-step.ts'
import { Proof } from './payment-drawer.tsx'

export type AskedTransfer = { act: 'confirm' | 'reject'; payment: PaymentView }

export function TransferDialog({ asked, onClose }: { asked: AskedTransfer; onClose: () => void }) {
  const Dialog = asked.act === 'confirm' ? ConfirmDialog : RejectDialog
  return <Dialog payment={asked.payment} onClose={onClose} />
}

type DialogProps = { payment: PaymentView; onClose: () => void }

/** What arrived is typed in anew from the bank's statement: copying the order's amount would prove nothing. */
function ConfirmDialog({ payment, onClose }: DialogProps) {
  const texts = useTexts()
  const t = texts.money.payments.confirming
  const onceKey = useOnceKey()
  const [said, setSaid] = useState({ amount: '', reference: '', note: '' })
  const badAmount = fenFromText(said.amount) === null
  const badReference = said.reference.trim() === ''
  const note = said.note.trim()
  const body = { amount: said.amount.trim(), reference: said.reference.trim(), ...(note === '' ? {} : { note }) }
  const confirming = useStep({
    run: () => api.confirmTransfer(payment.id, body, onceKey(body)),
    said: ({ settlement }: TransferConfirmed) => t.settled[settlement], changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={`${t.title} ${payment.order_number ?? ''}`} will={t.will} submit={t.submit} busy={confirming.isPending}
      error={confirming.error} isReady={!badAmount && !badReference} onClose={onClose}
      onSubmit={() => confirming.mutate()}>
      {(tried) => <div className="fields">
        <p className="hint">{t.lead}</p>
        <Proof payment={payment} />
        <Line label={t.amount} value={said.amount} fault={tried && badAmount ? texts.money.amountNeeded : ''} mode="decimal"
          onChange={(amount) => setSaid({ ...said, amount })} />
        <Line label={texts.money.reference} value={said.reference} fault={tried && badReference ? texts.money.referenceNeeded : ''}
          onChange={(reference) => setSaid({ ...said, reference })} />
        <Line label={t.note} value={said.note} onChange={(next) => setSaid({ ...said, note: next })} />
      </div>}
    </ActionDialog>
  )
}

type LineProps = { label: string; value: string; fault?: string; mode?: 'decimal'; onChange: (text: string) => void }

/** One labelled line of text with its fault. */
export function Line({ label, value, fault = '', mode, onChange }: LineProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="field-label">{label}</label>
      <Input id={id} value={value} inputMode={mode} maxLength={100} autoComplete="off" status={fault === '' ? '' : 'error'}
        aria-describedby={`${id}-fault`} onChange={({ target }) => onChange(target.value)} />
      <p id={`${id}-fault`} className="words-red">{fault}</p>
    </div>
  )
}

function RejectDialog({ payment, onClose }: DialogProps) {
  const t = useTexts().money.payments.rejecting
  const rejecting = useStep({
    run: (reason: string) => api.rejectTransfer(payment.id, reason), said: () => t.done, changed: useMoneyChanged(),
    onClose,
  })
  return (
    <ActionDialog title={`${t.title} ${payment.order_number ?? ''}`} will={t.will} submit={t.submit} danger
      reason={{ ready: t.reasons }} busy={rejecting.isPending} error={rejecting.error}
      onSubmit={(reason) => rejecting.mutate(reason)} onClose={onClose} />
  )
}
