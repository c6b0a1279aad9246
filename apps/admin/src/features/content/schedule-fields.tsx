import Checkbox from 'antd/es/checkbox'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { useTexts } from '../../shared/language.tsx'
import { isLink } from './link-rule.ts'
import { endsFirst } from './schedule.ts'

/** From when until when something is shown, and whether at all. */
export function ScheduleFields() {
  const t = useTexts().content
  return (
    <>
      <div className="content-pair">
        <Form.Item name="starts" label={t.startsAt}><Input type="datetime-local" /></Form.Item>
        <Form.Item name="ends" label={t.endsAt} dependencies={['starts']} rules={[({ getFieldValue }) => ({
          validator: async (_rule, ends: string) => {
            if (endsFirst({ starts: String(getFieldValue('starts') ?? ''), ends: ends ?? '' })) throw new Error(t.endsFirst)
          },
        })]}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <p className="hint content-hint">{t.timesHint}</p>
      <Form.Item name="active" valuePropName="checked" className="content-box"><Checkbox>{t.active}</Checkbox></Form.Item>
    </>
  )
}

/** Where a press leads. */
export function LinkField({ max }: { max: number }) {
  const t = useTexts().content
  return (
    <Form.Item name="link" label={t.link} extra={t.linkHint}
      rules={[{ validator: async (_rule, text: string) => { if (!isLink(text ?? '')) throw new Error(t.linkWrong) } }]}>
      <Input maxLength={max} autoComplete="off" inputMode="url" />
    </Form.Item>
  )
}
