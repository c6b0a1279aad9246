import type { ProductView } from '@hearth/contracts/catalog'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { faultWords } from '../../../shared/fault-words.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOneByOne } from '../../../shared/use-one-by-one.ts'
import { useCatalogChanged } from '../catalog-changed.ts'
import { doubtsOf, sortProducts } from './bulk-shelf.ts'

type ShelfProps = { on: boolean; products: ProductView[]; onClose: () => void; onDone?: () => void }
type Line = { product: ProductView; words: string }

/** Puts products on the shelf or takes them off: says which it concerns and which not, and what is doubtful. */
export function ShelfDialog({ on, products, onClose, onDone }: ShelfProps) {
  const texts = useTexts()
  const t = texts.products.bulk
  const { affected, skipped } = sortProducts(on, products)
  const { working, failed, done } = useOneByOne<ProductView>({
    run: ({ id }) => api.changeProduct(id, { is_active: on }),
    said: on ? t.doneOn : t.doneOff,
    changed: useCatalogChanged(),
    onDone: () => {
      onDone?.()
      onClose()
    },
  })
  const left = failed.length > 0 ? failed.map(({ item }) => item) : affected
  const [only] = products.length === 1 ? products : []
  const title = only ? (on ? t.oneOn : t.oneOff)(only.name) : (on ? t.titleOn : t.titleOff)(left.length)
  return (
    <ActionDialog
      title={title}
      will={left.length > 0 ? (on ? t.willOn : t.willOff) : []}
      submit={failed.length > 0 ? t.again(failed.length) : on ? t.submitOn : t.submitOff}
      danger={!on}
      busy={working.isPending}
      error={working.error}
      idle={left.length === 0}
      onSubmit={() => working.mutate(left)}
      onClose={onClose}
    >
      {failed.length > 0 ? (
        <div role="alert">
          <p className="preview-words words-red">{t.failed(failed.length)}</p>
          <Lines lines={failed.map(({ item, error }) =>
            ({ product: item, words: faultWords(error, texts, { wrote: true }) }))} />
        </div>
      ) : (
        <Preview on={on} affected={affected} skipped={skipped} alone={only !== undefined} />
      )}
      {working.isPending && left.length > 1 && <p className="hint" role="status">{t.progress(done, left.length)}</p>}
    </ActionDialog>
  )
}

type PreviewProps = { on: boolean; affected: ProductView[]; skipped: ProductView[]; alone: boolean }

function Preview({ on, affected, skipped, alone }: PreviewProps) {
  const t = useTexts().products.bulk
  const doubts = (product: ProductView) => (on ? doubtsOf(product).map((doubt) => t[doubt]).join(' · ') : '')
  const lines = affected.map((product) => ({ product, words: doubts(product) }))
  if (alone && lines.every(({ words }) => words === '') && skipped.length === 0) return null
  return (
    <>
      <p className="preview-words">{affected.length === 0 ? t.none : t.affected(affected.length)}</p>
      <Lines lines={lines} doubtful />
      {skipped.length > 0 && <p className="preview-words">{t.skipped(skipped.length)}</p>}
      <Lines lines={skipped.map((product) => ({ product, words: on ? t.alreadyOn : t.alreadyOff }))} />
    </>
  )
}

function Lines({ lines, doubtful = false }: { lines: Line[]; doubtful?: boolean }) {
  if (lines.length === 0) return null
  return (
    <ul className="preview-lines" tabIndex={0}>
      {lines.map(({ product, words }) => (
        <li key={product.id}><span>{product.name}</span><span className={doubtful ? 'words-amber' : 'hint'}>{words}</span></li>
      ))}
    </ul>
  )
}
