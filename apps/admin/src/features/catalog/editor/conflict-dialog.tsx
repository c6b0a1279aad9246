import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import Segmented from 'antd/es/segmented'
import { useState } from 'react'
import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { timeShown } from '../../../shared/shown.ts'
import { useBrands, useCategories } from '../use-places.ts'
import { fieldWords, valueWords } from './change-words.ts'
import { conflictOf, draftOf, saidOf } from './product-draft.ts'
import type { DraftField, ProductDraft } from './product-draft.ts'

type DialogProps = {
  /** As it was read before typing. */
  product: ConsoleProduct
  before: ProductDraft
  mine: ProductDraft
  theirs: ConsoleProduct
  onApply: (givenUp: DraftField[]) => void
  onTakeTheirs: () => void
  onLater: () => void
}

/** Somebody saved while this was typed: who, what, and what to do about it. */
export function ConflictDialog({ product, before, mine, theirs, onApply, onTakeTheirs, onLater }: DialogProps) {
  const texts = useTexts()
  const t = texts.editor.conflict
  const [givenUp, setGivenUp] = useState<DraftField[]>([])
  const found = conflictOf(before, mine, draftOf(theirs))
  const choose = (field: DraftField, theirsWins: boolean) =>
    setGivenUp((now) => (theirsWins ? [...now, field] : now.filter((each) => each !== field)))
  return (
    <Modal open title={t.title} width={720} className="conflict" onCancel={onLater} mask={{ closable: false }}
      closable={{ 'aria-label': texts.dialog.close }}
      footer={[
        <Button key="later" onClick={onLater}>{t.later}</Button>,
        <Button key="theirs" danger onClick={onTakeTheirs}>{t.takeTheirs}</Button>,
        <Button key="apply" type="primary" onClick={() => onApply(givenUp)}>{t.apply}</Button>,
      ]}>
      <p className="conflict-who"><Who product={product} /> <strong>{t.lead}</strong></p>
      {found.both.length > 0 && <h3 className="conflict-head">{t.both}</h3>}
      {found.both.length > 0 && (
        <ul className="conflict-fields">
          {found.both.map((field) => (
            <li key={field}>
              <div className="conflict-field">
                <strong>{fieldWords(field, texts)}</strong>
                <Segmented aria-label={fieldWords(field, texts)} value={givenUp.includes(field) ? 'theirs' : 'mine'}
                  options={[{ value: 'mine', label: t.useMine }, { value: 'theirs', label: t.useTheirs }]}
                  onChange={(side) => choose(field, side === 'theirs')} />
              </div>
              <Values field={field} rows={[[t.was, before], [t.theirValue, draftOf(theirs)], [t.myValue, mine]]} />
            </li>
          ))}
        </ul>
      )}
      {found.theirs.length > 0 && <h3 className="conflict-head">{t.theirs}</h3>}
      {found.theirs.length > 0 && (
        <ul className="conflict-fields">
          {found.theirs.map((field) => (
            <li key={field}>
              <strong>{fieldWords(field, texts)}</strong>
              <Values field={field} rows={[[t.was, before], [t.theirValue, draftOf(theirs)]]} />
            </li>
          ))}
        </ul>
      )}
      <p><a href={`/admin/products/${theirs.id}`} target="_blank" rel="noreferrer">{t.seeTheirs}</a></p>
    </Modal>
  )
}

type ValuesProps = { field: DraftField; rows: [label: string, draft: ProductDraft][] }

function Values({ field, rows }: ValuesProps) {
  const texts = useTexts()
  const places = usePlaceNames()
  const words = (draft: ProductDraft) =>
    places(field, draft) ?? valueWords(field, saidOf(draft)[field], texts)
  return (
    <dl className="conflict-values">
      {rows.map(([label, draft]) => <div key={label}><dt>{label}</dt><dd>{words(draft)}</dd></div>)}
    </dl>
  )
}

/** The names of the brand and the category of a draft. */
function usePlaceNames() {
  const [brands, categories] = [useBrands().data, useCategories().data]
  return (field: DraftField, draft: ProductDraft): string | undefined => {
    if (field === 'brand_id') return brands?.find(({ id }) => id === draft.brand_id)?.name
    return field === 'category_id' ? categories?.find(({ id }) => id === draft.category_id)?.name : undefined
  }
}

/** Who saved since the product was read, and when. */
function Who({ product }: { product: ConsoleProduct }) {
  const t = useTexts().editor.conflict
  const found = useQuery({
    queryKey: ['products', 'changes', product.id, 'latest'], staleTime: 0,
    queryFn: () => api.productChanges(product.id, { page: 1, page_size: 10 }),
  })
  const last = found.data?.rows.find(({ changed_at: at, kind }) =>
    kind === 'changed' && new Date(at).getTime() > new Date(product.updated_at).getTime())
  if (!last) return null
  return <>{t.who(last.changed_by_name || t.someone, timeShown(last.changed_at))}。</>
}
