import TextArea from 'antd/es/input/TextArea'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { OrderView } from '@hearth/contracts/orders'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useToast } from '../../shared/toast.tsx'
import { useOrdersChanged } from './orders-changed.ts'

export function CompleteDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts().orders.completing
  const id = useId()
  const toast = useToast()
  const changed = useOrdersChanged()
  const [note, setNote] = useState('')
  const completing = useMutation({
    mutationFn: () => api.completeOrder(order.order_number, note.trim()),
    onSuccess: () => {
      toast(t.done(order.order_number))
      onClose()
    },
    onSettled: changed,
  })
  return (
    <ActionDialog
      title={`${t.title} ${order.order_number}`}
      will={t.will}
      submit={t.submit}
      busy={completing.isPending}
      error={completing.error}
      onSubmit={() => completing.mutate()}
      onClose={onClose}
    >
      <label htmlFor={id} className="field-label">{t.note}</label>
      <TextArea id={id} value={note} maxLength={500} rows={2} onChange={(event) => setNote(event.target.value)} />
    </ActionDialog>
  )
}
