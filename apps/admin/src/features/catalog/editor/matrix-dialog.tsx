import Checkbox from 'antd/es/checkbox'
import Form from 'antd/es/form'
import InputNumber from 'antd/es/input-number'
import { useState } from 'react'
import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { useFieldFaults } from '../../../shared/field-faults.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOnceKey } from '../../../shared/once-key.ts'
import { randomKey } from '../../../shared/random-key.ts'
import { useStep } from '../../../shared/use-step.ts'
import { useCatalogChanged } from '../catalog-changed.ts'
import { amountText } from './product-draft.ts'
import { AmountItem } from './product-fields.tsx'
import { specsWords } from './sku-draft.ts'
import type { Specs } from './sku-draft.ts'

type Draft = { price: string; market_price: string; cost_price: string; stock: number | null }
type DialogProps = { product: ConsoleProduct; missing: Specs[]; onClose: () => void; onMade: () => void }

/** Makes SKUs of combinations that have none: of all at once, or of those that are ticked. */
export function MatrixDialog({ product, missing, onClose, onMade }: DialogProps) {
  const { editor: t } = useTexts()
  const [form] = Form.useForm<Draft>()
  const [ticked, setTicked] = useState<readonly Specs[]>(missing)
  const make = useMaking(product.id, missing)
  const making = useStep({
    run: (draft: Draft) => make(draft, ticked), said: t.matrix.done, changed: useCatalogChanged(),
    onClose: () => {
      onClose()
      onMade()
    },
  })
  useFieldFaults(form, making.error)
  const initial: Draft = { price: product.price, market_price: product.market_price ?? '', cost_price: '', stock: 0 }
  const tick = (specs: Specs, on: boolean) =>
    setTicked((now) => missing.filter((each) => (each === specs ? on : now.includes(each))))
  return (
    <ActionDialog title={t.matrix.title} will={[]} submit={t.matrix.submit(ticked.length)} busy={making.isPending}
      error={making.error} beside={['price', 'market_price', 'cost_price', 'stock']} idle={ticked.length === 0} onSubmit={form.submit}
      onClose={onClose}>
      <p className="preview-words">{t.matrix.lead}</p>
      <Checkbox checked={ticked.length === missing.length}
        indeterminate={ticked.length > 0 && ticked.length < missing.length}
        onChange={(event) => setTicked(event.target.checked ? missing : [])}>{t.matrix.all}</Checkbox>
      <ul className="matrix-list">
        {missing.map((specs) => (
          <li key={specsWords(specs)}>
            <Checkbox checked={ticked.includes(specs)} onChange={(event) => tick(specs, event.target.checked)}>
              {specsWords(specs)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(draft) => making.mutate(draft)}>
        <div className="form-pair">
          <AmountItem name="price" required />
          <AmountItem name="market_price" />
          <AmountItem name="cost_price" extra={t.costHint} />
          <Form.Item name="stock" label={t.matrix.startStock}>
            <InputNumber className="full" min={0} max={10_000_000} precision={0} />
          </Form.Item>
        </div>
      </Form>
    </ActionDialog>
  )
}

/** All without stock are one call; else one by one, each once however often the button is pressed. */
function useMaking(productId: number, missing: readonly Specs[]) {
  const matrixKey = useOnceKey()
  const [keys] = useState(() => new Map<string, string>())
  return async ({ stock, ...draft }: Draft, ticked: readonly Specs[]): Promise<number> => {
    const { price, market_price: market, cost_price: cost } = draft
    const prices = { price: price.trim(), market_price: amountText(market), cost_price: amountText(cost) }
    if (ticked.length === missing.length && !stock) {
      return (await api.fillSkuMatrix(productId, prices, matrixKey(prices))).created.length
    }
    for (const specs of ticked) {
      const body = { ...prices, specs, stock: stock ?? 0 }
      const text = JSON.stringify(body)
      const key = keys.get(text) ?? randomKey()
      keys.set(text, key)
      await api.createSku(productId, body, key)
    }
    return ticked.length
  }
}
