import { useInfiniteQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import type { ProductChange } from '@hearth/contracts/catalog-admin'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { timeShown } from '../../../shared/shown.ts'
import { LoadFault, LoadingBlock, Nothing } from '../../../shared/states.tsx'
import { fieldWords, valueWords } from './change-words.ts'

const PAGE_SIZE = 20

/** Who changed what of a product, the newest first. */
export function ChangesDrawer({ productId, onClose }: { productId: number; onClose: () => void }) {
  const texts = useTexts()
  const t = texts.products.history
  const found = useInfiniteQuery({
    queryKey: ['products', 'changes', productId],
    initialPageParam: 1,
    queryFn: ({ pageParam }) => api.productChanges(productId, { page: pageParam, page_size: PAGE_SIZE }),
    getNextPageParam: (last) => (last.page * PAGE_SIZE < last.total ? last.page + 1 : undefined),
    staleTime: 0,
  })
  const changes = found.data?.pages.flatMap(({ rows }) => rows) ?? []
  return (
    <Drawer open onClose={onClose} size={560} title={t.changes} closable={{ 'aria-label': texts.dialog.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={8} />}
      {found.data && changes.length === 0 && <Nothing title={t.noChanges} />}
      <ol className="changes">{changes.map((change) => <li key={change.id}><Change change={change} /></li>)}</ol>
      {found.hasNextPage && (
        <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t.more}</Button>
      )}
    </Drawer>
  )
}

function Change({ change }: { change: ProductChange }) {
  const texts = useTexts()
  const t = texts.products.history
  return (
    <>
      <p className="change-head">
        <strong>{change.changed_by_name || t.system}</strong> {whatWords(change, texts)}
        <span className="hint num">{timeShown(change.changed_at)}</span>
      </p>
      {change.changes.length > 0 && (
        <dl className="change-fields">
          {change.changes.map(({ field, from, to }) => (
            <div key={field}>
              <dt>{fieldWords(field, texts)}</dt>
              <dd>{fromTo({ field, from, to }, texts)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function whatWords({ kind, skus }: ProductChange, { products: { history: t } }: ConsoleTexts): string {
  if (kind === 'created' || kind === 'changed') return t[kind]
  return t[kind](skus.map(({ name }) => name).join('、') || t.unknownSku)
}

function fromTo({ field, from, to }: ProductChange['changes'][number], texts: ConsoleTexts): string {
  const t = texts.products.history
  if (from === undefined && to === undefined) return t.unrecorded
  const [was, is] = [valueWords(field, from, texts), valueWords(field, to, texts)]
  return was === is ? `${is}（${t.onlyOrder}）` : `${was} → ${is}`
}
