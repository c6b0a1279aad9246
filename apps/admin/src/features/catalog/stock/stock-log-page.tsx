import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { changeTypes } from '@hearth/contracts/catalog-admin'
import type { InventoryLog } from '@hearth/contracts/catalog-admin'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { ListPage } from '../../../shared/list/list-page.tsx'
import type { ListAsk, ListChip, ListColumn, ListSpec } from '../../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../../shared/list/use-list-url.ts'
import { productPath, stockLogPath } from '../../../shared/paths.ts'
import { useDesk } from '../../../shared/session.ts'
import { timeShown } from '../../../shared/shown.ts'
import '../catalog.css'

/** What came in and went out, and why. Staff. */
export function StockLogPage() {
  const texts = useTexts()
  const t = texts.stock
  const url = useListUrl('all')
  const isAdmin = useDesk() === 'admin'
  const chips = useStockChips(url.ask.values)
  const toSku = (row: InventoryLog) => url.change({ sku_id: String(row.sku_id), product_id: '' })
  const spec: ListSpec<InventoryLog> = {
    id: 'stock-log',
    title: t.log,
    columns: logColumns(texts, isAdmin),
    filters: [{ kind: 'days', from: 'start_date', until: 'end_date', fromLabel: t.from, untilLabel: t.until }],
    tabs: [{ value: 'all', label: texts.list.all }, ...changeTypes.map((value) => ({ value, label: t.changeTypes[value] }))],
    rowKey: ({ id }) => String(id),
    rowName: ({ sku_name: name, created_at: at }) => `${name} ${timeShown(at)}`,
    load: (ask) => api.inventoryLogs(toLogQuery(ask)),
    open: toSku,
    look: toSku,
    card: (row) => <LogCard row={row} linked={isAdmin} />,
    chips,
    pageActions: <Link to="/stock" className="page-link">{t.low}</Link>,
  }
  return <ListPage spec={spec} url={url} />
}

function toLogQuery({ values, page, pageSize }: ListAsk) {
  return {
    product_id: idOf(values.product_id), sku_id: idOf(values.sku_id), change_type: wordOf(changeTypes, values.status),
    start_date: values.start_date, end_date: values.end_date, page, page_size: pageSize,
  }
}

/** The product or the SKU that the address names, with its name as soon as somebody knows it. */
function useStockChips(values: Record<string, string>) {
  const t = useTexts().stock
  const isAdmin = useDesk() === 'admin'
  const [productId, skuId] = [idOf(values.product_id), idOf(values.sku_id)]
  const product = useQuery({
    queryKey: ['products', 'name', productId], queryFn: () => api.product(productId ?? 0), retry: false,
    enabled: isAdmin && productId !== undefined, staleTime: 60_000,
  })
  return ([row]: InventoryLog[]): ListChip[] => [
    ...productId === undefined ? [] : [{ name: 'product_id', words: t.productChip(product.data?.name ?? row?.product_name ?? `#${productId}`) }],
    ...skuId === undefined ? [] : [{ name: 'sku_id', words: t.skuChip(row?.sku_id === skuId ? row.sku_name : `#${skuId}`) }],
  ]
}

function logColumns({ stock: t }: ConsoleTexts, linked: boolean): ListColumn<InventoryLog>[] {
  return [
    { key: 'at', title: t.at, render: (row) => <span className="num">{timeShown(row.created_at)}</span> },
    { key: 'sku', title: t.sku, render: (row) => <SkuLinks row={row} linked={linked} /> },
    { key: 'code', title: t.skuCode, choice: 'hidden', render: ({ sku_code: code }) => <span className="code">{code}</span> },
    { key: 'type', title: t.changeType, render: ({ change_type: type }) => <TypeTag type={type} /> },
    { key: 'qty', title: t.change, align: 'right', render: (row) => <Signed row={row} /> },
    { key: 'order', title: t.order, choice: 'shown', render: ({ order_number: number }) => (
      number === null ? '—' : <Link to={`/orders/${number}`} className="code">{number}</Link>
    ) },
    { key: 'reason', title: t.reason, choice: 'shown', render: (row) => <span className="clip clip-wide" title={row.reason}>{row.reason || '—'}</span> },
    { key: 'who', title: t.who, choice: 'shown', render: (row) => row.created_by_name || t.system },
  ]
}

function SkuLinks({ row, linked }: { row: InventoryLog; linked: boolean }) {
  return (
    <span className="product-words">
      <Link to={stockLogPath({ sku_id: row.sku_id })} title={row.sku_name}>{row.sku_name}</Link>
      {linked ? <Link to={productPath(row.product_id)} className="hint">{row.product_name}</Link>
        : <span className="hint">{row.product_name}</span>}
    </span>
  )
}

const tones = { lock: 'amber', release: 'grey', ship: 'teal', adjust: 'ember' } as const

function TypeTag({ type }: { type: InventoryLog['change_type'] }) {
  const t = useTexts().stock
  return <span className={`tag tag-${tones[type]}`}>{t.changeTypes[type]}</span>
}

function Signed({ row: { quantity } }: { row: InventoryLog }) {
  return <span className="num">{quantity > 0 ? `+${quantity}` : quantity}</span>
}

function LogCard({ row, linked }: { row: InventoryLog; linked: boolean }) {
  const t = useTexts().stock
  return (
    <>
      <div className="card-head"><SkuLinks row={row} linked={linked} /><TypeTag type={row.change_type} /></div>
      {row.order_number !== null && (
        <p className="card-line"><Link to={`/orders/${row.order_number}`} className="code">{row.order_number}</Link></p>
      )}
      {row.reason !== '' && <p className="card-line">{row.reason}</p>}
      <div className="card-foot num">
        <span>{timeShown(row.created_at)} · {row.created_by_name || t.system}</span>
        <strong><Signed row={row} /></strong>
      </div>
    </>
  )
}
