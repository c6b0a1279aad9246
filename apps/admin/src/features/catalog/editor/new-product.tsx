import Checkbox from 'antd/es/checkbox'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { api } from '../../../shared/api.ts'
import { Part } from '../../../shared/facts.tsx'
import { useFieldFaults } from '../../../shared/field-faults.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOnceKey } from '../../../shared/once-key.ts'
import { productPath } from '../../../shared/paths.ts'
import { ActionFault } from '../../../shared/states.tsx'
import { useToast } from '../../../shared/toast.tsx'
import { usePageTitle } from '../../../shared/use-page-title.ts'
import { useCatalogChanged } from '../catalog-changed.ts'
import { changedFields, combinationCount, draftOf, newProductBody } from './product-draft.ts'
import type { FirstSkuDraft, ProductDraft } from './product-draft.ts'
import {
  AmountItem, BasicsPart, OptionsPart, ParametersPart, PicturesPart, productFieldNames, ShelfItems,
} from './product-fields.tsx'
import { SaveBar } from './save-bar.tsx'
import { useLeaveGuard } from './use-leave-guard.tsx'

type NewDraft = ProductDraft & FirstSkuDraft & { make_all: boolean }

const blank = draftOf(null)
const initial: NewDraft = { ...blank, price: '', market_price: '', cost_price: '', stock: null, sku_code: '', make_all: true }

/** Makes a product and goes on with it on its own page. */
export function NewProduct() {
  const t = useTexts().editor
  const [form] = Form.useForm<NewDraft>()
  const draft = { ...initial, ...Form.useWatch([], form) }
  const [failedFields, setFailedFields] = useState(false)
  const isDirty = changedFields(blank, draft).length > 0 || draft.price.trim() !== ''
  const { dialog, letGo } = useLeaveGuard(isDirty)
  const creating = useCreating(letGo)
  usePageTitle(t.newTitle)
  useFieldFaults(form, creating.error)
  return (
    <>
      <div className="page-head"><h1>{t.newTitle}</h1></div>
      <Form form={form} layout="vertical" initialValues={initial} className="editor-grid" scrollToFirstError={{ block: 'center', focus: true }}
        onFinish={(given) => creating.mutate({ ...initial, ...given })} onFinishFailed={() => setFailedFields(true)}
        onValuesChange={() => setFailedFields(false)}>
        <div className="editor-main">
          <BasicsPart />
          <PricePart />
          <OptionsPart />
          {combinationCount(draft.spec_options) > 1 && (
            <Form.Item name="make_all" valuePropName="checked" className="make-all">
              <Checkbox>{t.makeAll(combinationCount(draft.spec_options))}</Checkbox>
            </Form.Item>
          )}
          <PicturesPart />
          <ParametersPart />
        </div>
        <div className="editor-side"><div className="panel"><Part title={t.parts.shelf}><ShelfItems /></Part></div></div>
      </Form>
      <ActionFault error={creating.error} beside={productFieldNames} />
      <SaveBar words={failedFields ? t.notYet : ''} submit={t.create} busy={creating.isPending} onSubmit={form.submit} />
      {dialog}
    </>
  )
}

function PricePart() {
  const t = useTexts().editor
  return (
    <div className="panel"><Part title={t.parts.price}>
      <div className="form-pair">
        <AmountItem name="price" required />
        <AmountItem name="market_price" />
        <AmountItem name="cost_price" extra={t.costHint} />
        <Form.Item name="stock" label={t.fields.stock} rules={[{ required: true, message: t.needed.stock }]}>
          <InputNumber className="full" min={0} max={10_000_000} precision={0} />
        </Form.Item>
        <Form.Item name="sku_code" label={t.fields.sku_code}><Input maxLength={100} autoComplete="off" /></Form.Item>
      </div>
    </Part></div>
  )
}

function useCreating(letGo: () => void) {
  const t = useTexts().editor
  const toast = useToast()
  const navigate = useNavigate()
  const { state } = useLocation()
  const [productKey, matrixKey] = [useOnceKey(), useOnceKey()]
  return useMutation({
    mutationFn: async (draft: NewDraft): Promise<{ product: ConsoleProduct; isWhole: boolean }> => {
      const body = newProductBody(draft, draft)
      const product = await api.createProduct(body, productKey(body))
      if (!draft.make_all || combinationCount(draft.spec_options) < 2) return { product, isWhole: true }
      const prices = { price: body.price, market_price: body.market_price, cost_price: body.cost_price }
      const isWhole = await api.fillSkuMatrix(product.id, prices, matrixKey(prices)).then(() => true, () => false)
      return { product, isWhole }
    },
    onSuccess: ({ product, isWhole }) => {
      letGo()
      toast(isWhole ? t.created(product.name) : t.matrixFailed)
      void navigate(productPath(product.id), { replace: true, state: state as unknown })
    },
    onSettled: useCatalogChanged(),
  })
}
