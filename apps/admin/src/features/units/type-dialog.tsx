import Form from 'antd/es/form'
import Input from 'antd/es/input'
import TextArea from 'antd/es/input/TextArea'
import InputNumber from 'antd/es/input-number'
import { useMutation } from '@tanstack/react-query'
import type { NewProductType } from '@hearth/client/console-api'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useToast } from '../../shared/toast.tsx'
import { useUnitsChanged } from './unit-choices.ts'

/** Adds a product type: what a unit is, and how long its warranty runs. Administrators only. */
export function TypeDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts().typing
  const [form] = Form.useForm<NewProductType>()
  const toast = useToast()
  const changed = useUnitsChanged()
  const adding = useMutation({
    mutationFn: (body: NewProductType) => api.createProductType(body),
    onSuccess: (type) => {
      toast(t.done(type.name))
      onClose()
    },
    onSettled: changed,
  })
  return (
    <ActionDialog title={t.title} will={[]} submit={t.submit} busy={adding.isPending} error={adding.error}
      onSubmit={form.submit} onClose={onClose} width={480}>
      <Form form={form} layout="vertical" initialValues={{ warranty_months: 12 }}
        onFinish={(body) => adding.mutate(body)}>
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.nameNeeded }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="model" label={t.model} rules={[{ required: true, whitespace: true, message: t.modelNeeded }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="warranty_months" label={t.months} extra={t.monthsRange}
          rules={[{ required: true, message: t.monthsRange }]}>
          <InputNumber<number> min={0} max={240} precision={0} className="full" />
        </Form.Item>
        <Form.Item name="specification" label={t.specification}>
          <TextArea maxLength={2000} rows={2} />
        </Form.Item>
      </Form>
    </ActionDialog>
  )
}
