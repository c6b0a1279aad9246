import { homeTexts } from '@hearth/client/texts/shop-home'
import { shopTexts } from '@hearth/client/texts/shop'
import { Link } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { FloorView } from './home-floor.tsx'

/** The departments, each behind the house's arch. */
export function Categories({ floors }: { floors: FloorView[] }) {
  const texts = useTexts(homeTexts)
  const { allCategories } = useTexts(shopTexts)
  return (
    <section aria-labelledby="by-category" className="page pt-10 md:pt-16">
      <div className="flex items-center justify-between gap-4">
        <h2 id="by-category" className="text-lg md:text-xl">{texts.shopBy}</h2>
        <Link to="/categories" className="tap gap-1 text-sm hover:text-ember">{allCategories}<Icon name="right" size={16} /></Link>
      </div>
      <ul className="mt-4 grid grid-cols-4 gap-x-3 gap-y-5 sm:grid-cols-5 md:mt-8 lg:flex lg:justify-between lg:gap-5">
        {floors.map((floor) => (
          <li key={floor.id} className="lg:max-w-36 lg:flex-1">
            <Link to={`/c/${floor.id}`} className="group block text-center">
              <span className={`block overflow-hidden ${floor.hasLogo ? 'rounded-full' : 'arch'}`}>
                <Picture src={floor.picture} alt="" sizes="(min-width: 1024px) 144px, 22vw" className={`moves w-full group-hover:scale-105 ${floor.hasLogo ? 'aspect-square' : 'aspect-[5/6]'}`} />
              </span>
              <span className="mt-2 block text-sm leading-snug font-semibold group-hover:text-ember md:mt-3 md:text-base">{floor.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
