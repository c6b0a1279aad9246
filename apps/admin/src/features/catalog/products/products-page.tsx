import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { ProductView } from '@hearth/contracts/catalog'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { ListPage } from '../../../shared/list/list-page.tsx'
import type { ListAsk, ListFilter, ListSpec } from '../../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../../shared/list/use-list-url.ts'
import { productPath } from '../../../shared/paths.ts'
import { categoryOptions } from '../category-tree.ts'
import { useBrands, useCategories } from '../use-places.ts'
import { ProductCard, productColumns, ShopLink } from './product-columns.tsx'
import '../catalog.css'

const ShelfDialog = lazy(async () => ({ default: (await import('./shelf-dialog.tsx')).ShelfDialog }))

const sorts = ['created', 'sales', 'views', 'price_asc', 'price_desc'] as const
type AskedShelf = { on: boolean; products: ProductView[]; many: boolean }

/** Everything that is sold, on the shelf or not. Administrators only. */
export function ProductsPage() {
  const texts = useTexts()
  const t = texts.products
  const url = useListUrl('all')
  const navigate = useNavigate()
  const { search } = useLocation()
  const [picked, setPicked] = useState<ProductView[]>([])
  const [asked, setAsked] = useState<AskedShelf | null>(null)
  const filters = useProductFilters(texts)
  const toPage = ({ id }: ProductView) => void navigate(productPath(id), { state: { from: search } })
  const onShelf = (product: ProductView, on: boolean) => setAsked({ on, products: [product], many: false })
  const ask = { from: search, onShelf }
  const shelve = (on: boolean) => setAsked({ on, products: picked, many: true })
  const spec: ListSpec<ProductView> = {
    id: 'products',
    title: t.title,
    columns: productColumns(texts, ask),
    filters,
    tabs: (['all', 'on', 'off'] as const).map((value) => ({ value, label: t.states[value] })),
    rowKey: ({ id }) => String(id),
    rowName: ({ name }) => name,
    load: (asking) => api.products(toProductQuery(asking)),
    open: toPage,
    look: toPage,
    rowActions: (product) => <ShopLink product={product} />,
    card: (product) => <ProductCard product={product} ask={ask} />,
    selection: {
      keys: picked.map(({ id }) => String(id)),
      onChange: (_keys, products) => setPicked(products),
      actions: (
        <>
          <Button size="small" onClick={() => shelve(true)}>{t.bulk.on}</Button>
          <Button size="small" danger onClick={() => shelve(false)}>{t.bulk.off}</Button>
        </>
      ),
    },
    pageActions: (
      <>
        <Link to="/stock" className="page-link">{t.lowStock}</Link>
        <Button type="primary" onClick={() => void navigate('/products/new', { state: { from: search } })}>{t.create}</Button>
      </>
    ),
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <Suspense fallback={null}>
        {asked && (
          <ShelfDialog on={asked.on} products={asked.products} onClose={() => setAsked(null)}
            onDone={() => { if (asked.many) setPicked([]) }} />
        )}
      </Suspense>
    </>
  )
}

function useProductFilters({ products: t }: ConsoleTexts): ListFilter[] {
  const categories = useCategories().data ?? []
  const brands = useBrands().data ?? []
  return [
    { kind: 'text', name: 'search', label: t.search, search: true },
    { kind: 'choice', name: 'category_id', label: t.category, options: categoryOptions(categories) },
    { kind: 'choice', name: 'brand', label: t.brand, options: brands.map(({ name }) => ({ value: name, label: name })) },
    { kind: 'text', name: 'min_price', label: t.minPrice },
    { kind: 'text', name: 'max_price', label: t.maxPrice },
    { kind: 'choice', name: 'sort_by', label: t.sort, options: sorts.map((value) => ({ value, label: t.sorts[value] ?? value })) },
  ]
}

function toProductQuery({ values, page, pageSize }: ListAsk) {
  return {
    search: values.search,
    category_id: idOf(values.category_id),
    brand: values.brand,
    min_price: amountOf(values.min_price),
    max_price: amountOf(values.max_price),
    sort_by: wordOf(sorts, values.sort_by),
    is_active: values.status === 'on' ? true : values.status === 'off' ? false : undefined,
    page,
    page_size: pageSize,
  }
}

/** An address may hold anything; what is no amount narrows nothing. */
function amountOf(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{1,10}(\.\d{1,2})?$/.test(text) ? text : undefined
}
