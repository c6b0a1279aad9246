import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import { api } from '../../../shared/api.ts'
import { Part } from '../../../shared/facts.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { RemoveDialog } from '../remove-dialog.tsx'
import { AdjustDialog } from '../stock/adjust-dialog.tsx'
import { PriceDrawer } from './price-drawer.tsx'
import type { Read } from './save-product.ts'
import { missingCombinations, specsInOrder } from './sku-draft.ts'
import { SkuFill } from './sku-fill.tsx'
import { SkuPicture } from './sku-picture.tsx'
import { SkuRows } from './sku-rows.tsx'
import type { SkuEditing } from './use-sku-editing.ts'

const MatrixDialog = lazy(async () => ({ default: (await import('./matrix-dialog.tsx')).MatrixDialog }))

export type SkuAct = 'adjust' | 'prices' | 'picture' | 'remove'
type Asked = { act: SkuAct; sku: ConsoleSku }
type PartProps = { base: Read; editing: SkuEditing; optionsDirty: boolean; onChanged: () => void }

/** The SKUs of a product as rows to type into; they are saved with the rest of the page. */
export function SkuPart({ base: { product, skus }, editing, optionsDirty, onChanged }: PartProps) {
  const t = useTexts().editor
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isMaking, setMaking] = useState(false)
  const missing = missingCombinations(product.spec_options, skus)
  return (
    <div className="panel">
      <Part title={t.parts.skus} extra={<span className="hint num">{skus.length}</span>}>
        {missing.length > 0 && (
          <div className="sku-missing">
            <span>{t.sku.missing(missing.length)}</span>
            <Button size="small" disabled={optionsDirty} onClick={() => setMaking(true)}>{t.sku.generate}</Button>
          </div>
        )}
        {optionsDirty && <p className="words-amber">{t.sku.saveFirst}</p>}
        {skus.length > 1 && <SkuFill skus={skus} editing={editing} />}
        <SkuRows skus={skus.map((sku) => ({ ...sku, specs: specsInOrder(product.spec_options, sku.specs) }))}
          editing={editing} onAsk={(act, sku) => setAsked({ act, sku })} />
      </Part>
      <Suspense fallback={null}>
        {isMaking && (
          <MatrixDialog product={product} missing={missing} onClose={() => setMaking(false)} onMade={onChanged} />
        )}
      </Suspense>
      {asked && <SkuDialog {...asked} editing={editing} onClose={() => setAsked(null)} onChanged={onChanged} />}
    </div>
  )
}

type DialogProps = Asked & { editing: SkuEditing; onClose: () => void; onChanged: () => void }

function SkuDialog({ act, sku, editing, onClose, onChanged }: DialogProps) {
  const t = useTexts().products.removingSku
  if (act === 'prices') return <PriceDrawer sku={sku} onClose={onClose} />
  if (act === 'picture') return <SkuPicture sku={sku} editing={editing} onClose={onClose} />
  if (act === 'adjust') {
    const level = { productId: sku.product_id, skuId: sku.id, name: sku.name, onHand: sku.on_hand, held: sku.held }
    return <AdjustDialog sku={level} onClose={onClose} onDone={onChanged} />
  }
  function stopSelling(): void {
    editing.edit(sku.id, { is_launched: false })
    onClose()
  }
  return (
    <RemoveDialog name={sku.name} words={t} run={() => api.removeSku(sku.product_id, sku.id)} onClose={onClose}
      onRemoved={onChanged}
      instead={sku.is_launched && <Button size="small" onClick={stopSelling}>{t.instead}</Button>} />
  )
}
