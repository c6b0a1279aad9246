import { homeTexts } from '@hearth/client/texts/shop-home'
import type { CardView } from '@hearth/client/view/product-card'
import { Link } from 'react-router'
import { Picture } from '../parts/picture.tsx'
import { ProductGrid } from '../parts/product-card.tsx'
import { useTexts } from '../parts/use-shop.ts'

export type BrandLogo = { id: number; name: string; logo: string }

/** `isOwn`: because of what this person looked at; else because many order it. */
export function Recommended({ products, isOwn }: { products: CardView[]; isOwn: boolean }) {
  const texts = useTexts(homeTexts)
  if (products.length === 0) return null
  return (
    <section aria-labelledby="recommended" className="page pt-14 md:pt-24">
      <h2 id="recommended" className="text-lg md:text-xl">{isOwn ? texts.forYou : texts.trending}</h2>
      <p className="mt-1 mb-6 text-sm text-muted">{isOwn ? texts.forYouText : texts.trendingText}</p>
      <ProductGrid products={products} heading="h3" />
    </section>
  )
}

export function Brands({ brands }: { brands: BrandLogo[] }) {
  const texts = useTexts(homeTexts)
  if (brands.length === 0) return null
  return (
    <section aria-labelledby="brands" className="page pt-14 md:pt-24">
      <h2 id="brands" className="text-lg md:text-xl">{texts.brands}</h2>
      <ul className="mt-4 grid grid-cols-4 gap-3 md:mt-6 md:grid-cols-6 md:gap-5 xl:grid-cols-8">
        {brands.map((brand) => (
          <li key={brand.id}>
            <Link to={`/b/${brand.id}`} className="group block text-center">
              <span className="moves block overflow-hidden rounded-card border border-line p-[14%] group-hover:border-[#8b939c]">
                {brand.logo ? <Picture src={brand.logo} alt="" sizes="(min-width: 768px) 144px, 22vw" className="aspect-square w-full bg-transparent!" />
                  : <span aria-hidden="true" className="grid aspect-square place-items-center text-xl font-semibold text-muted">{brand.name.slice(0, 1)}</span>}
              </span>
              <span className="mt-2 block truncate text-sm group-hover:text-ember">{brand.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
