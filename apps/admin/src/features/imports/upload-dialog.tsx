import { useId, useState } from 'react'
import type { DragEvent } from 'react'
import type { ImportView } from '@hearth/contracts/bulk'
import { useQueryClient } from '@tanstack/react-query'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'

const ACCEPTED = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file by dropping or choosing; then its preview opens. */
export function UploadDialog({ onClose, onUploaded }: { onClose: () => void; onUploaded: (made: ImportView) => void }) {
  const t = useTexts().bulk
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const uploading = useStep({
    run: (chosen: File) => api.uploadImport(chosen),
    said: () => t.uploaded,
    changed: () => void client.invalidateQueries({ queryKey: ['imports'] }),
    onClose: (made: ImportView) => {
      onClose()
      onUploaded(made)
    },
  })
  return (
    <ActionDialog title={t.uploadTitle} will={t.uploadWill} submit={t.submit} busy={uploading.isPending}
      error={uploading.error} idle={file === null} onClose={onClose}
      onSubmit={() => { if (file) uploading.mutate(file) }}>
      <FileField file={file} onFile={(chosen) => { uploading.reset(); setFile(chosen) }} />
      {uploading.isPending && <p className="hint" role="status">{t.uploading}</p>}
    </ActionDialog>
  )
}

function FileField({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const t = useTexts().bulk
  const id = useId()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped) onFile(dropped)
  }
  return (
    <div className={isOver ? 'file-drop file-drop-over' : 'file-drop'} onDrop={drop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }}>
      <p>{t.uploadWords}</p>
      <input id={id} type="file" accept={ACCEPTED}
        onChange={({ target: { files } }) => { if (files?.[0]) onFile(files[0]) }} />
      <label htmlFor={id} className="ant-btn ant-btn-default file-button">{t.choose}</label>
      {file && <p className="import-words">{t.chosen(file.name, sizeShown(file.size))}</p>}
    </div>
  )
}

function sizeShown(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
