import Checkbox from 'antd/es/checkbox'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import TextArea from 'antd/es/input/TextArea'
import type { BrandView } from '@hearth/contracts/catalog-admin'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { useFieldFaults } from '../../../shared/field-faults.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOnceKey } from '../../../shared/once-key.ts'
import { PictureField } from '../../../shared/pictures/picture-field.tsx'
import { useStep } from '../../../shared/use-step.ts'
import { useCatalogChanged } from '../catalog-changed.ts'

type Draft = Pick<BrandView, 'name' | 'logo' | 'first_letter' | 'description' | 'is_active'> & { order: number | null }

const fields = ['name', 'logo', 'first_letter', 'description', 'order', 'is_active']

/** Makes a brand, or changes one. */
export function BrandDialog({ brand, onClose }: { brand: BrandView | null; onClose: () => void }) {
  const t = useTexts().brands
  const [form] = Form.useForm<Draft>()
  const onceKey = useOnceKey()
  const initial: Draft = brand ?? { name: '', logo: '', first_letter: '', description: '', order: 0, is_active: true }
  const saving = useStep({
    run: (draft: Draft) => {
      const { name, first_letter: letter, order } = draft
      const body = { ...draft, name: name.trim(), first_letter: letter.trim(), order: order ?? 0 }
      return brand ? api.changeBrand(brand.id, body) : api.createBrand(body, onceKey(body))
    },
    said: ({ name }) => (brand ? t.saved : t.createdDone)(name),
    changed: useCatalogChanged(),
    onClose,
  })
  useFieldFaults(form, saving.error)
  return (
    <ActionDialog title={brand ? t.editTitle(brand.name) : t.createTitle} will={[]} width={560}
      submit={brand ? t.editSubmit : t.createSubmit} busy={saving.isPending} error={saving.error} beside={fields}
      onSubmit={form.submit} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(draft) => saving.mutate(draft)}>
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.nameNeeded }]}>
          <Input maxLength={100} autoFocus autoComplete="off" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="first_letter" label={t.firstLetter} extra={t.firstLetterHint}
            rules={[{ pattern: /^\s*[A-Za-z]?\s*$/, message: t.firstLetterWrong }]}>
            <Input maxLength={1} autoComplete="off" />
          </Form.Item>
          <Form.Item name="order" label={t.order} extra={t.orderHint}>
            <InputNumber className="full" precision={0} min={-1_000_000} max={1_000_000} />
          </Form.Item>
        </div>
        <Form.Item name="logo" label={t.logo}><PictureField label={t.logo} /></Form.Item>
        <Form.Item name="description" label={t.description}><TextArea rows={4} maxLength={5_000} /></Form.Item>
        <Form.Item name="is_active" valuePropName="checked" noStyle><Checkbox>{t.activeBox}</Checkbox></Form.Item>
      </Form>
    </ActionDialog>
  )
}
