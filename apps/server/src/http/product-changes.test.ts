import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProductChangePage } from '@hearth/contracts/catalog-admin'
import type { ProductChange } from '@hearth/contracts/catalog-admin'
import { Value } from 'typebox/value'
import { aBrand, aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

let w: World
let boss: SignedIn
let other: SignedIn
beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('the_boss', { role: 'admin' })
  other = await w.signIn('the_other', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const call = (method: Method, url: string, payload?: object, who = boss) =>
  w.app.inject({ method, url: `/api/${url}`, headers: who.headers, ...(payload && { payload }) })
const changesOf = async (id: number, query = '') => {
  const page = (await call('GET', `products/${id}/changes/${query}`)).json()
  expect(Value.Check(ProductChangePage, page)).toBe(true)
  return page as { results: ProductChange[]; total: number; has_next: boolean }
}
async function aMadeProduct() {
  const branch = await aCategoryBranch(w)
  const brandId = await aBrand(w, `某牌 ${branch.itemId}`)
  const body = { name: '冰箱', category_id: branch.itemId, brand_id: brandId, price: '3000', stock: 1, spec_options: { 颜色: ['白', '灰'] } }
  const { id, default_sku_id: skuId } = (await call('POST', 'products/', body)).json()
  return { id: Number(id), skuId: Number(skuId), branch, brandId }
}

describe('who changed what of a product', () => {
  test('every changed field with what it was and what it is, the newest first', async () => {
    const { id, brandId, branch } = await aMadeProduct()
    const haier = await aBrand(w, '海尔')
    await call('PATCH', `products/${id}/`, { name: '新冰箱', price: '2999.5', supply_price: '2000', is_active: false }, other)
    await call('PATCH', `products/${id}/`, {
      brand_id: haier, category_id: branch.minorId, main_images: ['/media/p/a.webp'],
      parameters: [{ name: '容积', value: '510 L' }],
    })
    const { results: [moved, renamed, made], total } = await changesOf(id)
    expect(total).toBe(3)
    expect(made).toMatchObject({ kind: 'created', changed_by_name: 'the_boss', changes: [], skus: [] })
    expect(renamed).toMatchObject({
      kind: 'changed', changed_by: other.userId, changed_by_name: 'the_other', changes: [
        { field: 'name', from: '冰箱', to: '新冰箱' }, { field: 'is_active', from: true, to: false },
        { field: 'supply_price', from: null, to: '2000.00' }, { field: 'price', from: '3000.00', to: '2999.50' },
      ],
    })
    const byName = new Map(moved?.changes.map(({ field, from, to }) => [field, [from, to]]))
    expect(byName.get('brand')).toEqual([`某牌 ${branch.itemId}`, '海尔'])
    expect(byName.get('main_images')).toEqual([[], ['http://localhost:8000/media/p/a.webp']])
    expect(byName.get('parameters')).toEqual([[], [{ name: '容积', value: '510 L' }]])
    expect([byName.has('category'), byName.size, brandId === haier]).toEqual([true, 4, false])
  })

  test('saving what was there already is no change', async () => {
    const { id } = await aMadeProduct()
    const read = (await call('GET', `products/${id}/`)).json()
    expect((await call('PATCH', `products/${id}/`, read)).statusCode).toBe(200)
    expect((await changesOf(id)).total).toBe(1)
  })

  test('SKUs: added, changed and taken away, by name and code', async () => {
    const { id, skuId } = await aMadeProduct()
    const { created: [grey] } = (await call('POST', `products/${id}/skus/matrix/`, { price: '3100' })).json()
    await call('PATCH', `products/${id}/skus/${skuId}/`, { price: '2800', cost_price: '2000', barcode: '690' })
    await call('DELETE', `products/${id}/skus/${grey.id}/`)
    const { results } = await changesOf(id)
    expect(results.map(({ kind, skus }) => [kind, skus.map((sku) => sku.id)])).toEqual([
      ['sku_removed', [grey.id]], ['sku_changed', [skuId]], ['skus_added', [grey.id]], ['created', []],
    ])
    expect(results[0]?.skus).toEqual([{ id: grey.id, name: '冰箱 灰', sku_code: grey.sku_code }])
    expect(results[1]?.changes).toEqual([
      { field: 'price', from: '3000.00', to: '2800.00' }, { field: 'cost_price', from: null, to: '2000.00' },
      { field: 'barcode', from: '', to: '690' },
    ])
  })

  test('what was recorded before old values were is still said, by its fields', async () => {
    const { productId } = await aProduct(w)
    const body = JSON.stringify({ productId, actorId: boss.userId, fields: ['skus.priceFen'] })
    await w.db.insertInto('platform.events').values({ type: 'catalog.product_changed.v1', at: w.deps.now(), body }).execute()
    expect((await changesOf(productId)).results).toMatchObject([{ kind: 'sku_changed', changes: [{ field: 'price' }] }])
  })

  test('by page; of this product only; for administrators only', async () => {
    const { id } = await aMadeProduct()
    await aMadeProduct()
    for (const name of ['a', 'b', 'c']) await call('PATCH', `products/${id}/`, { name })
    const first = await changesOf(id, '?page_size=3')
    expect([first.total, first.results.length, first.has_next]).toEqual([4, 3, true])
    const support = await w.signIn('support', { role: 'support' })
    expect((await call('GET', `products/${id}/changes/`, undefined, support)).statusCode).toBe(403)
    expect((await call('GET', 'products/99999999/changes/')).statusCode).toBe(404)
  })
})

describe('products that are switched off', () => {
  test('administrators list them alone or leave them out; for others the question changes nothing', async () => {
    const { id } = await aMadeProduct()
    const { id: on } = await aMadeProduct()
    await call('PATCH', `products/${id}/`, { is_active: false })
    const listed = async (query: string, headers = boss.headers) => {
      const found = (await w.app.inject({ url: `/api/products/?page_size=100&${query}`, headers })).json()
      const ids = found.results.map((row: { id: number }) => row.id)
      return [ids.includes(id), ids.includes(on)]
    }
    expect(await listed('is_active=false')).toEqual([true, false])
    expect(await listed('is_active=true')).toEqual([false, true])
    expect(await listed('')).toEqual([true, true])
    const ann = await w.signIn('ann')
    expect(await listed('is_active=false', ann.headers)).toEqual([false, true])
  })

  test('their SKU is a preview for administrators, and not there for anybody else', async () => {
    const { id, skuId } = await aMadeProduct()
    await call('PATCH', `products/${id}/`, { is_active: false })
    const [support, bob] = [await w.signIn('support_2', { role: 'support' }), await w.signIn('bob')]
    const seen = await call('GET', `skus/${skuId}/`)
    expect([seen.statusCode, seen.json().product.is_active, seen.json().is_launched]).toEqual([200, false, false])
    for (const headers of [{}, support.headers, bob.headers]) {
      expect((await w.app.inject({ url: `/api/skus/${skuId}/`, headers })).statusCode).toBe(404)
    }
  })

  test('what administrators look for is not in the log of searches', async () => {
    const before = await w.db.selectFrom('search.logs').select('id').execute()
    await call('GET', 'products/?search=console-word')
    await w.app.inject('/api/products/?search=buyer-word')
    await expect.poll(async () => (await w.db.selectFrom('search.logs').select('keyword').execute()).length).toBe(before.length + 1)
    expect(await w.db.selectFrom('search.logs').select('keyword').where('keyword', '=', 'console-word').execute()).toEqual([])
  })
})
