import Checkbox from 'antd/es/checkbox'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import TextArea from 'antd/es/input/TextArea'
import { Part } from '../../../shared/facts.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { PicturesField } from '../../../shared/pictures/picture-field.tsx'
import { BrandField, CategoryField } from './place-fields.tsx'
import { combinationCount, isAmount, optionFault } from './product-draft.ts'
import type { OptionRow } from './product-draft.ts'
import { ManualsField, OptionsField, ParametersField, PointsField } from './row-fields.tsx'

export function BasicsPart() {
  const t = useTexts().editor
  const { fields, needed } = t
  return (
    <div className="panel"><Part title={t.parts.basics}>
      <Form.Item name="name" label={fields.name} rules={[{ required: true, whitespace: true, message: needed.name }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="brand_id" label={fields.brand_id} rules={[{ required: true, message: needed.brand_id }]}>
          <BrandField />
        </Form.Item>
        <Form.Item name="category_id" label={fields.category_id} extra={t.categoryHint}
          rules={[{ required: true, message: needed.category_id }]}>
          <CategoryField />
        </Form.Item>
        <Form.Item name="product_model" label={fields.product_model}><Input maxLength={100} autoComplete="off" /></Form.Item>
        <Form.Item name="product_code" label={fields.product_code}><Input maxLength={50} autoComplete="off" /></Form.Item>
      </div>
      <Form.Item name="key_spec" label={fields.key_spec} extra={t.keySpecHint}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="selling_points" label={fields.selling_points}><PointsField /></Form.Item>
      <Form.Item name="description" label={fields.description}>
        <TextArea maxLength={50_000} autoSize={{ minRows: 4, maxRows: 16 }} />
      </Form.Item>
    </Part></div>
  )
}

export function PicturesPart() {
  const t = useTexts().editor
  const { main_images: main = '', detail_images: detail = '' } = t.fields
  return (
    <div className="panel"><Part title={t.parts.pictures}>
      <Form.Item name="main_images" label={main}><PicturesField label={main} max={30} hint={t.mainHint} /></Form.Item>
      <Form.Item name="detail_images" label={detail}><PicturesField label={detail} max={60} hint={t.detailHint} /></Form.Item>
    </Part></div>
  )
}

export function ParametersPart() {
  const t = useTexts().editor
  return (
    <div className="panel"><Part title={t.parts.parameters}>
      <div className="form-pair">
        <Form.Item name="warranty_months" label={t.fields.warranty_months} extra={t.warrantyHint}>
          <InputNumber className="full" min={0} max={240} precision={0} suffix={t.months} />
        </Form.Item>
        <Form.Item name="has_installation" label={t.fields.has_installation} valuePropName="checked">
          <Checkbox>{t.installBox}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name="parameters" label={t.fields.parameters}><ParametersField /></Form.Item>
      <Form.Item name="manuals" label={t.fields.manuals} extra={t.manualHint}><ManualsField /></Form.Item>
    </Part></div>
  )
}

export function OptionsPart() {
  const t = useTexts().editor
  const rows: OptionRow[] = Form.useWatch('spec_options') ?? []
  const check = async (_: unknown, value: OptionRow[] = []) => {
    const fault = optionFault(value)
    if (fault) throw new Error(t[fault])
  }
  const count = combinationCount(rows)
  return (
    <div className="panel">
      <Part title={t.parts.options} extra={count > 1 && <span className="hint">{t.combinations(count)}</span>}>
        <Form.Item name="spec_options" extra={t.optionsHint} rules={[{ validator: check }]}><OptionsField /></Form.Item>
      </Part>
    </div>
  )
}

/** Amounts are typed as they are said; the server counts in fen. */
export function AmountItem({ name, required = false, extra }: { name: string; required?: boolean; extra?: string }) {
  const t = useTexts().editor
  const check = async (_: unknown, text: string = '') => {
    if (!isAmount(text)) throw new Error(t.amountWrong)
    if (required && !(Number(text) > 0)) throw new Error(text.trim() === '' ? t.needed.price : t.priceWrong)
  }
  return (
    <Form.Item name={name} label={t.fields[name]} extra={extra} required={required} rules={[{ validator: check }]}>
      <Input prefix="¥" inputMode="decimal" maxLength={13} autoComplete="off" className="num" />
    </Form.Item>
  )
}

export function ShelfItems() {
  const t = useTexts().editor
  return (
    <>
      <Form.Item name="is_active" valuePropName="checked" extra={t.activeHint} className="shelf-item">
        <Checkbox>{t.activeBox}</Checkbox>
      </Form.Item>
      <AmountItem name="supply_price" extra={t.supplyHint} />
    </>
  )
}

export const productFieldNames: readonly string[] = [
  'name', 'brand_id', 'category_id', 'product_model', 'product_code', 'key_spec', 'selling_points', 'description',
  'main_images', 'detail_images', 'warranty_months', 'has_installation', 'parameters', 'manuals', 'spec_options',
  'is_active', 'supply_price', 'price', 'market_price', 'cost_price', 'stock', 'sku_code',
]
