import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CategoryPage, SkuDetail, SkuPage } from '@hearth/contracts/catalog'
import { Value } from 'typebox/value'
import { aShop } from '../../tests/support/shop.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

let w: World
let ids: Awaited<ReturnType<typeof aShop>>
beforeAll(async () => {
  w = await openWorld()
  ids = await aShop(w)
})
afterAll(() => w[Symbol.asyncDispose]())

describe('SKUs', () => {
  test('one SKU with its product, its siblings and the way to it', async () => {
    const [white, grey] = ids.fridge.skuIds
    const sku = (await w.app.inject(`/api/skus/${white}/`)).json()
    expect(Value.Check(SkuDetail, sku)).toBe(true)
    expect(sku).toMatchObject({
      id: white, name: '十字门冰箱 白', caption: '', sku_code: 'W', price: '4299.05', market_price: '4999.00', stock: 7,
      sales: 3, comments: 0, is_launched: true, default_image_url: 'http://localhost:8000/media/p/1/w.webp',
      images: ['w', 'a', 'b'].map((name) => `http://localhost:8000/media/p/1/${name}.webp`), specs: { 颜色: '白' },
      spec_options: { 颜色: ['白', '灰', '黑'] }, siblings: [{ id: white }, { id: grey }], product_type_id: null,
      barcode: '', delivery: { ships_within_hours: 48, by_appointment: true, freight: '10.00', free_from: '99.00' },
      product: { id: ids.fridge.productId, name: '十字门冰箱', brand: '海尔', category_id: ids.cold.itemId, sales: 30 },
      breadcrumb: [
        { id: ids.cold.majorId, level: 'major' }, { id: ids.cold.minorId, level: 'minor' },
        { id: ids.cold.itemId, level: 'item' },
      ],
    })
  })

  test('its manuals are links, and its barcode is told', async () => {
    const [white] = ids.fridge.skuIds
    const manuals = [{ title: '说明书', url: 'manuals/1.pdf' }, { title: '安装图', url: 'https://maker.example/2.pdf' }]
    await w.db.updateTable('catalog.products').set({ manuals: JSON.stringify(manuals) }).where('id', '=', ids.fridge.productId).execute()
    await w.db.updateTable('catalog.skus').set({ barcode: '6901234567892' }).where('id', '=', white ?? 0).execute()
    const sku = (await w.app.inject(`/api/skus/${white}/`)).json()
    expect([sku.barcode, sku.product.manuals]).toEqual(['6901234567892', [
      { title: '说明书', url: 'http://localhost:8000/media/manuals/1.pdf' }, { title: '安装图', url: 'https://maker.example/2.pdf' },
    ]])
  })

  test('one that is not launched says so; one of a hidden product is not there', async () => {
    const black = (await w.app.inject(`/api/skus/${ids.fridge.skuIds[2]}/`)).json()
    expect(black).toMatchObject({ price: '0.01', is_launched: false })
    expect((await w.app.inject(`/api/skus/${ids.hidden.skuIds[0]}/`)).statusCode).toBe(404)
  })

  test('of a category: launched ones, in the order asked for', async () => {
    const listed = async (query: string) =>
      (await w.app.inject(`/api/categories/${ids.cold.itemId}/skus${query}`)).json()
    const order = async (ordering: string) =>
      (await listed(`?ordering=${ordering}`)).results.map(({ price }: { price: string }) => price)
    const page = await listed('')
    expect(Value.Check(SkuPage, page)).toBe(true)
    expect(page.total).toBe(2)
    expect(page.results[1]).toEqual({
      id: ids.fridge.skuIds[0], name: '十字门冰箱 白', price: '4299.05', market_price: '4999.00', comments: 0,
      default_image_url: 'http://localhost:8000/media/p/1/w.webp', product_id: ids.fridge.productId, key_spec: '500 L',
      warranty_months: 36, has_installation: true, stock: 7, sales: 3,
    })
    const [dear, cheap] = ['4299.05', '4199.00']
    expect(await order('price')).toEqual([cheap, dear])
    expect(await order('-price')).toEqual([dear, cheap])
    expect(await order('sales')).toEqual([cheap, dear])
    expect(await order('-sales')).toEqual([dear, cheap])
    expect(await order('create_time')).toEqual([cheap, dear])
    expect(await order('-create_time')).toEqual([dear, cheap])
    expect(await order('nonsense')).toEqual([cheap, dear])
    expect((await listed('/?page=2&page_size=1')).results).toHaveLength(1)
  })
})

test('categories come with their children, by order and id', async () => {
  const page = (await w.app.inject(`/api/categories/?parent_id=${ids.wash.majorId}`)).json()
  expect(Value.Check(CategoryPage, page)).toBe(true)
  expect(page.total).toBe(1)
  expect(page.results[0]).toMatchObject({ id: ids.wash.minorId, level: 'minor', parent_id: ids.wash.majorId })
  expect(page.results[0].children.map(({ id }: { id: number }) => id)).toEqual([ids.wash.itemId, ids.dryers])
  expect(page.results[0].children[1]).toEqual({
    id: ids.dryers, name: '干衣机', order: 1, logo: 'http://localhost:8000/media/c/dryer.webp', level: 'item',
    parent_id: ids.wash.minorId,
  })
  expect((await w.app.inject('/api/categories/?level=major')).json().total).toBe(2)
  const found = (await w.app.inject('/api/categories/?search=干衣')).json()
  expect(found.results).toMatchObject([{ id: ids.dryers, children: [] }])
  const second = (await w.app.inject('/api/categories/?page=2&page_size=3')).json()
  expect(second).toMatchObject({ total: 7, page: 2, has_next: true })
})
