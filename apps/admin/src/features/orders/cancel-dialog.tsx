import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { OrderView } from '@hearth/contracts/orders'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { moneyShown } from '../../shared/shown.ts'
import { useToast } from '../../shared/toast.tsx'
import { useOrdersChanged } from './orders-changed.ts'

export function CancelDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const texts = useTexts()
  const t = texts.orders.cancelling
  const id = useId()
  const toast = useToast()
  const changed = useOrdersChanged()
  const [reason, setReason] = useState('')
  const cancelling = useMutation({
    mutationFn: () => api.cancelOrder(order.order_number, reason.trim()),
    onSuccess: () => {
      toast(t.done(order.order_number))
      onClose()
    },
    onSettled: changed,
  })
  return (
    <ActionDialog
      title={`${t.title} ${order.order_number}`}
      will={whatWillHappen(order, texts)}
      submit={t.submit}
      danger
      busy={cancelling.isPending}
      error={cancelling.error}
      onSubmit={() => cancelling.mutate()}
      onClose={onClose}
    >
      <label htmlFor={id} className="field-label">{t.reason}</label>
      <TextArea id={id} value={reason} maxLength={200} showCount rows={2} placeholder={t.reasonHint}
        onChange={(event) => setReason(event.target.value)} />
      <div className="chips">
        {t.reasons.map((word) => <Button key={word} size="small" onClick={() => setReason(word)}>{word}</Button>)}
      </div>
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
