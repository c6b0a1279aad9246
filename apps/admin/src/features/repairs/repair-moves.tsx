import Button from 'antd/es/button'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { RepairView } from '@hearth/contracts/units'
import { api } from '../../shared/api.ts'
import { faultWords } from '../../shared/fault-words.ts'
import { useTexts } from '../../shared/language.tsx'
import { useToast } from '../../shared/toast.tsx'
import { useRepairsChanged } from './repairs-changed.ts'

const CompleteDialog = lazy(async () => ({ default: (await import('./repair-dialogs.tsx')).CompleteDialog }))
const CancelDialog = lazy(async () => ({ default: (await import('./repair-dialogs.tsx')).CancelDialog }))

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
        <Button size={size} type={may('take') ? 'default' : 'primary'}
          onClick={() => onAsk({ move: 'complete', repair })}>
          {t.complete}
        </Button>
      )}
      {may('cancel') && (
        <Button size={size} type={size === 'small' ? 'text' : 'default'} danger
          onClick={() => onAsk({ move: 'cancel', repair })}>
          {t.cancel}
        </Button>
      )}
      {taking.isError && <span className="words-red" role="alert">{faultWords(taking.error, texts, { wrote: true })}</span>}
    </span>
  )
}

export function RepairMoveDialog({ asked, onClose }: { asked: AskedMove | null; onClose: () => void }) {
  if (asked === null) return null
  const Dialog = { complete: CompleteDialog, cancel: CancelDialog }[asked.move]
  return <Suspense fallback={null}><Dialog repair={asked.repair} onClose={onClose} /></Suspense>
}
