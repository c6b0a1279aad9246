import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { BrandView } from '@hearth/contracts/catalog-admin'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { ListPage } from '../../../shared/list/list-page.tsx'
import type { ListColumn, ListSpec } from '../../../shared/list/list-types.ts'
import { useListUrl } from '../../../shared/list/use-list-url.ts'
import { Thumb } from '../../../shared/pictures/thumb.tsx'
import { timeShown } from '../../../shared/shown.ts'
import { RemoveDialog } from '../remove-dialog.tsx'
import '../catalog.css'

const BrandDialog = lazy(async () => ({ default: (await import('./brand-dialog.tsx')).BrandDialog }))

type Asked = { act: 'create' } | { act: 'edit' | 'remove'; brand: BrandView }

/** The brands that products are of. Administrators only. */
export function BrandsPage() {
  const texts = useTexts()
  const t = texts.brands
  const url = useListUrl('all')
  const [asked, setAsked] = useState<Asked | null>(null)
  const edit = (brand: BrandView) => setAsked({ act: 'edit', brand })
  const spec: ListSpec<BrandView> = {
    id: 'brands',
    title: t.title,
    columns: brandColumns(texts, edit),
    filters: [{ kind: 'text', name: 'search', label: t.search, search: true }],
    tabs: [{ value: 'all', label: texts.list.all }],
    rowKey: ({ id }) => String(id),
    rowName: ({ name }) => name,
    load: ({ values, page, pageSize }) => api.brands({ search: values.search, page, page_size: pageSize }),
    open: edit,
    look: edit,
    rowActions: (brand) => (
      <span className="move-buttons">
        <Button size="small" onClick={() => edit(brand)}>{t.edit}</Button>
        <Button size="small" danger onClick={() => setAsked({ act: 'remove', brand })}>{t.remove}</Button>
      </span>
    ),
    card: (brand) => <BrandCard brand={brand} />,
    pageActions: <Button type="primary" onClick={() => setAsked({ act: 'create' })}>{t.create}</Button>,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <Suspense fallback={null}>
        {asked && asked.act !== 'remove' && (
          <BrandDialog brand={asked.act === 'edit' ? asked.brand : null} onClose={() => setAsked(null)} />
        )}
      </Suspense>
      {asked?.act === 'remove' && (
        <RemoveDialog name={asked.brand.name} words={t.removing} run={() => api.removeBrand(asked.brand.id)}
          linked={(kind, words) => kind === 'products' && <Link to={productsOfPath(asked.brand)}>{words}</Link>}
          onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function productsOfPath({ name }: BrandView): string {
  return `/products?${new URLSearchParams({ brand: name }).toString()}`
}

type Edit = (brand: BrandView) => void

function brandColumns({ brands: t, nav: { products } }: ConsoleTexts, edit: Edit): ListColumn<BrandView>[] {
  return [
    { key: 'name', title: t.name, render: (brand) => <BrandName brand={brand} onOpen={() => edit(brand)} /> },
    { key: 'letter', title: t.firstLetter, choice: 'shown', render: ({ first_letter: letter }) => letter },
    { key: 'order', title: t.order, align: 'right', choice: 'shown', render: ({ order }) => <span className="num">{order}</span> },
    { key: 'active', title: t.active, render: (brand) => <ActiveTag brand={brand} /> },
    { key: 'description', title: t.description, choice: 'shown', render: ({ description }) => (
      <span className="clip clip-wide" title={description}>{description === '' ? '—' : description}</span>
    ) },
    { key: 'created', title: t.created, choice: 'hidden', render: (brand) => <span className="num">{timeShown(brand.created_at)}</span> },
    { key: 'products', title: products, render: (brand) => <Link to={productsOfPath(brand)}>{t.products}</Link> },
  ]
}

function BrandName({ brand, onOpen }: { brand: BrandView; onOpen?: () => void }) {
  return (
    <span className="product-brief">
      <Thumb url={brand.logo} size={32} />
      {onOpen ? <button type="button" className="link-button" onClick={onOpen}>{brand.name}</button> : <strong>{brand.name}</strong>}
    </span>
  )
}

function ActiveTag({ brand }: { brand: BrandView }) {
  const t = useTexts().brands
  return <span className={brand.is_active ? 'tag tag-teal' : 'tag tag-grey'}>{brand.is_active ? t.active : t.inactive}</span>
}

function BrandCard({ brand }: { brand: BrandView }) {
  const t = useTexts().brands
  return (
    <>
      <div className="card-head"><BrandName brand={brand} /><ActiveTag brand={brand} /></div>
      {brand.description !== '' && <p className="card-line two-lines">{brand.description}</p>}
      <div className="card-foot"><Link to={productsOfPath(brand)}>{t.products}</Link></div>
    </>
  )
}
