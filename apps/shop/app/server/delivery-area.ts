import { listAddresses, listAreas, readArea } from '@hearth/client/api/addresses'
import type { AreaView } from '@hearth/client/api/addresses'
import type { Http } from '@hearth/client/http'
import { wholeNumber } from '@hearth/client/view/pages'
import type { ShopRequest } from '../shop-context.ts'
import { textOf } from './refusals.ts'

const COOKIE = /(?:^|;\s*)hearth_area=(\d{6})(?:;|$)/
const YEAR_S = 31_536_000

/** Where somebody wants things sent; `province` and `cities` only while he chooses. */
export type DeliveryArea = {
  name: string | null
  isAddress: boolean
  choosing: { provinces: AreaView[]; province: number | null; cities: AreaView[] } | null
}

/**
 * The default address of who is signed in, else the city of his choice, which a cookie keeps. `?area=` opens the
 * choice; with a province in it, its cities are there to choose from.
 */
export async function deliveryArea(shop: ShopRequest, request: Request, url: URL): Promise<DeliveryArea> {
  const asked = url.searchParams.get('area')
  const chosen = wholeNumber(COOKIE.exec(request.headers.get('cookie') ?? '')?.[1], 0)
  const [address] = shop.mayBeSignedIn ? await listAddresses(shop.http).catch(() => []) : []
  if (address) {
    const { province, city, district } = address
    return { name: joined([province, city, district]), isAddress: true, choosing: null }
  }
  const [name, choosing] = await Promise.all([
    chosen > 0 ? cityName(shop.http, chosen) : null,
    asked === null ? null : choiceOf(shop.http, wholeNumber(asked, 0)),
  ])
  return { name, isAddress: false, choosing }
}

/** The cookie for a chosen city; null when there is no such city. */
export async function areaCookie(shop: ShopRequest, form: FormData): Promise<string | null> {
  const city = wholeNumber(textOf(form, 'city'), 0)
  if (city < 1 || await cityName(shop.http, city) === null) return null
  const secure = shop.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `hearth_area=${city}; Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure}`
}

async function choiceOf(http: Http, province: number) {
  const [provinces, cities] = await Promise.all([
    listAreas(http, null).catch(() => []), province > 0 ? listAreas(http, province).catch(() => []) : [],
  ])
  return { provinces, province: provinces.some(({ id }) => id === province) ? province : null, cities }
}

/** A city's code begins with its province's. */
async function cityName(http: Http, city: number): Promise<string | null> {
  const province = await readArea(http, Math.floor(city / 10_000) * 10_000).catch(() => null)
  const found = province?.subs.find(({ id }) => id === city)
  return province && found ? joined([province.name, found.name]) : null
}

/** 北京市 is a province and its city: it is said once. */
function joined(names: string[]): string {
  return names.filter((name, at) => name !== names[at - 1]).join('')
}
