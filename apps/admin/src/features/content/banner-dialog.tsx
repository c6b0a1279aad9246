import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import type { BannerPosition, BannerView } from '@hearth/contracts/content'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useFieldFaults } from '../../shared/field-faults.ts'
import { useTexts } from '../../shared/language.tsx'
import { useOnceKey } from '../../shared/once-key.ts'
import { PictureField } from '../../shared/pictures/picture-field.tsx'
import { useStep } from '../../shared/use-step.ts'
import { bannerDraft, bannerFields, bannerName, positions, toBannerBody } from './banner-draft.ts'
import type { BannerDraft } from './banner-draft.ts'
import { BannerPreview } from './banner-preview.tsx'
import { useContentChanged } from './content-changed.ts'
import { pictureIds } from './picture-id.ts'
import { LinkField, ScheduleFields } from './schedule-fields.tsx'
import { scheduleWords } from './schedule.ts'

type DialogProps = {
  banner?: BannerView
  position: BannerPosition
  /** The place of a new one. */
  order: number
  onClose: () => void
}

/** Makes a banner or changes one, with a look at it before the shop shows it. */
export function BannerDialog({ banner, position, order, onClose }: DialogProps) {
  const texts = useTexts()
  const { banners: t, content: words } = texts
  const [form] = Form.useForm<BannerDraft>()
  const before = bannerDraft(banner, position)
  const draft = { ...before, ...Form.useWatch([], form) }
  const once = useOnceKey()
  const saving = useStep({
    run: async (given: BannerDraft) => {
      const known = new Map(banner ? [[banner.image_url, banner.image_id]] : [])
      const ids = await pictureIds([given.picture], { known, look: api.pictureAt, gone: words.pictureGone })
      const body = toBannerBody(given, ids.get(given.picture) ?? 0, banner ? undefined : order)
      return banner ? api.changeBanner(banner.id, body) : api.createBanner(body, once(body))
    },
    said: (saved) => (banner ? words.saved : words.created)(bannerName(saved, words.untitled)),
    changed: useContentChanged(),
    onClose,
  })
  useFieldFaults(form, saving.error, bannerFields)
  const shown = draft.active ? scheduleWords(draft.starts, draft.ends, words) : words.states.off
  return (
    <ActionDialog
      title={banner ? t.edit(bannerName(banner, words.untitled)) : t.create}
      will={[t.will(t.positions[draft.position], shown)]}
      submit={banner ? words.save : words.create}
      busy={saving.isPending}
      error={saving.error}
      beside={[...Object.keys(bannerFields), 'picture']}
      onSubmit={form.submit}
      onClose={onClose}
      width={720}
    >
      <Form form={form} layout="vertical" initialValues={before} onFinish={(given) => saving.mutate({ ...before, ...given })}>
        <Form.Item name="picture" label={words.picture} rules={[{ required: true, message: words.pictureNeeded }]}>
          <PictureField label={words.picture} hint={t.pictureHint} />
        </Form.Item>
        <Form.Item name="title" label={words.title}><Input maxLength={100} autoComplete="off" /></Form.Item>
        <LinkField max={500} />
        <Form.Item name="position" label={t.position}>
          <Select aria-label={t.position} options={positions.map((value) => ({ value, label: t.positions[value] }))} />
        </Form.Item>
        <ScheduleFields />
      </Form>
      <section className="preview-part" aria-label={words.preview}>
        <h2>{words.preview}</h2>
        <p className="hint">{words.previewNote}</p>
        <BannerPreview title={draft.title} picture={draft.picture} />
      </section>
    </ActionDialog>
  )
}
