import type { FormInstance } from 'antd/es/form'
import { useState } from 'react'
import type { ConsoleProduct, ConsoleSku } from '@hearth/contracts/catalog-admin'
import { conflictOf, draftOf, onTopOf } from './product-draft.ts'
import type { DraftField, ProductDraft } from './product-draft.ts'
import { readProduct } from './save-product.ts'
import type { Read } from './save-product.ts'

/** What was read last, and how the form follows it without losing what was typed. */
export function useBase(read: Read, form: FormInstance<ProductDraft>) {
  const [base, setBase] = useState(read)
  const [before, setBefore] = useState(() => draftOf(read.product))
  const typed = (): ProductDraft => ({ ...before, ...(form.getFieldsValue(true) as Partial<ProductDraft>) })

  function stand(product: ConsoleProduct, draft: ProductDraft): void {
    form.setFieldsValue(draft)
    setBase((now) => ({ ...now, product }))
  }
  /** What was not touched since `known` follows the product as it is now. @returns what the form holds then */
  function follow(product: ConsoleProduct, known = before, givenUp: readonly DraftField[] = []) {
    const fresh = draftOf(product)
    const mine = onTopOf(fresh, { before: known, mine: typed(), givenUp })
    stand(product, mine)
    setBefore(fresh)
    return { fresh, mine }
  }
  function startOver(product: ConsoleProduct): void {
    const fresh = draftOf(product)
    form.resetFields()
    stand(product, fresh)
    setBefore(fresh)
  }
  const setSkus = (skus: ConsoleSku[]) => setBase((now) => ({ ...now, skus }))
  /** Reads it anew, unless that would hide that somebody changed what is being changed here: then saving will tell. */
  async function reload(): Promise<void> {
    const fresh = await readProduct(base.product.id)
    setSkus(fresh.skus)
    if (conflictOf(before, typed(), draftOf(fresh.product)).both.length === 0) follow(fresh.product)
  }
  return { base, before, typed, follow, startOver, setSkus, reload }
}
