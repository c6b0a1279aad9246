import { homeTexts } from '@hearth/client/texts/shop-home'
import type { CardView } from '@hearth/client/view/product-card'
import { Link } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { ProductCard, Tags } from '../parts/product-card.tsx'
import { useTexts } from '../parts/use-shop.ts'

const PHONE_FLOORS = 4

export type FloorView = {
  id: number
  name: string
  /** The department's own mark, else the picture of its best seller. */
  picture: string
  hasLogo: boolean
  minors: { id: number; name: string }[]
  products: CardView[]
}

/**
 * One department: its best seller large, four more beside it; every second floor turns the other way. A phone shows
 * four cards of one size, and only the first departments.
 */
export function Floor({ floor, at }: { floor: FloorView; at: number }) {
  const texts = useTexts(homeTexts)
  const [lead, ...others] = floor.products
  if (!lead) return null
  return (
    <section aria-labelledby={`floor-${floor.id}`} className={`page pt-14 md:pt-24 ${at < PHONE_FLOORS ? '' : 'max-md:hidden'}`}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <h2 id={`floor-${floor.id}`} className="text-lg md:text-xl">{floor.name}</h2>
        <ul className="strip max-w-full gap-5 text-sm text-muted max-md:order-3 max-md:basis-full md:mr-auto md:ml-4">
          {floor.minors.slice(0, 6).map((minor) => (
            <li key={minor.id}><Link to={`/c/${minor.id}`} className="tap justify-center whitespace-nowrap hover:text-ember">{minor.name}</Link></li>
          ))}
        </ul>
        <Link to={`/c/${floor.id}`} className="tap gap-1 text-sm hover:text-ember">{texts.seeAll(floor.name)}<Icon name="right" size={16} /></Link>
      </div>
      <div className="mt-3 grid gap-x-6 gap-y-8 md:mt-6 lg:grid-cols-2">
        <div className={`max-md:hidden ${at % 2 === 1 ? 'lg:order-2' : ''}`}><Lead product={lead} /></div>
        <ul className="grid grid-cols-2 gap-x-3 gap-y-8 md:gap-x-6">
          <li className="md:hidden"><ProductCard product={lead} /></li>
          {others.slice(0, 4).map((product, place) => <li key={product.id} className={place < 3 ? '' : 'max-md:hidden'}><ProductCard product={product} /></li>)}
        </ul>
      </div>
    </section>
  )
}

function Lead({ product }: { product: CardView }) {
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-card bg-wash">
      <div className="hero-paper whole-box h-96 min-h-0 flex-1 lg:h-0"><Picture src={product.image} alt="" sizes="(min-width: 768px) 560px, 96vw" className="whole" /></div>
      <div className="p-5 md:p-7">
        <p className="text-sm text-muted">{product.brand}</p>
        <h3 className="mt-1 text-lg md:text-[24px]">
          <Link to={`/goods/${product.skuId}`} prefetch="intent" className="after:absolute after:inset-0 group-hover:text-ember">{product.name}</Link>
        </h3>
        <p className="mt-2 line-clamp-2 text-muted">{product.points.join(' · ') || product.keySpec}</p>
        <p className="mt-4"><Price money={product.price} was={product.was} size="lg" /></p>
        <Tags product={product} />
      </div>
    </article>
  )
}
