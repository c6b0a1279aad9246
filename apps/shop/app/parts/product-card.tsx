import type { ReactNode } from 'react'
import { shopTexts } from '@hearth/client/texts/shop'
import type { CardView } from '@hearth/client/view/product-card'
import { yearsAndMonths } from '@hearth/client/view/warranty'
import { Link } from 'react-router'
import { Picture } from './picture.tsx'
import { Price } from './price.tsx'
import { useTexts } from './use-shop.ts'

const cardSizes = '(min-width: 1200px) 296px, (min-width: 768px) 31vw, 46vw'

/** What a card shows of a product; the whole card is one link. */
export function ProductCard({ product, first = false, heading = 'h3', title = product.name }: {
  product: CardView; first?: boolean; heading?: 'h2' | 'h3'; title?: ReactNode
}) {
  const Heading = heading
  return (
    <article className="group relative flex h-full flex-col">
      <div className="overflow-hidden rounded-card bg-wash">
        <Picture
          src={product.image} alt="" sizes={cardSizes} first={first}
          className="moves aspect-square w-full group-hover:scale-[1.03]"
        />
      </div>
      <Heading className="mt-3 line-clamp-2 text-sm leading-snug font-semibold md:text-base">
        <Link to={`/goods/${product.skuId}`} prefetch="intent" className="after:absolute after:inset-0 after:rounded-card group-hover:text-ember">
          {title}
        </Link>
      </Heading>
      <p className="mt-1 truncate text-xs text-muted md:text-sm">{product.keySpec}</p>
      <p className="mt-2"><Price money={product.price} was={product.was} /></p>
      <Tags product={product} />
    </article>
  )
}

export function Tags({ product }: { product: CardView }) {
  const texts = useTexts(shopTexts)
  const { years, months } = yearsAndMonths(product.warrantyMonths)
  return (
    <ul className="mt-2 flex flex-wrap gap-1">
      {product.stock < 1 ? <li className="tag tag-wash">{texts.soldOut}</li> : null}
      {product.warrantyMonths > 0 ? <li className="tag tag-teal">{texts.warrantyTag(years, months)}</li> : null}
      {product.hasInstallation ? <li className="tag tag-teal">{texts.installTag}</li> : null}
      {product.stock > 0 && product.stock <= 3 ? <li className="tag tag-amber">{texts.fewLeft(product.stock)}</li> : null}
      {product.sales > 0 ? <li className="tag num px-0 text-muted max-sm:hidden">{texts.sold(product.sales)}</li> : null}
    </ul>
  )
}

/** 2 columns on a phone, 3 on a tablet, 4 on a desk. */
export function ProductGrid({ products, firstRow = false, heading = 'h2', titleOf }: {
  products: CardView[]; firstRow?: boolean; heading?: 'h2' | 'h3'; titleOf?: (product: CardView) => ReactNode
}) {
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-8 md:grid-cols-3 md:gap-x-6 md:gap-y-10 xl:grid-cols-4">
      {products.map((product, at) => (
        <li key={product.id}>
          <ProductCard product={product} first={firstRow && at < 2} heading={heading} title={titleOf?.(product)} />
        </li>
      ))}
    </ul>
  )
}
