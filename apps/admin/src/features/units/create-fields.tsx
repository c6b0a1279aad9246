import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Segmented from 'antd/es/segmented'
import Select from 'antd/es/select'
import { useId } from 'react'
import { CodesField } from '../../shared/codes-field.tsx'
import type { RefusedCode } from '../../shared/fault-words.ts'
import { useTexts } from '../../shared/language.tsx'
import { ActionFault } from '../../shared/states.tsx'
import { MOST, prefixIsGood } from './create-draft.ts'
import type { CreateDraft } from './create-draft.ts'
import { useTypeChoices } from './unit-choices.ts'

type FieldsProps = {
  draft: CreateDraft
  onChange: (draft: CreateDraft) => void
  refused: RefusedCode[]
  /** Whether sending was tried: only then is what is missing called out. */
  tried: boolean
}

export function CreateFields({ draft, onChange, refused, tried }: FieldsProps) {
  const texts = useTexts()
  const t = texts.creating
  const id = useId()
  const change = (part: Partial<CreateDraft>) => onChange({ ...draft, ...part })
  return (
    <div className="fields">
      <TypeField draft={draft} onChange={onChange} missing={tried && draft.typeId === undefined} />
      <Segmented<CreateDraft['way']> block value={draft.way} onChange={(way) => change({ way })}
        aria-label={t.title} options={[{ value: 'paste', label: t.paste }, { value: 'generate', label: t.generate }]} />
      {draft.way === 'paste' ? (
        <>
          <CodesField label={texts.codes.label} value={draft.codes} onChange={(codes) => change({ codes })}
            refused={refused} rows={6} />
          <p className="hint">{texts.codes.hint}</p>
        </>
      ) : <MakeFields draft={draft} onChange={onChange} />}
      <div>
        <label htmlFor={`${id}-remark`} className="field-label">{t.remark}</label>
        <Input id={`${id}-remark`} value={draft.remark} maxLength={200}
          onChange={(event) => change({ remark: event.target.value })} />
      </div>
    </div>
  )
}

type FieldProps = { draft: CreateDraft; onChange: (draft: CreateDraft) => void }

function TypeField({ draft, onChange, missing }: FieldProps & { missing: boolean }) {
  const texts = useTexts()
  const id = useId()
  const choices = useTypeChoices()
  return (
    <div>
      <label htmlFor={id} className="field-label">{texts.units.type}<span aria-hidden="true"> *</span></label>
      <Select id={id} className="full" value={draft.typeId} placeholder={texts.units.pickType} options={choices.options}
        loading={choices.loading} showSearch={{ optionFilterProp: 'label' }} status={missing ? 'error' : ''}
        aria-label={texts.units.type} onChange={(typeId: number) => onChange({ ...draft, typeId })} />
      {missing && <p className="words-red" role="alert">{texts.creating.typeNeeded}</p>}
      <ActionFault error={choices.error} />
    </div>
  )
}

function MakeFields({ draft, onChange }: FieldProps) {
  const t = useTexts().creating
  const id = useId()
  return (
    <div className="make-fields">
      <div>
        <label htmlFor={`${id}-n`} className="field-label">{t.quantity}</label>
        <InputNumber<number> id={`${id}-n`} className="full" value={draft.quantity} min={1} max={MOST} precision={0}
          onChange={(quantity) => onChange({ ...draft, quantity: quantity ?? 0 })} />
        <p className="hint">{t.quantityRange}</p>
      </div>
      <div>
        <label htmlFor={`${id}-p`} className="field-label">{t.prefix}</label>
        <Input id={`${id}-p`} value={draft.prefix} maxLength={20} status={prefixIsGood(draft.prefix) ? '' : 'error'}
          aria-describedby={`${id}-ph`}
          onChange={(event) => onChange({ ...draft, prefix: event.target.value.trim() })} />
        <p id={`${id}-ph`} className={prefixIsGood(draft.prefix) ? 'hint' : 'words-red'}>{t.prefixHint}</p>
      </div>
    </div>
  )
}
