import {
  listBanners, listBrands, listByCategory, listCategories, listChannels, listContents, listRecommended, listRelated,
} from '@hearth/client/api/catalog'
import type { CategoryView, ChannelMenu, ContentView } from '@hearth/client/api/catalog'
import { listLooks } from '@hearth/client/api/finding'
import type { Http } from '@hearth/client/http'
import { ownPath } from '@hearth/client/view/own-path'
import { cardOf, cardOfSku } from '@hearth/client/view/product-card'
import type { Ad } from '../pages/home-ads.tsx'
import type { FloorView } from '../pages/home-floor.tsx'
import type { Slide } from '../pages/home-hero.tsx'
import type { MenuGroup } from '../pages/home-menu.tsx'
import type { ShopRequest } from '../shop-context.ts'

const FLOORS = 8
const SLIDES = 4
const ADS = 3
const BRANDS = 16
const RECOMMENDED = 8
const LOOKS = 12

/** Everything the home page shows. Each of its calls may fail; the page stands without that part. */
export async function homePage({ http, mayBeSignedIn }: ShopRequest) {
  const [banners, majors, menu, notices, side, brands, forPerson] = await Promise.all([
    listBanners(http).catch(() => []),
    listCategories(http, 'major').catch(() => []),
    listChannels(http).catch(() => []),
    listContents(http, 'index_notice').catch(() => []),
    listContents(http, 'index_side').catch(() => []),
    listBrands(http, BRANDS).catch(() => []),
    personPart(http, mayBeSignedIn),
  ])
  const floors = await Promise.all(majors.map((major, at) => floorOf(http, major, at < FLOORS)))
  const slides: Slide[] = banners.slice(0, SLIDES).map((banner) => ({
    kind: 'banner', id: banner.id, title: banner.title, image: banner.image_url, to: placeOf(banner.link_url),
  }))
  return {
    floors,
    slides: slides.length > 0 ? slides : slidesOf(floors),
    menu: menuOf(menu),
    notices: notices.slice(0, ADS).map(adOf),
    ads: side.filter((entry) => entry.image_url !== '').slice(0, ADS).map(adOf),
    brands: brands.map(({ id, name, logo }) => ({ id, name, logo })),
    ...forPerson,
  }
}

/** What goes with what this person looked at last, filled up with what is ordered now; the latter alone for others. */
async function personPart(http: Http, mayBeSignedIn: boolean) {
  const looked = mayBeSignedIn ? await listLooks(http).catch(() => []) : []
  const [last] = looked
  const [own, trending] = await Promise.all([
    last ? listRelated(http, last.product_id, RECOMMENDED).catch(() => []) : [],
    listRecommended(http, 'trending', RECOMMENDED).catch(() => []),
  ])
  const known = new Set([last?.product_id, ...own.map(({ id }) => id)])
  const recommended = own.length > 0 ? [...own, ...trending.filter(({ id }) => !known.has(id))] : trending
  return {
    looked: looked.slice(0, LOOKS).map(cardOfSku), recommended: recommended.slice(0, RECOMMENDED).map(cardOf),
    isOwnRecommendation: own.length > 0,
  }
}

async function floorOf(http: Http, major: CategoryView, isShown: boolean): Promise<FloorView> {
  const query = { category_id: major.id, sort_by: 'sales', page_size: 5 }
  const products = isShown ? await listByCategory(http, query).then((page) => page.results.map(cardOf), () => []) : []
  return {
    id: major.id, name: major.name, picture: major.logo || (products[0]?.image ?? ''), hasLogo: major.logo !== '',
    minors: major.children.map(({ id, name }) => ({ id, name })), products,
  }
}

/** Without banners the best sellers of the first departments are the show. */
function slidesOf(floors: FloorView[]): Slide[] {
  return floors.flatMap((floor) => floor.products.slice(0, 1)).slice(0, SLIDES - 1).map((product) => ({
    kind: 'product', id: product.id, eyebrow: product.brand, title: product.points[0] ?? product.keySpec, text: product.name,
    price: product.price, image: product.image, to: `/goods/${product.skuId}`,
  }))
}

function menuOf(menu: ChannelMenu): MenuGroup[] {
  return menu.map(({ group_id: id, channels }) => ({
    id,
    channels: channels.map(({ id: channelId, name, url, category }) => ({
      id: channelId, name, to: url === '' ? `/c/${category.id}` : placeOf(url),
      minors: category.children.map((minor) => ({
        id: minor.id, name: minor.name, items: minor.children.map((item) => ({ id: item.id, name: item.name })),
      })),
    })),
  }))
}

function adOf({ id, title, text, url, image_url: image }: ContentView): Ad {
  return { id, title, text: text ?? '', to: url === '' ? '' : placeOf(url), image }
}

/** The merchant's links lead to our own pages, by their path, or to another site, as they are. */
function placeOf(link: string): string {
  return /^https?:\/\//.test(link) ? link : ownPath(link)
}
