import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RepairView } from '@hearth/contracts/units'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { faultWords } from '../../shared/fault-words.ts'
import { useTexts } from '../../shared/language.tsx'
import { useToast } from '../../shared/toast.tsx'

export type AskedMove = { move: 'complete' | 'cancel'; repair: RepairView }
type ButtonsProps = { repair: RepairView; onAsk: (asked: AskedMove) => void; size?: 'small' | 'medium' }

/** A button per move that the server allows now. Taking asks nothing first: it only says who works on it. */
export function RepairMoveButtons({ repair, onAsk, size = 'medium' }: ButtonsProps) {
  const texts = useTexts()
  const t = texts.repairs
  const toast = useToast()
  const changed = useRepairsChanged()
  const taking = useMutation({
    mutationFn: () => api.takeRepair(repair.id),
    onSuccess: () => toast(t.taken(repair.id)),
    onSettled: changed,
  })
  const may = (move: RepairView['allowed_moves'][number]) => repair.allowed_moves.includes(move)
  return (
    <span className="move-buttons">
      {may('take') && (
        <Button size={size} type="primary" loading={taking.isPending} onClick={() => taking.mutate()}>{t.take}</Button>
      )}
      {may('complete') && (
        <Button size={size} type={may('take') ? 'default' : 'primary'} onClick={() => onAsk({ move: 'complete', repair })}>
          {t.complete}
        </Button>
      )}
      {may('cancel') && (
        <Button size={size} danger onClick={() => onAsk({ move: 'cancel', repair })}>{t.cancel}</Button>
      )}
      {taking.isError && <span className="words-red" role="alert">{faultWords(taking.error, texts, true)}</span>}
    </span>
  )
}

export function RepairMoveDialog({ asked, onClose }: { asked: AskedMove | null; onClose: () => void }) {
  if (asked === null) return null
  const Dialog = { complete: CompleteDialog, cancel: CancelDialog }[asked.move]
  return <Dialog repair={asked.repair} onClose={onClose} />
}

type DialogProps = { repair: RepairView; onClose: () => void }

function CompleteDialog({ repair, onClose }: DialogProps) {
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

function CancelDialog({ repair, onClose }: DialogProps) {
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

/** After a repair moved: its lists, counts and the unit's state are asked for again. */
function useRepairsChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['repairs', 'count', 'units']) void client.invalidateQueries({ queryKey: [key] })
  }
}
