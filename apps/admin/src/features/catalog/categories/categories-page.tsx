import { useMutation, useQueryClient } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { CategoryView } from '@hearth/contracts/catalog'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { moved } from '../../../shared/order/moved.ts'
import { ActionFault, LoadFault, LoadingBlock, Nothing } from '../../../shared/states.tsx'
import { useToast } from '../../../shared/toast.tsx'
import { usePageTitle } from '../../../shared/use-page-title.ts'
import { useCatalogChanged } from '../catalog-changed.ts'
import { categoryTree, orderWrites } from '../category-tree.ts'
import type { CategoryNode } from '../category-tree.ts'
import { RemoveDialog } from '../remove-dialog.tsx'
import { useCategories } from '../use-places.ts'
import type { CategoryAsked } from './category-dialog.tsx'
import { CategoryRows } from './category-rows.tsx'
import '../../../shared/order/order.css'
import '../catalog.css'
import './categories.css'

const CategoryDialog = lazy(async () => ({ default: (await import('./category-dialog.tsx')).CategoryDialog }))

/** The tree under which everything is sold. Administrators only. */
export function CategoriesPage() {
  const t = useTexts().categories
  const found = useCategories()
  const [asked, setAsked] = useState<CategoryAsked | null>(null)
  const [removing, setRemoving] = useState<CategoryNode | null>(null)
  usePageTitle(t.title)
  const categories = found.data ?? []
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <div className="page-actions">
          <Button type="primary" onClick={() => setAsked({ act: 'create', level: 'major', parentId: null })}>{t.addMajor}</Button>
        </div>
      </div>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <div className="panel"><LoadingBlock rows={10} /></div>}
      {found.data?.length === 0 && <div className="panel"><Nothing title={t.empty}><p>{t.emptyWords}</p></Nothing></div>}
      {categories.length > 0 && <Tree categories={categories} onAsk={setAsked} onRemove={setRemoving} />}
      <Suspense fallback={null}>
        {asked && <CategoryDialog asked={asked} categories={categories} onClose={() => setAsked(null)} />}
      </Suspense>
      {removing && (
        <RemoveDialog name={removing.name} words={t.removing} run={() => api.removeCategory(removing.id)}
          linked={(kind, words) => kind === 'products' && <Link to={`/products?category_id=${removing.id}`}>{words}</Link>}
          onClose={() => setRemoving(null)} />
      )}
    </div>
  )
}

type TreeProps = {
  categories: CategoryView[]
  onAsk: (asked: CategoryAsked) => void
  onRemove: (category: CategoryNode) => void
}

function Tree({ categories, onAsk, onRemove }: TreeProps) {
  const t = useTexts().categories
  const tree = categoryTree(categories)
  const unfolds = categories.filter(({ children }) => children.length > 0).map(({ id }) => id)
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => new Set())
  const [said, setSaid] = useState('')
  const ordering = useOrdering()
  function fold(id: number, isFolded: boolean): void {
    const after = new Set(folded)
    if (isFolded) after.add(id)
    else after.delete(id)
    setFolded(after)
  }
  function move(brothers: CategoryNode[], from: number, to: number): void {
    setSaid(t.movedTo(brothers[from]?.name ?? '', to + 1))
    ordering.mutate(moved(brothers, from, to))
  }
  const all = folded.size > 0
  return (
    <>
      <div className="category-bar">
        <p className="hint">{t.hint}</p>
        <Button size="small" type="text" onClick={() => setFolded(new Set(all ? [] : unfolds))}>{all ? t.unfoldAll : t.foldAll}</Button>
      </div>
      <ActionFault error={ordering.error} />
      <div className="panel category-tree">
        <CategoryRows nodes={tree} acts={{
          folded, onFold: fold, busy: ordering.isPending, onMove: move, onRemove,
          onEdit: (category) => onAsk({ act: 'edit', category: categories.find(({ id }) => id === category.id) ?? category }),
          onAdd: ({ id, level }) => onAsk({ act: 'create', level: level === 'major' ? 'minor' : 'item', parentId: id }),
        }} />
      </div>
      <p className="unseen" role="status">{said}</p>
    </>
  )
}

/** Brothers in a new order: shown at once, written one by one. */
function useOrdering() {
  const t = useTexts().categories
  const toast = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (brothers: CategoryNode[]) => {
      const writes = orderWrites(brothers)
      const orders = new Map(writes.map(({ id, order }) => [id, order]))
      client.setQueryData<CategoryView[]>(['categories', 'all'], (now) =>
        now?.map((each) => ({ ...each, order: orders.get(each.id) ?? each.order })))
      for (const { id, order } of writes) await api.changeCategory(id, { order })
    },
    onSuccess: () => toast(t.orderSaved),
    onSettled: useCatalogChanged(),
  })
}
