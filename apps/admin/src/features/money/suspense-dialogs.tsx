import { useState } from 'react'
import type { SuspenseView } from '@hearth/contracts/refunds'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useMoneyChanged } from '../../shared/money-changed.ts'
import { useOnceKey } from '../../shared/once-key.ts'
import { moneyShown } from '../../shared/shown.ts'
import { useStep } from '../../shared/use-step.ts'
import { Line } from './transfer-dialogs.tsx'

export type AskedSuspense = { act: SuspenseView['allowed_moves'][number]; entry: SuspenseView }
type DialogProps = { entry: SuspenseView; onClose: () => void }

/** The dialog of what was asked for: back to the payer, back to its order, or to another order. */
export function SuspenseDialog({ asked: { act, entry }, onClose }: { asked: AskedSuspense; onClose: () => void }) {
  if (act === 'match') return <MatchDialog entry={entry} onClose={onClose} />
  return <PlainDialog act={act} entry={entry} onClose={onClose} />
}

function PlainDialog({ act, entry, onClose }: DialogProps & { act: 'refund' | 'revive' }) {
  const texts = useTexts().money.suspense
  const t = act === 'refund' ? texts.refunding : texts.reviving
  const onceKey = useOnceKey()
  const step = useStep({
    run: (reason: string) => act === 'refund' ? api.refundSuspense(entry.id, reason, onceKey({ reason }))
      : api.reviveSuspense(entry.id, reason, onceKey({ reason })),
    said: () => t.done, changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={`${t.title} ${moneyShown(entry.amount)}`} will={t.will} submit={t.submit} busy={step.isPending}
      error={step.error} reason={{}} onSubmit={(reason) => step.mutate(reason)} onClose={onClose} />
  )
}

function MatchDialog({ entry, onClose }: DialogProps) {
  const texts = useTexts()
  const t = texts.money.suspense.matching
  const onceKey = useOnceKey()
  const [number, setNumber] = useState('')
  const isNumber = /^\d{14,64}$/.test(number.trim())
  const step = useStep({
    run: (reason: string) => {
      const body = { order_number: number.trim(), reason }
      return api.matchSuspense(entry.id, body, onceKey(body))
    },
    said: () => t.done, changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={`${t.title} ${moneyShown(entry.amount)}`} will={t.will} submit={t.submit} busy={step.isPending}
      error={step.error} reason={{}} isReady={isNumber} onSubmit={(reason) => step.mutate(reason)} onClose={onClose}>
      {(tried) => (
        <Line label={texts.money.orderNumber} value={number} onChange={setNumber} fault={tried && !isNumber ? t.needed : ''} />
      )}
    </ActionDialog>
  )
}
