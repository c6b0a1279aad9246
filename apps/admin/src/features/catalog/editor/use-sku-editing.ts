import { useState } from 'react'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import { ApiRefusal } from '@hearth/client/http'
import { faultWords } from '../../../shared/fault-words.ts'
import { useTexts } from '../../../shared/language.tsx'
import { fieldWords, valueWords } from './change-words.ts'
import { isChangedMeanwhile } from './save-product.ts'
import type { SkuFailure } from './save-product.ts'
import { isSkuChanged, skuDraftOf, skuFaults, skuFieldsChanged } from './sku-draft.ts'
import type { SkuDraft, SkuEdits, SkuFaults } from './sku-draft.ts'

/** What is wrong with a row: beside its fields, and in a sentence below. */
export type RowFault = { fields: SkuFaults; words: string }
type Settled = { was: readonly ConsoleSku[]; is: readonly ConsoleSku[]; failed: readonly SkuFailure[] }

/** What was typed into the table of SKUs and not saved yet, with what is wrong with it. */
export function useSkuEditing() {
  const texts = useTexts()
  const t = texts.editor
  const [edits, setEdits] = useState<SkuEdits>({})
  const [faults, setFaults] = useState<Readonly<Record<number, RowFault>>>({})

  function edit(id: number, change: Partial<SkuDraft>): void {
    setEdits((now) => ({ ...now, [id]: { ...now[id], ...change } }))
    setFaults((now) => Object.fromEntries(Object.entries(now).filter(([each]) => Number(each) !== id)))
  }
  /** Whether all rows can be sent; marks those that cannot. */
  function check(skus: readonly ConsoleSku[]): boolean {
    const wrong = skus.filter((sku) => isSkuChanged(sku, edits[sku.id])).flatMap((sku) => {
      const found = Object.entries(skuFaults(skuDraftOf(sku, edits[sku.id])))
      const fields = Object.fromEntries(found.map(([field, why]) => [field, t[why]]))
      return found.length === 0 ? [] : [[sku.id, { fields, words: '' }] as const]
    })
    setFaults(Object.fromEntries(wrong))
    return wrong.length === 0
  }
  /** After saving: what failed stays typed, with the reason beside it. */
  function settle({ was, is, failed }: Settled): void {
    const ids = new Set(failed.map(({ id }) => id))
    setEdits((now) => Object.fromEntries(Object.entries(now).filter(([id]) => ids.has(Number(id)))))
    setFaults(Object.fromEntries(failed.map(({ id, error }) => [id, faultOf(id, error, { was, is })])))
  }
  function faultOf(id: number, error: unknown, { was, is }: Omit<Settled, 'failed'>): RowFault {
    if (isChangedMeanwhile(error)) {
      const [before, after] = [was, is].map((skus) => skus.find((sku) => sku.id === id))
      return { fields: {}, words: changedWords(before, after) }
    }
    const said = error instanceof ApiRefusal ? Object.entries(error.errors) : []
    const fields = Object.fromEntries(said.map(([field, sentences]) => [field, sentences.join(' ')]))
    return { fields, words: said.length > 0 ? '' : faultWords(error, texts, { wrote: true }) }
  }
  function changedWords(before: ConsoleSku | undefined, after: ConsoleSku | undefined): string {
    if (!before || !after) return t.skuGone
    const words = skuFieldsChanged(before, after)
      .map((field) => `${fieldWords(field, texts)} ${valueWords(field, after[field], texts)}`)
    return words.length === 0 ? t.skuChangedSame : t.skuChanged(words.join('，'))
  }
  return {
    edits, faults, edit, check, settle, setEdits,
    countIn: (skus: readonly ConsoleSku[]) => skus.filter((sku) => isSkuChanged(sku, edits[sku.id])).length,
    failedCount: Object.keys(faults).length,
    clear: () => {
      setEdits({})
      setFaults({})
    },
  }
}
export type SkuEditing = ReturnType<typeof useSkuEditing>
