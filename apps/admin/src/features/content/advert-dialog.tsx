import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import TextArea from 'antd/es/input/TextArea'
import type { ContentView } from '@hearth/contracts/content'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useFieldFaults } from '../../shared/field-faults.ts'
import { useTexts } from '../../shared/language.tsx'
import { useOnceKey } from '../../shared/once-key.ts'
import { PictureField } from '../../shared/pictures/picture-field.tsx'
import { Thumb } from '../../shared/pictures/thumb.tsx'
import { useStep } from '../../shared/use-step.ts'
import { NEW_SLOT, SLOT_KEY, advertDraft, advertFields, toAdvertBody } from './advert-draft.ts'
import type { AdvertDraft, Slot } from './advert-draft.ts'
import { useContentChanged } from './content-changed.ts'
import { pictureIds } from './picture-id.ts'
import { LinkField, ScheduleFields } from './schedule-fields.tsx'
import { scheduleWords } from './schedule.ts'

type DialogProps = { entry?: ContentView; slots: Slot[]; slot: string; onClose: () => void }

/** Puts a piece of advertising into a slot, or changes one. */
export function AdvertDialog({ entry, slots, slot, onClose }: DialogProps) {
  const { adverts: t, content: words } = useTexts()
  const [form] = Form.useForm<AdvertDraft>()
  const before = advertDraft(entry, slot)
  const draft: AdvertDraft = { ...before, ...Form.useWatch([], form) }
  const once = useOnceKey()
  const saving = useStep({
    run: async (given: AdvertDraft) => {
      const known = new Map(entry?.image_id ? [[entry.image_url, entry.image_id]] : [])
      const ids = await pictureIds([given.picture], { known, look: api.pictureAt, gone: words.pictureGone })
      const place = entry ? undefined : lastPlace(slots, given.slot) + 1
      const body = toAdvertBody(given, ids.get(given.picture) ?? null, place)
      return entry ? api.changeAdvert(entry.id, body) : api.createAdvert(body, once(body))
    },
    said: ({ title }) => (entry ? words.saved : words.created)(title),
    changed: useContentChanged(),
    onClose,
  })
  useFieldFaults(form, saving.error, advertFields)
  const known = slots.find(({ key }) => key === draft.slot)?.name ?? draft.slot
  const place = draft.slot === NEW_SLOT ? draft.keyName || draft.key : known
  const shown = draft.active ? scheduleWords(draft.starts, draft.ends, words) : words.states.off
  return (
    <ActionDialog
      title={entry ? t.edit(entry.title) : t.create}
      will={[t.will(place, shown)]}
      submit={entry ? words.save : words.create}
      busy={saving.isPending}
      error={saving.error}
      beside={[...Object.keys(advertFields), 'picture']}
      onSubmit={form.submit}
      onClose={onClose}
      width={720}
    >
      <Form form={form} layout="vertical" initialValues={before} onFinish={(given) => saving.mutate({ ...before, ...given })}>
        <SlotFields slots={slots} isNew={draft.slot === NEW_SLOT} />
        <Form.Item name="title" label={words.title} rules={[{ required: true, whitespace: true, message: words.titleNeeded }]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="text" label={t.text} extra={t.textHint}><TextArea maxLength={20_000} autoSize={{ minRows: 2, maxRows: 8 }} /></Form.Item>
        <LinkField max={300} />
        <Form.Item name="picture" label={words.picture}><PictureField label={words.picture} hint={t.pictureHint} /></Form.Item>
        <ScheduleFields />
      </Form>
      <section className="preview-part" aria-label={words.preview}>
        <h2>{words.preview}</h2>
        <p className="hint">{words.previewNote}</p>
        <AdvertCard title={draft.title} text={draft.text} picture={draft.picture} />
      </section>
    </ActionDialog>
  )
}

function SlotFields({ slots, isNew }: { slots: Slot[]; isNew: boolean }) {
  const { adverts: t } = useTexts()
  const options = [...slots.map(({ key, name }) => ({ value: key, label: `${name}（${key}）` })), { value: NEW_SLOT, label: t.newSlot }]
  return (
    <>
      <Form.Item name="slot" label={t.slot}><Select aria-label={t.slot} options={options} /></Form.Item>
      {isNew && (
        <div className="content-pair">
          <Form.Item name="key" label={t.slotKey} extra={t.slotKeyHint}
            rules={[{ required: true, pattern: SLOT_KEY, transform: trimmed, message: t.slotKeyWrong }]}>
            <Input maxLength={50} autoComplete="off" autoCapitalize="none" />
          </Form.Item>
          <Form.Item name="keyName" label={t.slotName}><Input maxLength={50} autoComplete="off" /></Form.Item>
        </div>
      )}
    </>
  )
}

function AdvertCard({ title, text, picture }: { title: string; text: string; picture: string }) {
  return (
    <div className="advert-card">
      {picture !== '' && <Thumb url={picture} />}
      <p className="advert-title">{title}</p>
      {text.trim() !== '' && <p className="advert-text">{text}</p>}
    </div>
  )
}

function trimmed(text: string | undefined): string {
  return text?.trim() ?? ''
}

function lastPlace(slots: readonly Slot[], key: string): number {
  return Math.max(0, ...slots.find((slot) => slot.key === key)?.entries.map(({ sequence }) => sequence) ?? [])
}
