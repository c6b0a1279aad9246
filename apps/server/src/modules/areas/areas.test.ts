import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { resolveDistrict } from './index.ts'
import type { AreaWord } from './index.ts'

let w: World
beforeAll(async () => { w = await openWorld() })
afterAll(() => w[Symbol.asyncDispose]())

const chaoyang = {
  provinceCode: 110000, province: '北京市', cityCode: 110100, city: '北京市', districtCode: 110105, district: '朝阳区',
}
type Words = [province: AreaWord, city: AreaWord, district: AreaWord]
const resolve = ([province, city, district]: Words) => resolveDistrict(w.db, { province, city, district })

describe('the district that is meant', () => {
  test.each<[string, ...Words]>([
    ['ids', 110000, 110100, 110105],
    ['names', '北京市', '北京市', '朝阳区'],
    ['names and ids mixed', '北京市', 110100, '朝阳区'],
    ['an id as text', '110000', '110100', '110105'],
    ['the district by id alone', undefined, undefined, 110105],
    ['names without their suffix', '北京', ' 北京 ', '朝阳'],
  ])('by %s', async (_, ...words) => expect(await resolve(words)).toEqual(chaoyang))

  test.each<[string, string, ...Words]>([
    ['an unknown province', 'province', '火星省', '北京市', '朝阳区'],
    ['a city of another province', 'city', '山东省', 110100, 110105],
    ['a district of another city', 'district', '山东省', '青岛市', 110105],
    ['an unknown district', 'district', '北京市', '北京市', '不存在区'],
    ['a city where a district is asked for', 'district', 110000, 110100, 110100],
    ['a district name that several cities have', 'district', undefined, undefined, '朝阳区'],
    ['no district', 'district', 110000, 110100, undefined],
  ])('is never guessed: %s', async (_, level, ...words) => {
    await expect(resolve(words)).rejects.toMatchObject({
      key: 'areas.unknown_area', facts: { level, fields: { [level]: [{ zh: expect.any(String), en: expect.any(String) }] } },
    })
  })
})

test('the provinces are a bare list of ids and names, for a day', async () => {
  const answer = await w.app.inject('/api/areas/')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('public, max-age=86400')
  const provinces = answer.json<{ id: number; name: string }[]>()
  expect(provinces).toHaveLength(34)
  expect(provinces[0]).toEqual({ id: 110000, name: '北京市' })
})

test('a province answers its cities, a city its districts', async () => {
  const province = (await w.app.inject('/api/areas/370000/')).json()
  expect(province).toMatchObject({ id: 370000, name: '山东省' })
  expect(province.subs).toHaveLength(16)
  expect(province.subs).toContainEqual({ id: 370200, name: '青岛市' })
  const city = (await w.app.inject('/api/areas/370200')).json()
  expect(city.subs).toContainEqual({ id: 370212, name: '崂山区' })
  expect((await w.app.inject('/api/areas/370212/')).json()).toEqual({ id: 370212, name: '崂山区', subs: [] })
})

test.each(['/api/areas/999999/', '/api/areas/abc/', '/api/areas/12345678901/'])('%s is 404', async (url) => {
  const answer = await w.app.inject(url)
  expect([answer.statusCode, answer.json().error_code]).toEqual([404, 'NOT_FOUND'])
})
