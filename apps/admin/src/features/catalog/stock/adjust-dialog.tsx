import AutoComplete from 'antd/es/auto-complete'
import Form from 'antd/es/form'
import InputNumber from 'antd/es/input-number'
import RadioGroup from 'antd/es/radio/group'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { useFieldFaults } from '../../../shared/field-faults.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOnceKey } from '../../../shared/once-key.ts'
import { useStep } from '../../../shared/use-step.ts'
import { useCatalogChanged } from '../catalog-changed.ts'
import { adjustFault, levelAfter, toAdjustment } from './adjust-draft.ts'
import type { AdjustDraft } from './adjust-draft.ts'

export type AdjustedSku = { productId: number; skuId: number; name: string; onHand: number; held: number }
type DialogProps = { sku: AdjustedSku; onClose: () => void; onDone?: () => void }

const initial: AdjustDraft = { how: 'by', count: null, reason: '' }

/** Stock by hand: shows what there is and what there will be. Pressing twice changes it once. */
export function AdjustDialog({ sku, onClose, onDone }: DialogProps) {
  const texts = useTexts()
  const t = texts.stock
  const [form] = Form.useForm<AdjustDraft>()
  const draft = { ...initial, ...Form.useWatch([], form) }
  const onceKey = useOnceKey()
  const adjusting = useStep({
    run: (given: AdjustDraft) => {
      const body = toAdjustment(sku.skuId, given)
      return api.adjustStock(sku.productId, body, onceKey(body))
    },
    said: ({ stock }) => t.done(sku.name, stock),
    changed: useCatalogChanged(),
    onClose: () => {
      onClose()
      onDone?.()
    },
  })
  useFieldFaults(form, adjusting.error, { quantity: 'count', set_to: 'count' })
  const validate = async () => {
    const fault = adjustFault(sku, form.getFieldsValue(true) as AdjustDraft)
    if (fault) throw new Error(fault === 'belowHeld' ? t.belowHeld(sku.held) : t[fault])
  }
  const isBy = draft.how === 'by'
  return (
    <ActionDialog title={t.adjustOf(sku.name)} will={[]} submit={t.submit} busy={adjusting.isPending}
      error={adjusting.error} beside={['quantity', 'set_to', 'reason']} onSubmit={form.submit} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(given) => adjusting.mutate(given)}>
        <Form.Item name="how" label={t.how}>
          <RadioGroup options={[{ value: 'by', label: t.by }, { value: 'setTo', label: t.setTo }]} />
        </Form.Item>
        <Form.Item name="count" label={isBy ? t.quantity : t.counted} extra={isBy ? t.quantityHint : t.countedHint}
          dependencies={['how']} required rules={[{ validator: validate }]}>
          <InputNumber className="full" precision={0} autoFocus min={isBy ? -10_000_000 : 0} max={10_000_000} />
        </Form.Item>
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true, message: t.reasonNeeded }]}>
          <AutoComplete maxLength={100} options={t.reasons.map((value) => ({ value }))} />
        </Form.Item>
      </Form>
      <BeforeAfter sku={sku} draft={draft} />
    </ActionDialog>
  )
}

function BeforeAfter({ sku, draft }: { sku: AdjustedSku; draft: AdjustDraft }) {
  const t = useTexts().stock
  const after = levelAfter(sku, draft)
  const rows = [
    { label: t.onHand, was: sku.onHand, is: after?.onHand },
    { label: t.held, was: sku.held, is: after && sku.held },
    { label: t.free, was: sku.onHand - sku.held, is: after?.free },
  ]
  return (
    <table className="plain-table num" aria-live="polite">
      <thead><tr><th scope="col"><span className="unseen">{t.sku}</span></th><th scope="col">{t.before}</th><th scope="col">{t.after}</th></tr></thead>
      <tbody>
        {rows.map(({ label, was, is }) => (
          <tr key={label}><th scope="row">{label}</th><td>{was}</td><td>{is ?? '—'}</td></tr>
        ))}
      </tbody>
    </table>
  )
}
