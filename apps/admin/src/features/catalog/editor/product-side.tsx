import Button from 'antd/es/button'
import { Link } from 'react-router'
import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { Facts, Part } from '../../../shared/facts.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { stockLogPath } from '../../../shared/paths.ts'
import { timeShown } from '../../../shared/shown.ts'
import { ShelfItems } from './product-fields.tsx'

type SideProps = { product: ConsoleProduct; isDirty: boolean; onChanges: () => void; onRemove: () => void }

/** Beside the fields: whether it is sold, how it does, and what else can be done with it. */
export function ProductSide({ product, isDirty, onChanges, onRemove }: SideProps) {
  const texts = useTexts()
  const { editor: t, products } = texts
  return (
    <div className="editor-side">
      <div className="panel"><Part title={t.parts.shelf}
        extra={<span className={product.is_active ? 'tag tag-teal' : 'tag tag-grey'}>{product.is_active ? products.on : products.off}</span>}>
        <ShelfItems />
        <Button block href={`/goods/${product.default_sku_id}`} target="_blank" rel="noreferrer">
          {product.is_active ? t.seeInShop : t.preview}
        </Button>
        {isDirty && <p className="hint">{t.previewDirty}</p>}
      </Part></div>
      <div className="panel"><Part title={t.parts.facts}>
        <Facts facts={[
          { label: products.stock, value: <span className="num">{product.stock}</span> },
          { label: products.sales, value: <span className="num">{product.sales_count}</span> },
          { label: products.views, value: <span className="num">{product.view_count}</span> },
          { label: products.comments, value: <span className="num">{product.comments}</span> },
          { label: products.updated, value: <span className="num">{timeShown(product.updated_at)}</span>, wide: true },
          { label: products.created, value: <span className="num">{timeShown(product.created_at)}</span>, wide: true },
          { label: products.id, value: <span className="num">{product.id}</span> },
        ]} />
        <div className="side-acts">
          <Button onClick={onChanges}>{products.history.changes}</Button>
          <Link to={stockLogPath({ product_id: product.id })} className="side-link">{texts.stock.log}</Link>
          <Button danger onClick={onRemove}>{products.remove}</Button>
        </div>
      </Part></div>
    </div>
  )
}
