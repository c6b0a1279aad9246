import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { csvText, downloadText } from '../../../shared/csv.ts'
import { useTexts } from '../../../shared/language.tsx'
import { cellsOf, parcelsOf } from './parcel-lines.ts'
import type { Parcel } from './parcel-lines.ts'

const ACCEPTED = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Order numbers with their tracking numbers, pasted or from a file; they only fill in the list. */
export function ReadDialog({ onRead, onClose }: { onRead: (parcels: Parcel[]) => void; onClose: () => void }) {
  const t = useTexts().bulkShip
  const id = useId()
  const [text, setText] = useState('')
  const reading = useMutation({
    mutationFn: (file: File) => api.readShipSheet(file),
    onSuccess: ({ rows }) => setText(textOf(rows)),
  })
  const parcels = parcelsOf(cellsOf(text))
  return (
    <ActionDialog title={t.readTitle} will={[t.willMatch]}
      submit={parcels.length > 0 ? t.add(parcels.length) : t.addNone} busy={reading.isPending} error={reading.error}
      idle={parcels.length === 0} width={640} onClose={onClose}
      onSubmit={() => {
        onRead(parcels)
        onClose()
      }}>
      <label htmlFor={id} className="field-label">{t.pasted}</label>
      <TextArea id={id} value={text} rows={8} autoFocus spellCheck={false} className="code" placeholder={t.readExample}
        aria-describedby={`${id}-hint`} onChange={(event) => setText(event.target.value)} />
      <p id={`${id}-hint`} className="hint">{t.readHint}</p>
      <div className="chips">
        <input id={`${id}-file`} type="file" accept={ACCEPTED} className="parcel-file"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) reading.mutate(file)
            target.value = ''
          }} />
        <label htmlFor={`${id}-file`} className="parcel-file-button">{t.upload}</label>
        <Button type="link" onClick={() => downloadText(t.templateName, csvText([t.templateTitles]))}>{t.template}</Button>
      </div>
      {reading.isPending && <p className="hint" role="status">{t.reading}</p>}
    </ActionDialog>
  )
}

/** Cells as a spreadsheet copies them. */
function textOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}
