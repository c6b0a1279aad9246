import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cancelReasons, logisticsCompanies, orderNotes, repairs, shoppers, trackingNumber } from '../people.ts'
import { catalogue, productTypeOf } from './index.ts'
import { finishes, pictureKinds } from './types.ts'

const { brands, categories, products } = catalogue
const skus = products.flatMap((product) => product.skus)
const categoryOf = new Map(categories.map((category) => [category.key, category]))

// Words that the Advertising Law of the PRC (art. 9) and its practice keep out of offers.
const FORBIDDEN = /最|第一|唯一|首个|首选|首发|独家|独创|国家级|世界级|顶级|顶尖|极致|极品|绝对|万能|冠军|王牌|领导品牌|领先|史无前例|永久|终身|100%|根治|特供|秒杀/

function repeated<T>(values: T[]): T[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}

function productsIn(categoryKey: string): number {
  return products.filter((product) => product.categoryKey === categoryKey).length
}

describe('the catalogue of the living shop', () => {
  test('has 120 products, 300 SKUs and at least 14 brands', () => {
    expect([products.length, skus.length]).toEqual([120, 300])
    expect(brands.length).toBeGreaterThanOrEqual(14)
  })

  test('has a tree of three levels in which every parent stands before its children', () => {
    const seen = new Set<string>()
    const above = { major: undefined, minor: 'major', item: 'minor' }
    for (const category of categories) {
      expect(category.parentKey === null || seen.has(category.parentKey), category.key).toBe(true)
      expect(categoryOf.get(category.parentKey ?? '')?.level).toBe(above[category.level])
      seen.add(category.key)
    }
    const countOf = (level: string): number => categories.filter((category) => category.level === level).length
    expect([countOf('major'), countOf('minor'), countOf('item')]).toEqual([8, 19, 42])
  })

  test('gives no key, name, model or code twice', () => {
    expect(repeated(categories.map((category) => category.key))).toEqual([])
    expect(repeated(categories.map((category) => category.name))).toEqual([])
    expect(repeated(brands.map((brand) => brand.key))).toEqual([])
    expect(repeated(brands.map((brand) => brand.name))).toEqual([])
    expect(repeated(brands.map((brand) => brand.seed))).toEqual([])
    expect(repeated(products.map((product) => product.name))).toEqual([])
    expect(repeated(products.map((product) => product.model))).toEqual([])
    expect(repeated(skus.map((sku) => sku.code))).toEqual([])
  })

  test('puts every product into an item category and under a brand, with which its name starts', () => {
    for (const product of products) {
      expect(categoryOf.get(product.categoryKey)?.level, product.name).toBe('item')
      const brand = brands.find((candidate) => candidate.key === product.brandKey)
      expect(product.name.startsWith(`${brand?.name} `), product.name).toBe(true)
    }
  })

  test('has at least two products in every item category and eight in some', () => {
    const items = categories.filter((category) => category.level === 'item')
    for (const item of items) expect(productsIn(item.key), item.name).toBeGreaterThanOrEqual(2)
    expect(items.filter((item) => productsIn(item.key) >= 8).length).toBeGreaterThanOrEqual(3)
    for (const brand of brands) expect(products.some((product) => product.brandKey === brand.key)).toBe(true)
  })

  test('shows every kind of picture and every finish, and no other', () => {
    expect(new Set(products.map((product) => product.pictureKind))).toEqual(new Set(pictureKinds))
    expect(new Set(skus.map((sku) => sku.finish))).toEqual(new Set(finishes))
    for (const brand of brands) expect(brand.accent).toMatch(/^#[0-9A-F]{6}$/)
    for (const brand of brands) expect(brand.firstLetter).toMatch(/^[A-Z]$/)
  })

  test('describes each product with 8 to 14 parameters, 3 or 4 selling points and 2 to 4 sentences', () => {
    for (const product of products) {
      const labels = product.parameters.map(([label]) => label)
      expect(labels.length >= 8 && labels.length <= 14, `${product.name}: ${labels.length}`).toBe(true)
      expect(repeated(labels), product.name).toEqual([])
      expect([3, 4], product.name).toContain(product.sellingPoints.length)
      const sentences = product.description.split('。').length - 1
      expect(sentences >= 2 && sentences <= 4, product.name).toBe(true)
    }
  })

  test('keeps the lengths of the contract', () => {
    for (const product of products) {
      expect(product.name.length, product.name).toBeLessThanOrEqual(50)
      for (const option of product.options) {
        expect(Math.max(option.name.length, ...option.values.map((value) => value.length))).toBeLessThanOrEqual(20)
      }
      for (const sku of product.skus) expect(sku.caption.length, sku.code).toBeLessThanOrEqual(100)
    }
    for (const brand of brands) expect(brand.name.length).toBeLessThanOrEqual(20)
  })

  test('states litres, capacity and energy class in the name as in the parameters', () => {
    for (const product of products) {
      const rows = product.parameters.map(([label, value]) => `${label} ${value}`).join('\n')
      const litres = /([\d.]+)升/.exec(product.name)?.[1]
      if (litres) expect(rows, product.name).toMatch(new RegExp(`\\b${litres} L\\b|\\b${litres} L/min`))
      const grade = /(一级|二级|三级)能效/.exec(product.name)?.[1]
      if (grade) expect(rows, product.name).toContain(`能效等级 ${grade}`)
      const kilos = /([\d.]+)公斤/.exec(product.name)?.[1]
      if (kilos) expect(rows, product.name).toContain(`${kilos} kg`)
    }
  })

  test('uses no word that advertising law forbids', () => {
    const texts = JSON.stringify([categories, brands, products])
    expect(FORBIDDEN.exec(texts)).toBeNull()
    expect(FORBIDDEN.test('最好')).toBe(true)
  })
})

describe('the SKUs', () => {
  test('give each option of their product exactly one of its values, and no combination twice', () => {
    for (const product of products) {
      for (const sku of product.skus) {
        expect(Object.keys(sku.options)).toEqual(product.options.map((option) => option.name))
        for (const option of product.options) expect(option.values, sku.code).toContain(sku.options[option.name])
      }
      expect(repeated(product.skus.map((sku) => JSON.stringify(sku.options))), product.name).toEqual([])
      expect(product.skus.length, product.name).toBeLessThanOrEqual(4)
    }
  })

  test('cost less than they sell for, and sell for at most the market price, in whole yuan ending in 9', () => {
    for (const sku of skus) {
      expect(sku.costPriceFen < sku.priceFen && sku.priceFen <= sku.marketPriceFen, sku.code).toBe(true)
      for (const fen of [sku.priceFen, sku.marketPriceFen]) expect(fen % 1000, sku.code).toBe(900)
      expect(Number.isInteger(sku.costPriceFen) && sku.costPriceFen > 0).toBe(true)
    }
  })

  test('are in stock between 8 and 300, but for a few sold out and some last pieces', () => {
    const rest = skus.filter((sku) => sku.onHandQty > 1)
    for (const sku of rest) expect(sku.onHandQty >= 8 && sku.onHandQty <= 300, sku.code).toBe(true)
    expect(skus.filter((sku) => sku.onHandQty === 0).length).toBeGreaterThanOrEqual(3)
    expect(skus.filter((sku) => sku.onHandQty === 1).length).toBeGreaterThanOrEqual(3)
  })
})

test('every product has its own lifecycle type', () => {
  const types = products.map(productTypeOf)
  expect(repeated(types.map((type) => type.model))).toEqual([])
  expect(types[0]).toEqual({
    name: '岚舍 503升十字对开门一级能效风冷无霜冰箱', model: 'BCD-503WLS',
    specification: '503 升 · 一级能效 · 83 厘米宽', warrantyMonths: 36,
  })
})

describe('the area rows of migration 0003', () => {
  const sql = readFileSync(new URL('../../migrations/0003_area_rows.sql', import.meta.url), 'utf8')
  const areas = [...sql.matchAll(/^\((\d+),'([^']+)',(\d+|null),([123])\)[,;]$/gm)].map((match) => ({
    code: Number(match[1]), name: String(match[2]), parentCode: match[3] === 'null' ? null : Number(match[3]),
    level: Number(match[4]),
  }))
  const byCode = new Map(areas.map((area) => [area.code, area]))

  test('are a migration of 3,843 rows with unique codes of six digits, in order', () => {
    expect(sql.startsWith('-- Up Migration\n')).toBe(true)
    expect([1, 2, 3].map((level) => areas.filter((area) => area.level === level).length)).toEqual([34, 367, 3442])
    expect(sql.split('\n').filter((line) => line.startsWith('(')).length).toBe(areas.length)
    expect(byCode.size).toBe(areas.length)
    expect(areas.map((area) => area.code)).toEqual([...byCode.keys()].sort((a, b) => a - b))
    for (const area of areas) expect(String(area.code)).toMatch(/^[1-8]\d{5}$/)
    for (const area of areas) expect(area.name.length).toBeLessThanOrEqual(20)
  })

  test('hang together: a parent one level up whose code the child extends, and three levels everywhere', () => {
    const parents = new Set(areas.map((area) => area.parentCode))
    const span = [0, 0, 10_000, 100]
    for (const area of areas) {
      const parentCode = area.level === 1 ? null : area.code - (area.code % (span[area.level] ?? 0))
      expect(area.parentCode, area.name).toBe(parentCode)
      if (area.parentCode !== null) expect(byCode.get(area.parentCode)?.level, area.name).toBe(area.level - 1)
      if (area.level < 3) expect(parents.has(area.code), area.name).toBe(true)
    }
    expect(repeated(areas.map((area) => `${area.parentCode} ${area.name}`))).toEqual([])
  })

  test('know the municipalities, the young counties and the places without districts', () => {
    const nameOf = (code: number): string | undefined => byCode.get(code)?.name
    expect([110000, 110100, 110101].map(nameOf)).toEqual(['北京市', '北京市', '东城区'])
    expect([653228, 653229, 429004, 441911].map(nameOf)).toEqual(['和安县', '和康县', '仙桃市', '东城街道'])
    expect([710101, 810101, 820101].map(nameOf)).toEqual(['中正区', '中西区', '花地玛堂区'])
  })

  test('hold the address of every demo shopper', () => {
    for (const { address } of shoppers) {
      expect(byCode.get(address.districtCode)?.parentCode, address.detail).toBe(address.cityCode)
      expect(byCode.get(address.cityCode)?.parentCode, address.detail).toBe(address.provinceCode)
    }
  })
})

describe('the demo people', () => {
  test('are thirty with their own names and mobiles', () => {
    expect(shoppers.map((shopper) => shopper.mobile)).toEqual(
      Array.from({ length: 30 }, (_, at) => String(13_800_000_101 + at)))
    expect(repeated(shoppers.map((shopper) => shopper.username))).toEqual([])
    for (const { username } of shoppers) expect(username).toMatch(/^\w{5,20}$/)
    for (const { address } of shoppers) expect(address.detail.length).toBeLessThanOrEqual(50)
  })

  test('come with notes, repairs, reasons and parcels', () => {
    expect([orderNotes, repairs, cancelReasons, logisticsCompanies].map((list) => list.length)).toEqual([4, 12, 8, 6])
    for (const { categoryKey } of repairs) expect(categoryKey === null || categoryOf.has(categoryKey)).toBe(true)
    const numbers = logisticsCompanies.flatMap((company) =>
      Array.from({ length: 300 }, (_, at) => trackingNumber(company, at)))
    expect(repeated(numbers)).toEqual([])
  })
})
