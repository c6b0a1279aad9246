import { homeTexts } from '@hearth/client/texts/shop-home'
import { AnyLink } from '../parts/any-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** One entry of an advertising slot; `to` is empty when it leads nowhere. */
export type Ad = { id: number; title: string; text: string; to: string; image: string }

/** Pictures beside the banners; below them where there is no room. */
export function SideAds({ ads }: { ads: Ad[] }) {
  const texts = useTexts(homeTexts)
  if (ads.length === 0) return null
  return (
    <section aria-label={texts.ads} className="home-ads">
      {ads.map((ad) => (
        <article key={ad.id} className="group relative min-h-0 overflow-hidden rounded-card bg-wash">
          <div className="hero-paper whole-box absolute inset-0"><Picture src={ad.image} alt="" sizes="232px" className="moves h-full w-full object-cover group-hover:scale-[1.03]" /></div>
          <h2 className="ad-title">
            {ad.to ? <AnyLink to={ad.to} className="after:absolute after:inset-0 after:rounded-card">{ad.title}</AnyLink> : ad.title}
          </h2>
        </article>
      ))}
    </section>
  )
}

/** What the merchant has to say just now, one line each. */
export function Notices({ ads }: { ads: Ad[] }) {
  const texts = useTexts(homeTexts)
  if (ads.length === 0) return null
  return (
    <section aria-label={texts.notices} className="page pt-4">
      <ul className="flex flex-wrap gap-x-10 rounded-card bg-ember-wash px-4 py-1 text-sm md:px-6">
        {ads.map((ad) => (
          <li key={ad.id} className="group flex min-h-11 items-center gap-x-3 max-md:flex-wrap max-md:py-2">
            {ad.to ? (
              <AnyLink to={ad.to} className="tap gap-1 font-semibold text-ember-deep hover:underline">{ad.title}<Icon name="right" size={16} /></AnyLink>
            ) : <strong className="font-semibold text-ember-deep">{ad.title}</strong>}
            {ad.text ? <span className="text-[#4a525c]">{ad.text}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
