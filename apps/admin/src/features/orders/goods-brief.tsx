import type { OrderView } from '@hearth/contracts/orders'
import { useTexts } from '../../shared/language.tsx'

/** The goods of an order in one line: picture and name of the first, how many in all. */
export function GoodsBrief({ order }: { order: OrderView }) {
  const t = useTexts().orders
  const first = order.items[0]
  if (!first) return <>—</>
  const specs = Object.values(first.sku_specs).join(' ')
  return (
    <span className="goods-brief">
      <Picture url={first.snapshot_image} size={32} />
      <span className="goods-words">
        <span className="goods-name" title={first.product_name}>{first.product_name}</span>
        <span className="goods-more">
          {[specs, t.pieces(order.quantity), order.items.length > 1 ? t.andMore(order.items.length) : '']
            .filter((part) => part !== '').join(' · ')}
        </span>
      </span>
    </span>
  )
}

export function Picture({ url, size }: { url: string; size: number }) {
  if (url === '') return <span className="picture" style={{ width: size, height: size }} />
  return <img className="picture" src={url} alt="" width={size} height={size} loading="lazy" />
}
