import { listBanners, listByCategory, listCategories } from '@hearth/client/api/catalog'
import { homeTexts } from '@hearth/client/texts/shop-home'
import { shopTexts } from '@hearth/client/texts/shop'
import { ownPath } from '@hearth/client/view/own-path'
import { cardOf } from '@hearth/client/view/product-card'
import type { CardView } from '@hearth/client/view/product-card'
import { Link } from 'react-router'
import type { Route } from './+types/home'
import { Categories } from '../pages/home-categories.tsx'
import { Floor } from '../pages/home-floor.tsx'
import type { FloorView } from '../pages/home-floor.tsx'
import { Hero } from '../pages/home-hero.tsx'
import type { Slide } from '../pages/home-hero.tsx'
import { Promises, ScanBand } from '../pages/home-service.tsx'
import { Empty } from '../parts/empty.tsx'
import { ShopJsonLd } from '../parts/json-ld.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { leaving } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const MAX_FLOORS = 6
const MAX_SLIDES = 4

export async function loader({ context, url }: Route.LoaderArgs) {
  const { http } = context.get(shopContext)
  const [banners, majors] = await Promise.all([
    listBanners(http).catch(() => []),
    listCategories(http, 'major').catch((error: unknown) => { throw leaving(error, url) }),
  ])
  const lists = await Promise.all(majors.slice(0, 12).map((major) =>
    listByCategory(http, { category_id: major.id, sort_by: 'sales', page_size: 5 }).then((page) => page.results.map(cardOf), () => [])))
  const floors: FloorView[] = majors.map((major, at) => ({
    id: major.id,
    name: major.name,
    picture: major.logo || (lists[at]?.[0]?.image ?? ''),
    hasLogo: major.logo !== '',
    minors: major.children.map(({ id, name }) => ({ id, name })),
    products: lists[at] ?? [],
  }))
  const slides: Slide[] = banners.slice(0, MAX_SLIDES).map((banner) => ({
    kind: 'banner', id: banner.id, title: banner.title, image: banner.image_url, to: bannerPath(banner.link_url),
  }))
  return { floors, slides: slides.length > 0 ? slides : slidesOf(floors) }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const texts = useTexts(homeTexts)
  const { allCategories } = useTexts(shopTexts)
  const { floors, slides } = loaderData
  const shown = floors.filter((floor) => floor.products.length > 0).slice(0, MAX_FLOORS)
  return (
    <>
      <PageHead title={texts.title} path="/" />
      <ShopJsonLd />
      <h1 className="sr-only">{texts.heading}</h1>
      {slides.length > 0 ? <Hero slides={slides} /> : null}
      {shown.length === 0 ? (
        <Empty title={texts.emptyTitle} text={texts.emptyText}>
          <Link to="/warranty" className="btn btn-line">{texts.scanGo}</Link>
        </Empty>
      ) : <Categories floors={floors} />}
      <Promises />
      {shown.map((floor, at) => <Floor key={floor.id} floor={floor} at={at} />)}
      {shown.length > 0 ? <p className="page pt-10 text-center"><Link to="/categories" className="btn btn-line btn-big">{allCategories}</Link></p> : null}
      <ScanBand />
    </>
  )
}

/** Without banners the best sellers of the first departments are the show. */
function slidesOf(floors: FloorView[]): Slide[] {
  return floors.flatMap((floor) => floor.products.slice(0, 1)).slice(0, MAX_SLIDES - 1).map(productSlide)
}

function productSlide(product: CardView): Slide {
  return {
    kind: 'product',
    id: product.id,
    eyebrow: product.brand,
    title: product.points[0] ?? product.keySpec,
    text: product.name,
    price: product.price,
    image: product.image,
    to: `/goods/${product.skuId}`,
  }
}

/** Banners lead to our own pages; an absolute address of ours is cut to its path, a foreign one is kept as it is. */
function bannerPath(link: string): string {
  return /^https?:\/\//.test(link) ? link : ownPath(link)
}
