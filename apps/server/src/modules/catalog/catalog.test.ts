import { describe, expect, test } from 'vitest'
import { aCategoryBranch, aProduct, aSku } from '../../../tests/support/builders.ts'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import { bumpSales, bumpViews, defaultSkuOf, skuOnSale, skusForSale } from './index.ts'

describe('a product follows its SKUs', () => {
  test('its price and default SKU are those of the cheapest launched one', async () => {
    await using w = await openWorld()
    const { majorId, minorId, itemId } = await aCategoryBranch(w)
    const { productId, skuIds } = await aProduct(w, {
      categoryId: itemId,
      skus: [
        { code: 'a', priceFen: 300 }, { code: 'b', priceFen: 200, marketPriceFen: 250 },
        { code: 'c', priceFen: 100, isLaunched: false },
      ],
    })
    const row = await w.db.selectFrom('catalog.products')
      .select(['category_path', 'min_price_fen', 'market_price_fen', 'default_sku_id']).executeTakeFirstOrThrow()
    expect({ ...row, category_path: row.category_path.map(Number) }).toEqual({
      category_path: [majorId, minorId, itemId], min_price_fen: 200, market_price_fen: 250, default_sku_id: skuIds[1],
    })
    expect(await defaultSkuOf(w.db, productId)).toBe(skuIds[1])
    expect(await defaultSkuOf(w.db, 999)).toBeNull()
  })

  test('one without a launched SKU still has a default one', async () => {
    await using w = await openWorld()
    const { productId, skuIds } = await aProduct(w, { skus: [{ isLaunched: false }] })
    expect(await defaultSkuOf(w.db, productId)).toBe(skuIds[0])
  })

  test('a product without a SKU is not made', async () => {
    await using w = await openWorld()
    await expect(aProduct(w, { skus: [] })).rejects.toThrow(RangeError)
    expect(await countOf(w, 'catalog.products')).toBe(0)
  })
})

test('SKUs for sale come by id and say what an order needs to know', async () => {
  await using w = await openWorld()
  const { productId, skuIds: [white = 0, grey = 0] } = await aProduct(w, {
    name: '冰箱', mainImages: ['p/a.webp'],
    skus: [{ code: 'W', image: 'p/w.webp', priceFen: 5 }, { code: 'G', specs: { 颜色: '灰' }, isLaunched: false }],
  })
  const shared = { productId, productName: '冰箱', productTypeId: null, hasInstallation: true }
  expect(await skusForSale(w.db, [grey, 999, white])).toEqual([
    {
      ...shared, skuId: white, skuName: '冰箱 白', skuCode: 'W', specs: { 颜色: '白' }, image: 'p/w.webp', priceFen: 5,
      isForSale: true, defaultForProduct: true,
    },
    {
      ...shared, skuId: grey, skuName: '冰箱 灰', skuCode: 'G', specs: { 颜色: '灰' }, image: 'p/a.webp', priceFen: 199_900,
      isForSale: false, defaultForProduct: false,
    },
  ])
  await expect(skuOnSale(w.db, grey)).rejects.toMatchObject({ key: 'catalog.sku_off_sale' })
  await w.db.updateTable('catalog.products').set({ is_active: false }).execute()
  await expect(skuOnSale(w.db, white)).rejects.toMatchObject({ key: 'catalog.sku_off_sale' })
  await expect(skuOnSale(w.db, 999)).rejects.toMatchObject({ key: 'catalog.sku_unknown' })
})

test('sales and views add up; of two orders with the same SKUs in opposite order both count', async () => {
  await using w = await openWorld()
  const [a, b] = [await aSku(w), await aSku(w)]
  const lines = [{ ...a, qty: 2 }, { ...b, qty: 1 }, { ...a, qty: 1 }]
  const race = await whileFirstIsOpen(w,
    (tx) => bumpSales(tx, lines), () => w.inTx((tx) => bumpSales(tx, lines.toReversed())))
  expect([race.rivalWaited, race.first.status, race.rival.status]).toEqual([true, 'fulfilled', 'fulfilled'])
  await w.inTx((tx) => bumpViews(tx, new Map([[b.productId, 4], [a.productId, 1], [999, 1]])))
  await w.inTx((tx) => bumpSales(tx, []))
  const products = await w.db.selectFrom('catalog.products').select(['id', 'sales_count', 'view_count'])
    .orderBy('id').execute()
  expect(products).toEqual([
    { id: a.productId, sales_count: 6, view_count: 1 }, { id: b.productId, sales_count: 2, view_count: 4 },
  ])
  const skus = await w.db.selectFrom('catalog.skus').select('sales_count').orderBy('id').execute()
  expect(skus.map((sku) => sku.sales_count)).toEqual([6, 2])
})
