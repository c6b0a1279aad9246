import type { Ordered } from '@hearth/client/console-api-content'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'
import { useContentChanged } from './content-changed.ts'

type RemoveProps = {
  what: Ordered
  id: number
  name: string
  words: { removeTitle: (name: string) => string; removeWill: string[] }
  onClose: () => void
  onRemoved?: () => void
}

/** Deletes a banner, an entry, a channel or a case. */
export function RemoveContentDialog({ what, id, name, words, onClose, onRemoved }: RemoveProps) {
  const t = useTexts().content
  const removing = useStep({
    run: () => api.removeContent(what, id),
    said: () => t.removed(name),
    changed: useContentChanged(),
    onClose: () => {
      onClose()
      onRemoved?.()
    },
  })
  return (
    <ActionDialog title={words.removeTitle(name)} will={words.removeWill} submit={t.remove} danger
      busy={removing.isPending} error={removing.error} onSubmit={() => removing.mutate()} onClose={onClose} />
  )
}
