import { useQuery } from '@tanstack/react-query'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import type { ChannelView } from '@hearth/contracts/content'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useFieldFaults } from '../../shared/field-faults.ts'
import { useTexts } from '../../shared/language.tsx'
import { useOnceKey } from '../../shared/once-key.ts'
import { useStep } from '../../shared/use-step.ts'
import { LINE, channelDraft, channelFields, toChannelBody } from './channel-draft.ts'
import type { ChannelDraft, MenuLine } from './channel-draft.ts'
import { useContentChanged } from './content-changed.ts'
import { LinkField } from './schedule-fields.tsx'

type DialogProps = { channel?: ChannelView; lines: MenuLine[]; group: number; onClose: () => void }

/** Puts a channel into the shop's menu, or changes one. */
export function ChannelDialog({ channel, lines, group, onClose }: DialogProps) {
  const { channels: t, content: words } = useTexts()
  const [form] = Form.useForm<ChannelDraft>()
  const before = channelDraft(channel, group)
  const once = useOnceKey()
  const saving = useStep({
    run: (given: ChannelDraft) => {
      const body = toChannelBody(given, channel ? undefined : lastPlace(lines, Number(given.group)) + 1)
      return channel ? api.changeChannel(channel.id, body) : api.createChannel(body, once(body))
    },
    said: ({ name }) => (channel ? words.saved : words.created)(name),
    changed: useContentChanged(),
    onClose,
  })
  useFieldFaults(form, saving.error, channelFields)
  return (
    <ActionDialog
      title={channel ? t.edit(channel.name) : t.create}
      will={[]}
      submit={channel ? words.save : words.create}
      busy={saving.isPending}
      error={saving.error}
      beside={Object.keys(channelFields)}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <Form form={form} layout="vertical" initialValues={before} onFinish={(given) => saving.mutate({ ...before, ...given })}>
        <CategoryField channel={channel} />
        <Form.Item name="name" label={t.name} extra={channel ? undefined : t.nameHint}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="group" label={t.group} rules={[{ required: true, pattern: LINE, message: t.groupNeeded }]}>
          <Input inputMode="numeric" maxLength={7} autoComplete="off" />
        </Form.Item>
        <LinkField max={50} />
      </Form>
    </ActionDialog>
  )
}

function CategoryField({ channel }: { channel?: ChannelView }) {
  const { channels: t } = useTexts()
  const found = useQuery({ queryKey: ['content', 'departments'], queryFn: () => api.departments() })
  const all = (found.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const own = channel && !all.some(({ value }) => value === channel.category_id)
  const options = own ? [{ value: channel.category_id, label: channel.category }, ...all] : all
  return (
    <Form.Item name="category" label={t.category} rules={[{ required: true, message: t.categoryNeeded }]}>
      <Select aria-label={t.category} loading={found.isPending} showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  )
}

function lastPlace(lines: readonly MenuLine[], group: number): number {
  return Math.max(0, ...lines.find((line) => line.group === group)?.channels.map(({ sequence }) => sequence) ?? [])
}
