import TextArea from 'antd/es/input/TextArea'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RepairView } from '@hearth/contracts/units'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useToast } from '../../shared/toast.tsx'
import { useRepairsChanged } from './repairs-changed.ts'

type DialogProps = { repair: RepairView; onClose: () => void }

/** Closes a repair; what was done must be said. */
export function CompleteDialog({ repair, onClose }: DialogProps) {
  const t = useTexts().repairCompleting
  const id = useId()
  const toast = useToast()
  const changed = useRepairsChanged()
  const [result, setResult] = useState('')
  const [tried, setTried] = useState(false)
  const missing = tried && result.trim() === ''
  const completing = useMutation({
    mutationFn: () => api.completeRepair(repair.id, result.trim()),
    onSuccess: () => {
      toast(t.done(repair.id))
      onClose()
    },
    onSettled: changed,
  })
  function submit(): void {
    setTried(true)
    if (result.trim() !== '') completing.mutate()
  }
  return (
    <ActionDialog title={`${t.title} #${repair.id}`} will={t.will} submit={t.submit} busy={completing.isPending}
      error={completing.error} onSubmit={submit} onClose={onClose}>
      <p className="quoted">{repair.reason}</p>
      <label htmlFor={id} className="field-label">{t.result}<span aria-hidden="true"> *</span></label>
      <TextArea id={id} value={result} maxLength={1000} showCount rows={4} placeholder={t.resultHint} autoFocus required
        status={missing ? 'error' : ''} aria-invalid={missing} onChange={(event) => setResult(event.target.value)} />
      {missing && <p className="words-red" role="alert">{t.resultNeeded}</p>}
    </ActionDialog>
  )
}

export function CancelDialog({ repair, onClose }: DialogProps) {
  const t = useTexts().repairCancelling
  const toast = useToast()
  const changed = useRepairsChanged()
  const cancelling = useMutation({
    mutationFn: () => api.cancelRepair(repair.id),
    onSuccess: () => {
      toast(t.done(repair.id))
      onClose()
    },
    onSettled: changed,
  })
  return (
    <ActionDialog title={`${t.title} #${repair.id}`} will={t.will} submit={t.submit} danger busy={cancelling.isPending}
      error={cancelling.error} onSubmit={() => cancelling.mutate()} onClose={onClose}>
      <p className="quoted">{repair.reason}</p>
    </ActionDialog>
  )
}
