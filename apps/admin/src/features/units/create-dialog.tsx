import Modal from 'antd/es/modal'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { NewUnits } from '@hearth/client/console-api'
import type { UnitView } from '@hearth/contracts/units'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { RefusedCodes } from '../../shared/codes-field.tsx'
import { downloadText } from '../../shared/csv.ts'
import { refusedCodes } from '../../shared/fault-words.ts'
import { useTexts } from '../../shared/language.tsx'
import { useOnceKey } from '../../shared/once-key.ts'
import { parseCodes } from '../../shared/unit-codes.ts'
import { countOf, emptyDraft, MOST, toNewUnits, unitsCsv } from './create-draft.ts'
import type { CreateDraft } from './create-draft.ts'
import { CreateFields } from './create-fields.tsx'
import { useUnitsChanged } from './unit-choices.ts'

/** Enters many units at once, from pasted codes or with new ones; then hands over the list for labels. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts()
  const t = texts.creating
  const changed = useUnitsChanged()
  const onceKey = useOnceKey()
  const [draft, setDraft] = useState<CreateDraft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const creating = useMutation({
    mutationFn: (body: NewUnits) => api.createUnits(body, onceKey(body)),
    onSettled: changed,
  })
  if (creating.data) {
    const again = () => { creating.reset(); setDraft({ ...draft, codes: '' }); setTried(false) }
    return <CreatedDialog units={creating.data.units} onClose={onClose} onAgain={again} />
  }
  function submit(): void {
    setTried(true)
    const body = toNewUnits(draft)
    if (body) creating.mutate(body)
  }
  const refused = refusedCodes(creating.error)
  const pasted = parseCodes(draft.codes).codes
  return (
    <ActionDialog
      title={t.title}
      will={[previewOf(draft, t)]}
      submit={t.submit(countOf(draft))}
      busy={creating.isPending}
      error={creating.error}
      onSubmit={submit}
      onClose={onClose}
      width={600}
    >
      <CreateFields draft={draft} onChange={setDraft} refused={refused} tried={tried} />
      <RefusedCodes refused={refused.filter(({ code }) => draft.way === 'generate' || !pasted.includes(code))} />
    </ActionDialog>
  )
}

function previewOf(draft: CreateDraft, t: ReturnType<typeof useTexts>['creating']): string {
  const count = countOf(draft)
  if (count === 0) return t.nothing
  return count > MOST ? t.tooMany : t.preview(count)
}

type CreatedProps = { units: UnitView[]; onClose: () => void; onAgain: () => void }

function CreatedDialog({ units, onClose, onAgain }: CreatedProps) {
  const texts = useTexts()
  const t = texts.creating
  const shown = units.slice(0, 8)
  const download = () => downloadText(`units-${units[0]?.qrcode_id ?? ''}-${units.length}.csv`, unitsCsv(units, texts))
  return (
    <Modal open title={t.done(units.length)} okText={t.download} cancelText={t.another} onOk={download}
      onCancel={onClose} cancelButtonProps={{ onClick: onAgain }} mask={{ closable: false }}
      closable={{ 'aria-label': texts.dialog.close }}>
      <p>{t.doneWords}</p>
      {units.length > shown.length && <p className="hint">{t.first(shown.length)}</p>}
      <ul className="made-codes">{shown.map((unit) => <li key={unit.id} className="code">{unit.qrcode_id}</li>)}</ul>
    </Modal>
  )
}
