import { homeTexts } from '@hearth/client/texts/shop-home'
import { shopTexts } from '@hearth/client/texts/shop'
import { Link } from 'react-router'
import type { Route } from './+types/home'
import { Notices, SideAds } from '../pages/home-ads.tsx'
import { Categories } from '../pages/home-categories.tsx'
import { Floor } from '../pages/home-floor.tsx'
import { Hero } from '../pages/home-hero.tsx'
import { HomeMenu } from '../pages/home-menu.tsx'
import { Brands, Recommended } from '../pages/home-more.tsx'
import { Promises, ScanBand } from '../pages/home-service.tsx'
import { Empty } from '../parts/empty.tsx'
import { ShopJsonLd } from '../parts/json-ld.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { RecentlySeen } from '../parts/recently-seen.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { homePage } from '../server/home-page.ts'
import { shopContext } from '../shop-context.ts'

const MAX_FLOORS = 6

export function loader({ context }: Route.LoaderArgs) {
  return homePage(context.get(shopContext))
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const texts = useTexts(homeTexts)
  const { allCategories } = useTexts(shopTexts)
  const { floors, slides, menu, ads, notices, brands, looked, recommended, isOwnRecommendation } = loaderData
  const shown = floors.filter((floor) => floor.products.length > 0).slice(0, MAX_FLOORS)
  const hasTop = menu.length > 0 || slides.length > 0 || ads.length > 0
  return (
    <>
      <PageHead title={texts.title} path="/" />
      <ShopJsonLd />
      <h1 className="sr-only">{texts.heading}</h1>
      {hasTop ? (
        <div className="home-top" data-menu={menu.length > 0 || undefined} data-ads={ads.length > 0 || undefined}>
          {menu.length > 0 ? <HomeMenu menu={menu} /> : null}
          {slides.length > 0 ? <Hero slides={slides} /> : null}
          <SideAds ads={ads} />
        </div>
      ) : null}
      <Notices ads={notices} />
      {shown.length === 0 ? (
        <Empty title={texts.emptyTitle} text={texts.emptyText}>
          <Link to="/warranty" className="btn btn-line">{texts.scanGo}</Link>
        </Empty>
      ) : <Categories floors={floors.filter((floor) => floor.products.length > 0 || floor.hasLogo)} />}
      <Promises />
      {shown.map((floor, at) => <Floor key={floor.id} floor={floor} at={at} />)}
      {shown.length > 0 ? <p className="page pt-10 text-center"><Link to="/categories" className="btn btn-line btn-big">{allCategories}</Link></p> : null}
      <div className="page"><RecentlySeen products={looked} /></div>
      <Recommended products={recommended} isOwn={isOwnRecommendation} />
      <Brands brands={brands} />
      <ScanBand />
    </>
  )
}
