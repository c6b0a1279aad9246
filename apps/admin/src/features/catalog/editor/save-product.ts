import type { ConsoleProduct, ConsoleSku } from '@hearth/contracts/catalog-admin'
import { ApiRefusal } from '@hearth/client/http'
import { api } from '../../../shared/api.ts'
import { changedFields, draftOf, patchOf } from './product-draft.ts'
import type { ProductDraft } from './product-draft.ts'
import { isSkuChanged, skuPatchOf } from './sku-draft.ts'
import type { SkuEdits } from './sku-draft.ts'

export type Read = { product: ConsoleProduct; skus: ConsoleSku[] }
/** The product as it was read, as a draft, and as it is now in the form. */
export type Save = { base: ConsoleProduct; before: ProductDraft; mine: ProductDraft }
type Outcome = { saved: ConsoleProduct } | { theirs: ConsoleProduct }

const MOST_TRIES = 3

export async function readProduct(id: number): Promise<Read> {
  const [product, skus] = await Promise.all([api.product(id), api.skus(id)])
  return { product, skus }
}

/**
 * Saves what differs. When somebody saved the product meanwhile nothing is written and theirs comes back; that only
 * its SKUs or its stock changed stands in nobody's way.
 */
export async function saveProduct({ base, before, mine }: Save): Promise<Outcome> {
  const patch = patchOf(before, mine)
  if (Object.keys(patch).length === 0) return { saved: base }
  let known = base
  for (let tries = 1; ; tries += 1) {
    try {
      return { saved: await api.changeProduct(base.id, { ...patch, updated_at: known.updated_at }) }
    } catch (error) {
      if (!isChangedMeanwhile(error) || tries === MOST_TRIES) throw error
      known = await api.product(base.id)
      if (changedFields(before, draftOf(known)).length > 0) return { theirs: known }
    }
  }
}

export type SkuFailure = { id: number; error: unknown }

/** Saves the rows that differ, one by one; one that is refused keeps no other from being saved. */
export async function saveSkus(productId: number, skus: readonly ConsoleSku[], edits: SkuEdits): Promise<SkuFailure[]> {
  const failed: SkuFailure[] = []
  for (const sku of skus.filter((each) => isSkuChanged(each, edits[each.id]))) {
    const body = { ...skuPatchOf(sku, edits[sku.id]), updated_at: sku.updated_at }
    await api.changeSku(productId, sku.id, body).catch((error: unknown) => failed.push({ id: sku.id, error }))
  }
  return failed
}

/** Somebody saved since it was read. */
export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof ApiRefusal && error.status === 409 && typeof error.facts.updated_at === 'string'
}
