import { useMutation } from '@tanstack/react-query'
import type { FormInstance } from 'antd/es/form'
import { useState } from 'react'
import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { useTexts } from '../../../shared/language.tsx'
import { useToast } from '../../../shared/toast.tsx'
import { useCatalogChanged } from '../catalog-changed.ts'
import { changedFields } from './product-draft.ts'
import type { DraftField, ProductDraft } from './product-draft.ts'
import { readProduct, saveProduct, saveSkus } from './save-product.ts'
import type { Read, Save } from './save-product.ts'
import { useBase } from './use-base.ts'
import { useSkuEditing } from './use-sku-editing.ts'

/** All that happens to a product while somebody edits it; what he typed is never lost without his saying so. */
export function useProductEditing(read: Read, form: FormInstance<ProductDraft>) {
  const t = useTexts().editor
  const toast = useToast()
  const { base, before, typed, follow, startOver, setSkus, reload } = useBase(read, form)
  const [theirs, setTheirs] = useState<ConsoleProduct | null>(null)
  const skuEditing = useSkuEditing()
  const saving = useMutation({
    mutationFn: async (save: Save) => {
      const outcome = await saveProduct(save)
      if ('theirs' in outcome) return outcome
      // At once, so that a later fault does not make one's own change look like somebody else's.
      const { fresh } = follow(outcome.saved, save.mine)
      const failed = await saveSkus(save.base.id, base.skus, skuEditing.edits)
      const { skus, product } = await readProduct(save.base.id)
      return { saved: product, fresh, skus, failed }
    },
    onSuccess: (outcome) => {
      if ('theirs' in outcome) return setTheirs(outcome.theirs)
      skuEditing.settle({ was: base.skus, is: outcome.skus, failed: outcome.failed })
      follow(outcome.saved, outcome.fresh)
      setSkus(outcome.skus)
      if (outcome.failed.length === 0) toast(t.saved(outcome.saved.name))
    },
    onSettled: useCatalogChanged(),
  })
  function applyMine(givenUp: DraftField[]): void {
    if (!theirs) return
    const { fresh, mine } = follow(theirs, before, givenUp)
    setTheirs(null)
    saving.mutate({ base: theirs, before: fresh, mine })
  }
  function drop(product: ConsoleProduct): void {
    startOver(product)
    setTheirs(null)
    saving.reset()
  }
  return {
    base, before, theirs, saving, skuEditing, typed, reload, applyMine,
    save: () => { if (skuEditing.check(base.skus)) saving.mutate({ base: base.product, before, mine: typed() }) },
    changesIn: (draft: ProductDraft) => changedFields(before, draft).length + skuEditing.countIn(base.skus),
    takeTheirs: () => { if (theirs) drop(theirs) },
    later: () => setTheirs(null),
    discard: () => {
      drop(base.product)
      skuEditing.clear()
    },
  }
}
