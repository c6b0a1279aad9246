import type { CardView } from '@hearth/client/view/product-card'
import { Link } from 'react-router'
import { Picture } from './picture.tsx'
import { Price } from './price.tsx'

/** A product in a strip: picture, name and price. */
export function SmallCard({ product }: { product: CardView }) {
  return (
    <article className="group relative">
      <div className="overflow-hidden rounded-card bg-wash"><Picture src={product.image} alt="" sizes="160px" className="moves aspect-square w-full group-hover:scale-[1.03]" /></div>
      <h3 className="mt-2 line-clamp-2 text-sm leading-snug font-normal">
        <Link to={`/goods/${product.skuId}`} className="after:absolute after:inset-0 after:rounded-card group-hover:text-ember">{product.name}</Link>
      </h3>
      <p className="mt-1"><Price money={product.price} size="sm" /></p>
    </article>
  )
}
