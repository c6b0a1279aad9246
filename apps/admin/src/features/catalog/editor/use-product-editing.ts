import { useMutation } from '@tanstack/react-query'
import type { FormInstance } from 'antd/es/form'
import { useState } from 'react'
import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { useTexts } from '../../../shared/language.tsx'
import { useToast } from '../../../shared/toast.tsx'
import { useCatalogChanged } from '../catalog-changed.ts'
import { changedFields, conflictOf, draftOf, onTopOf } from './product-draft.ts'
import type { DraftField, ProductDraft } from './product-draft.ts'
import { readProduct, saveProduct, saveSkus } from './save-product.ts'
import type { Read, Save } from './save-product.ts'
import { useSkuEditing } from './use-sku-editing.ts'

/** All that happens to a product while somebody edits it; what he typed is never lost without his saying so. */
export function useProductEditing(read: Read, form: FormInstance<ProductDraft>) {
  const t = useTexts().editor
  const toast = useToast()
  const catalogChanged = useCatalogChanged()
  const [base, setBase] = useState(read)
  const [before, setBefore] = useState(() => draftOf(read.product))
  const [theirs, setTheirs] = useState<ConsoleProduct | null>(null)
  const skuEditing = useSkuEditing()
  const typed = (): ProductDraft => ({ ...before, ...(form.getFieldsValue(true) as Partial<ProductDraft>) })

  /** What was not touched since `known` follows the product as it is now. */
  function follow(product: ConsoleProduct, known: ProductDraft): ProductDraft {
    const fresh = draftOf(product)
    const mine = onTopOf(fresh, { before: known, mine: typed() })
    form.setFieldsValue(mine)
    setBase((now) => ({ ...now, product }))
    setBefore(fresh)
    return mine
  }
  /** Reads it anew, unless that would hide that somebody changed what is being changed here: then saving will tell. */
  async function reload(): Promise<void> {
    const fresh = await readProduct(base.product.id)
    setBase((now) => ({ ...now, skus: fresh.skus }))
    if (conflictOf(before, typed(), draftOf(fresh.product)).both.length === 0) follow(fresh.product, before)
  }
  const saving = useMutation({
    mutationFn: async (save: Save) => {
      const outcome = await saveProduct(save)
      if ('theirs' in outcome) return outcome
      // At once, so that a later fault does not make one's own change look like somebody else's.
      follow(outcome.saved, save.mine)
      const failed = await saveSkus(save.base.id, base.skus, skuEditing.edits)
      const { skus, product } = await readProduct(save.base.id)
      return { saved: product, skus, failed }
    },
    onSuccess: (outcome) => {
      if ('theirs' in outcome) return setTheirs(outcome.theirs)
      skuEditing.settle({ was: base.skus, is: outcome.skus, failed: outcome.failed })
      setBase({ product: outcome.saved, skus: outcome.skus })
      setTheirs(null)
      if (outcome.failed.length === 0) toast(t.saved(outcome.saved.name))
    },
    onSettled: catalogChanged,
  })
  const save = () => { if (skuEditing.check(base.skus)) saving.mutate({ base: base.product, before, mine: typed() }) }
  function applyMine(givenUp: DraftField[]): void {
    if (!theirs) return
    const fresh = draftOf(theirs)
    const mine = onTopOf(fresh, { before, mine: typed(), givenUp })
    form.setFieldsValue(mine)
    setBase((now) => ({ ...now, product: theirs }))
    setBefore(fresh)
    setTheirs(null)
    saving.mutate({ base: theirs, before: fresh, mine })
  }
  function startOver(product: ConsoleProduct): void {
    const fresh = draftOf(product)
    form.resetFields()
    form.setFieldsValue(fresh)
    setBase((now) => ({ ...now, product }))
    setBefore(fresh)
    setTheirs(null)
    saving.reset()
  }
  const changesIn = (draft: ProductDraft) =>
    changedFields(before, draft).length + skuEditing.countIn(base.skus)
  return {
    base, before, theirs, saving, skuEditing, typed, reload, save, applyMine, changesIn,
    takeTheirs: () => { if (theirs) startOver(theirs) },
    later: () => setTheirs(null),
    discard: () => {
      startOver(base.product)
      skuEditing.clear()
    },
  }
}
export type ProductEditing = ReturnType<typeof useProductEditing>
