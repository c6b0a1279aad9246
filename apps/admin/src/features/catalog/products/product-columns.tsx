import ExportOutlined from '@ant-design/icons/ExportOutlined'
import Switch from 'antd/es/switch'
import { Link } from 'react-router'
import type { ProductView } from '@hearth/contracts/catalog'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { useTexts } from '../../../shared/language.tsx'
import type { ListColumn } from '../../../shared/list/list-types.ts'
import { productPath } from '../../../shared/paths.ts'
import { Thumb } from '../../../shared/pictures/thumb.tsx'
import { moneyShown, timeShown } from '../../../shared/shown.ts'
import { priceRange } from './bulk-shelf.ts'

type Ask = { from: string; onShelf: (product: ProductView, on: boolean) => void }

/** The columns of the list; `from` is the list's address, so that the product's page can lead back to it. */
export function productColumns(texts: ConsoleTexts, ask: Ask): ListColumn<ProductView>[] {
  const t = texts.products
  return [
    { key: 'name', title: t.name, render: (product) => <ProductName product={product} from={ask.from} /> },
    { key: 'category', title: t.category, choice: 'shown', render: ({ category }) => category },
    { key: 'brand', title: t.brand, choice: 'shown', render: ({ brand }) => brand },
    { key: 'price', title: t.price, align: 'right', render: (product) => <Prices product={product} /> },
    { key: 'stock', title: t.stock, align: 'right', render: ({ stock }) => <Stock stock={stock} /> },
    { key: 'sales', title: t.sales, align: 'right', choice: 'shown', render: (row) => <Num of={row.sales_count} /> },
    { key: 'views', title: t.views, align: 'right', choice: 'hidden', render: (row) => <Num of={row.view_count} /> },
    { key: 'comments', title: t.comments, align: 'right', choice: 'hidden', render: (row) => <Num of={row.comments} /> },
    { key: 'code', title: t.code, choice: 'hidden', render: (row) => <span className="code">{row.product_code ?? '—'}</span> },
    { key: 'updated', title: t.updated, choice: 'shown', render: (row) => <span className="num">{timeShown(row.updated_at)}</span> },
    { key: 'created', title: t.created, choice: 'hidden', render: (row) => <span className="num">{timeShown(row.created_at)}</span> },
    { key: 'id', title: t.id, align: 'right', choice: 'hidden', render: (row) => <Num of={row.id} /> },
    { key: 'shelf', title: t.shelf, render: (product) => <ShelfSwitch product={product} onShelf={ask.onShelf} /> },
  ]
}

function ProductName({ product, from }: { product: ProductView; from: string }) {
  const t = useTexts().products
  const more = [product.product_model, product.skus.length > 1 ? t.skuCount(product.skus.length) : '']
  return (
    <span className="product-brief">
      <Thumb url={product.main_images[0] ?? ''} size={40} />
      <span className="product-words">
        <Link to={productPath(product.id)} state={{ from }} title={product.name}>{product.name}</Link>
        <span className="hint">{more.filter((part) => part !== '').join(' · ')}</span>
      </span>
    </span>
  )
}

function Prices({ product }: { product: ProductView }) {
  const [low, high] = priceRange(product)
  return <span className="num">{low === high ? moneyShown(low) : `${moneyShown(low)} – ${moneyShown(high)}`}</span>
}

function Stock({ stock }: { stock: number }) {
  const t = useTexts().products
  if (stock <= 0) return <span className="tag tag-red">{t.soldOut}</span>
  return <span className={stock <= 5 ? 'num words-low' : 'num'}>{stock.toLocaleString('zh-CN')}</span>
}

function Num({ of }: { of: number }) {
  return <span className="num">{of.toLocaleString('zh-CN')}</span>
}

type SwitchProps = { product: ProductView; onShelf: (product: ProductView, on: boolean) => void }

function ShelfSwitch({ product, onShelf }: SwitchProps) {
  const t = useTexts().products
  return (
    <Switch checked={product.is_active} aria-label={t.toShelf(product.name)} onChange={(on) => onShelf(product, on)} />
  )
}

/** The way to the product's page in the shop; one that is switched off shows itself to administrators. */
export function ShopLink({ product }: { product: Pick<ProductView, 'name' | 'default_sku_id'> }) {
  const t = useTexts().products
  return (
    <a href={`/goods/${product.default_sku_id}`} target="_blank" rel="noreferrer" className="shop-link" aria-label={t.inShopOf(product.name)}>
      <ExportOutlined aria-hidden /> {t.inShop}
    </a>
  )
}

/** A product in the list on a phone. */
export function ProductCard({ product, ask }: { product: ProductView; ask: Ask }) {
  const t = useTexts().products
  return (
    <>
      <div className="card-head">
        <ProductName product={product} from={ask.from} />
        <ShelfSwitch product={product} onShelf={ask.onShelf} />
      </div>
      <div className="card-foot">
        <strong><Prices product={product} /></strong>
        <span>{t.stock} <Stock stock={product.stock} /></span>
        <span className="num">{t.sales} {product.sales_count}</span>
      </div>
    </>
  )
}
