import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { LowStockRow } from '@hearth/client/console-api-catalog'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { ListPage } from '../../../shared/list/list-page.tsx'
import type { ListColumn, ListSpec } from '../../../shared/list/list-types.ts'
import { useListUrl } from '../../../shared/list/use-list-url.ts'
import { productPath, stockLogPath } from '../../../shared/paths.ts'
import { Thumb } from '../../../shared/pictures/thumb.tsx'
import { useDesk } from '../../../shared/session.ts'
import type { AdjustedSku } from './adjust-dialog.tsx'
import '../catalog.css'

const AdjustDialog = lazy(async () => ({ default: (await import('./adjust-dialog.tsx')).AdjustDialog }))

const thresholds = [0, 2, 5, 10, 20, 50]

/** What runs low. Staff; only administrators adjust. */
export function LowStockPage() {
  const texts = useTexts()
  const t = texts.stock
  const url = useListUrl('low')
  const isAdmin = useDesk() === 'admin'
  const [adjusted, setAdjusted] = useState<AdjustedSku | null>(null)
  const adjust = (row: LowStockRow) => {
    const { product_id: productId, sku_id: skuId, sku_name: name, on_hand: onHand, held } = row
    if (isAdmin) setAdjusted({ productId, skuId, name, onHand, held })
  }
  const spec: ListSpec<LowStockRow> = {
    id: 'stock',
    title: t.low,
    columns: stockColumns(texts, isAdmin),
    filters: [{
      kind: 'choice', name: 'threshold', label: t.threshold,
      options: thresholds.map((count) => ({ value: String(count), label: t.thresholdOption(count) })),
    }],
    tabs: [{ value: 'low', label: t.low }],
    rowKey: ({ sku_id: id }) => String(id),
    rowName: ({ sku_name: name }) => name,
    load: ({ values, page, pageSize }) =>
      api.lowStock({ threshold: thresholdOf(values.threshold), page, page_size: pageSize }),
    open: adjust,
    look: adjust,
    rowActions: (row) => (
      <span className="move-buttons">
        {isAdmin && <Button size="small" onClick={() => adjust(row)}>{t.adjust}</Button>}
        <Link to={stockLogPath({ sku_id: row.sku_id })}>{t.log}</Link>
      </span>
    ),
    card: (row) => <StockCard row={row} linked={isAdmin} />,
    pageActions: <Link to="/stock/log" className="page-link">{t.log}</Link>,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <p className="hint">{t.lowWords} {!isAdmin && t.readOnly}</p>
      <Suspense fallback={null}>
        {adjusted && <AdjustDialog sku={adjusted} onClose={() => setAdjusted(null)} />}
      </Suspense>
    </>
  )
}

function thresholdOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

function stockColumns({ stock: t }: ConsoleTexts, linked: boolean): ListColumn<LowStockRow>[] {
  return [
    { key: 'sku', title: t.sku, render: (row) => <SkuName row={row} linked={linked} /> },
    { key: 'code', title: t.skuCode, choice: 'shown', render: ({ sku_code: code }) => <span className="code">{code}</span> },
    { key: 'free', title: t.free, align: 'right', render: ({ stock }) => <Free stock={stock} /> },
    { key: 'onHand', title: t.onHand, align: 'right', choice: 'shown', render: (row) => <span className="num">{row.on_hand}</span> },
    { key: 'held', title: t.held, align: 'right', choice: 'shown', render: ({ held }) => <span className="num">{held}</span> },
  ]
}

function SkuName({ row, linked }: { row: LowStockRow; linked: boolean }) {
  return (
    <span className="product-brief">
      <Thumb url={row.image} size={40} />
      <span className="product-words">
        {linked ? <Link to={productPath(row.product_id)}>{row.sku_name}</Link> : <span>{row.sku_name}</span>}
        <span className="hint">{row.product_name}</span>
      </span>
    </span>
  )
}

function Free({ stock }: { stock: number }) {
  return <span className={stock <= 0 ? 'tag tag-red num' : 'num words-low'}>{stock}</span>
}

function StockCard({ row, linked }: { row: LowStockRow; linked: boolean }) {
  const t = useTexts().stock
  return (
    <>
      <div className="card-head"><SkuName row={row} linked={linked} /></div>
      <div className="card-foot num">
        <span>{t.free} <Free stock={row.stock} /></span>
        <span>{t.onHand} {row.on_hand}</span>
        <span>{t.held} {row.held}</span>
      </div>
    </>
  )
}
