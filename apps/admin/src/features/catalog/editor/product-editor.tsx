import Button from 'antd/es/button'
import Form from 'antd/es/form'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../shared/api.ts'
import { useFieldFaults } from '../../../shared/field-faults.ts'
import { useTexts } from '../../../shared/language.tsx'
import { ActionFault } from '../../../shared/states.tsx'
import { usePageTitle } from '../../../shared/use-page-title.ts'
import { useCatalogChanged } from '../catalog-changed.ts'
import { RemoveDialog } from '../remove-dialog.tsx'
import { ChangesDrawer } from './changes-drawer.tsx'
import { changedFields } from './product-draft.ts'
import type { ProductDraft } from './product-draft.ts'
import { BasicsPart, OptionsPart, ParametersPart, PicturesPart, productFieldNames } from './product-fields.tsx'
import { ProductSide } from './product-side.tsx'
import { SaveBar } from './save-bar.tsx'
import type { Read } from './save-product.ts'
import { SkuPart } from './sku-part.tsx'
import { useLeaveGuard } from './use-leave-guard.tsx'
import { useProductEditing } from './use-product-editing.ts'

const ConflictDialog = lazy(async () => ({ default: (await import('./conflict-dialog.tsx')).ConflictDialog }))

type Shown = 'changes' | 'remove' | null

/** The page of a product that there is. */
export function ProductEditor({ read, list }: { read: Read; list: string }) {
  const t = useTexts().editor
  const [form] = Form.useForm<ProductDraft>()
  const editing = useProductEditing(read, form)
  const [shown, setShown] = useState<Shown>(null)
  const { base, before, theirs, saving, skuEditing } = editing
  const draft = { ...before, ...Form.useWatch([], form) }
  const changes = editing.changesIn(draft)
  const { dialog, letGo } = useLeaveGuard(changes > 0)
  usePageTitle(base.product.name)
  useFieldFaults(form, saving.error)
  return (
    <>
      <div className="page-head"><h1>{base.product.name}</h1></div>
      <Form form={form} layout="vertical" initialValues={before} className="editor-grid"
        scrollToFirstError={{ block: 'center', focus: true }} onFinish={editing.save}>
        <div className="editor-main">
          <BasicsPart />
          <PicturesPart />
          <OptionsPart />
          <SkuPart base={base} editing={skuEditing} onChanged={() => void editing.reload()}
            optionsDirty={changedFields(before, draft).includes('spec_options')} />
          <ParametersPart />
        </div>
        <ProductSide product={base.product} isDirty={changes > 0} onChanges={() => setShown('changes')}
          onRemove={() => setShown('remove')} />
      </Form>
      <ActionFault error={saving.error} beside={productFieldNames} />
      {skuEditing.failedCount > 0 && <p className="words-red" role="alert">{t.skuFailed(skuEditing.failedCount)}</p>}
      <SaveBar words={changes > 0 ? t.unsaved(changes) : t.savedAll} submit={t.save} busy={saving.isPending}
        idle={changes === 0} onSubmit={form.submit}>
        {changes > 0 && <Button disabled={saving.isPending} onClick={editing.discard}>{t.discard}</Button>}
      </SaveBar>
      <Suspense fallback={null}>
        {theirs && (
          <ConflictDialog product={base.product} before={before} mine={editing.typed()} theirs={theirs}
            onApply={editing.applyMine} onTakeTheirs={editing.takeTheirs} onLater={editing.later} />
        )}
      </Suspense>
      {shown === 'changes' && <ChangesDrawer productId={base.product.id} onClose={() => setShown(null)} />}
      {shown === 'remove' && (
        <RemoveProduct product={base.product} letGo={letGo} list={list} onClose={() => setShown(null)}
          onShelf={editing.reload} />
      )}
      {dialog}
    </>
  )
}

type RemoveProps = {
  product: Read['product']; list: string; letGo: () => void; onClose: () => void; onShelf: () => Promise<void>
}

/** Deletes the product; where something refers to it, offers to take it off the shelf. */
function RemoveProduct({ product, list, letGo, onClose, onShelf }: RemoveProps) {
  const t = useTexts().products.removing
  const navigate = useNavigate()
  const changed = useCatalogChanged()
  async function takeOff(): Promise<void> {
    await api.changeProduct(product.id, { is_active: false })
    changed()
    await onShelf()
    onClose()
  }
  function leave(): void {
    letGo()
    void navigate(list, { replace: true })
  }
  return (
    <RemoveDialog name={product.name} words={t} run={() => api.removeProduct(product.id)} onClose={onClose}
      onRemoved={leave} instead={product.is_active && <Button size="small" onClick={() => void takeOff()}>{t.instead}</Button>} />
  )
}
