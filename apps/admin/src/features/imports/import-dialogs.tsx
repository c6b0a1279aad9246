import type { ImportView } from '@hearth/contracts/bulk'
import { useQueryClient } from '@tanstack/react-query'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'

/** Which lines; without `lines` every good one. */
export type Applying = { mode: ImportView['mode'] & string; lines?: number[]; count: number }

function useImportsChanged(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: ['imports'] })
}

export function ApplyDialog({ row, asked, onClose }: { row: ImportView; asked: Applying; onClose: () => void }) {
  const t = useTexts().bulk
  const { mode, lines, count } = asked
  const applying = useStep({
    run: () => api.applyImport(row.id, { mode, lines }), said: () => t.started, changed: useImportsChanged(), onClose,
  })
  return (
    <ActionDialog title={t.applyTitle(count)} will={mode === 'all' ? t.willAll : t.willLines} submit={t.apply}
      busy={applying.isPending} error={applying.error} onSubmit={() => applying.mutate()} onClose={onClose} />
  )
}

export function DiscardDialog({ row, onClose }: { row: ImportView; onClose: () => void }) {
  const t = useTexts().bulk
  const discarding = useStep({
    run: () => api.discardImport(row.id), said: () => t.discardDone, changed: useImportsChanged(), onClose,
  })
  return (
    <ActionDialog title={t.discardTitle(row.file_name)} will={t.discardWill} submit={t.discard} danger
      busy={discarding.isPending} error={discarding.error} onSubmit={() => discarding.mutate()} onClose={onClose} />
  )
}
