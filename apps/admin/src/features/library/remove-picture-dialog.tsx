import { useQueryClient } from '@tanstack/react-query'
import type { MediaImageView } from '@hearth/contracts/media'
import { ApiRefusal } from '@hearth/client/http'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'
import { nameOf } from './library-grid.tsx'
import { PictureUses } from './picture-uses.tsx'

type RemoveProps = { picture: MediaImageView; onClose: () => void; onRemoved: () => void }

/** Deletes a picture; one that is in use stays, and what shows it is named. */
export function RemovePictureDialog({ picture, onClose, onRemoved }: RemoveProps) {
  const t = useTexts().library
  const name = nameOf(picture, t.unnamed)
  const client = useQueryClient()
  const removing = useStep({
    run: () => api.removePicture(picture.id),
    said: () => t.removed(name),
    changed: () => void client.invalidateQueries({ queryKey: ['pictures'] }),
    onClose: () => {
      onClose()
      onRemoved()
    },
  })
  const isUsed = removing.error instanceof ApiRefusal && removing.error.status === 409
  return (
    <ActionDialog title={t.removeTitle(name)} will={isUsed ? [] : t.removeWill} submit={t.remove} danger
      busy={removing.isPending} error={isUsed ? null : removing.error} idle={isUsed} onSubmit={() => removing.mutate()}
      onClose={onClose}>
      {isUsed && (
        <div className="refused" role="alert">
          <p className="words-red">{t.inUse}</p>
          <PictureUses id={picture.id} />
        </div>
      )}
    </ActionDialog>
  )
}
