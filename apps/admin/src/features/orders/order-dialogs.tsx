import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import { useId, useState } from 'react'
import type { OrderView } from '@hearth/contracts/orders'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { moneyShown } from '../../shared/shown.ts'
import { useStep } from '../../shared/use-step.ts'
import { MovedOn, hasMovedOn } from './moved-on.tsx'
import { useOrdersChanged } from './orders-changed.ts'

type DialogProps = { order: OrderView; onClose: () => void }

export function CancelDialog({ order, onClose }: DialogProps) {
  const texts = useTexts()
  const t = texts.orders.cancelling
  return (
    <WordsDialog order={order} onClose={onClose} danger title={t.title} will={whatWillHappen(order, texts)}
      submit={t.submit} done={t.done} label={t.reason} hint={t.reasonHint} maxLength={200} ready={t.reasons}
      run={(reason) => api.cancelOrder(order.order_number, reason)} />
  )
}

export function CompleteDialog({ order, onClose }: DialogProps) {
  const t = useTexts().orders.completing
  return (
    <WordsDialog order={order} onClose={onClose} title={t.title} will={t.will} submit={t.submit} done={t.done}
      label={t.note} maxLength={500} run={(note) => api.completeOrder(order.order_number, note)} />
  )
}

type WordsProps = DialogProps & {
  title: string
  will: string[]
  submit: string
  done: (orderNumber: string) => string
  danger?: boolean
  label: string
  hint?: string
  maxLength: number
  /** Words that one press fills in. */
  ready?: string[]
  run: (words: string) => Promise<unknown>
}

/** A move of an order that takes a few words with it. */
function WordsDialog({ order, onClose, run, done, ...shown }: WordsProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const moving = useStep({
    run: () => run(words.trim()), said: () => done(order.order_number), changed: useOrdersChanged(), onClose,
  })
  const gone = hasMovedOn(moving.error)
  return (
    <ActionDialog
      title={`${shown.title} ${order.order_number}`}
      will={gone ? [] : shown.will}
      submit={shown.submit}
      danger={shown.danger}
      busy={moving.isPending}
      error={gone ? null : moving.error}
      idle={gone}
      onSubmit={() => moving.mutate()}
      onClose={onClose}
    >
      {gone ? <MovedOn orderNumber={order.order_number} error={moving.error} onClose={onClose} /> : (
        <>
          <label htmlFor={id} className="field-label">{shown.label}</label>
          <TextArea id={id} value={words} maxLength={shown.maxLength} showCount={shown.maxLength <= 200} rows={2}
            placeholder={shown.hint} onChange={(event) => setWords(event.target.value)} />
          {shown.ready && (
            <div className="chips">
              {shown.ready.map((word) => <Button key={word} size="small" onClick={() => setWords(word)}>{word}</Button>)}
            </div>
          )}
        </>
      )}
    </ActionDialog>
  )
}

function whatWillHappen(order: OrderView, texts: ConsoleTexts): string[] {
  const t = texts.orders.cancelling
  const amount = moneyShown(order.actual_amount)
  const money = order.status === 'pending' ? t.willClose
    : order.payment_method === 'credit' ? t.willReturnCredit(amount) : t.willRefund(amount)
  return [t.willRelease, money, t.final]
}
