import type { Http } from '@hearth/client/http'
import { expect, test } from 'vitest'
import type { ShopRequest } from '../shop-context.ts'
import { areaCookie, deliveryArea } from './delivery-area.ts'

const areas: Record<string, unknown> = {
  '/api/areas/': [{ id: 110000, name: '北京市' }, { id: 510000, name: '四川省' }],
  '/api/areas/110000/': { id: 110000, name: '北京市', subs: [{ id: 110100, name: '北京市' }] },
  '/api/areas/510000/': { id: 510000, name: '四川省', subs: [{ id: 510100, name: '成都市' }] },
}
const address = { province: '四川省', city: '成都市', district: '武侯区' }

function shopOf({ addresses = [] as object[], publicUrl = 'https://shop.cn' } = {}): ShopRequest {
  const http: Http = async ({ path }) => {
    const body = path === '/api/addresses/' ? addresses : areas[path]
    return body === undefined ? { status: 404, body: {} } : { status: 200, body }
  }
  return { http, publicUrl, mayBeSignedIn: addresses.length > 0 } as unknown as ShopRequest
}

const areaAt = (shop: ShopRequest, query = '', cookie = '') =>
  deliveryArea(shop, new Request('http://x/', { headers: { cookie } }), new URL(`http://x/goods/1${query}`))
const formOf = (city: string) => {
  const form = new FormData()
  form.set('city', city)
  return form
}

test('an own address goes before the city of one\'s choice', async () => {
  const shop = shopOf({ addresses: [address] })
  expect(await areaAt(shop, '?area=choose', 'hearth_area=110100')).toEqual({ name: '四川省成都市武侯区', isAddress: true, choosing: null })
})

test.each([
  ['hearth_area=510100', '四川省成都市'], ['a=1; hearth_area=110100; b=2', '北京市'], ['hearth_area=510199', null],
  ['hearth_area=990100', null], ['hearth_area=51010', null], ['hearth_area=<script>', null], ['', null],
])('with the cookie %j it goes to %j', async (cookie, name) => {
  expect(await areaAt(shopOf(), '', cookie)).toEqual({ name, isAddress: false, choosing: null })
})

test('the choice opens with provinces, and with the cities of one that there is', async () => {
  const opened = async (query: string) => (await areaAt(shopOf(), query)).choosing
  expect(await opened('?area=choose')).toMatchObject({ provinces: areas['/api/areas/'], province: null, cities: [] })
  expect(await opened('?area=510000')).toMatchObject({ province: 510000, cities: [{ id: 510100, name: '成都市' }] })
  expect(await opened('?area=999999')).toMatchObject({ province: null, cities: [] })
})

test('only a city that there is becomes a cookie, over HTTPS a secure one', async () => {
  expect(await areaCookie(shopOf(), formOf('510100'))).toBe('hearth_area=510100; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure')
  expect(await areaCookie(shopOf({ publicUrl: 'http://localhost' }), formOf('510100'))).not.toContain('Secure')
  for (const city of ['', '1', '510000', '510199', '510100; Domain=evil.cn']) expect(await areaCookie(shopOf(), formOf(city))).toBeNull()
})
