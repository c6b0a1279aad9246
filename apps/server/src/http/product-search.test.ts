import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBrand, aCategory, aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { indexProduct, indexProductsOf, reindexAll } from '../modules/catalog/index.ts'
import type { Tx } from '../platform/db.ts'
import { readSearch } from '../modules/search/index.ts'
import { selectProductPage } from '../reads/product-list.sql.ts'

let w: World
let haierId: number
let fridgeId: number
const found = async (search: string, rest = '', path = 'products') => {
  const answer = await w.app.inject(`/api/${path}/?search=${encodeURIComponent(search)}${rest}`)
  return answer.json<{ results: { name: string }[] }>().results.map(({ name }) => name)
}

beforeAll(async () => {
  w = await openWorld()
  const { minorId } = await aCategoryBranch(w)
  const [fridges, washers] = [
    await aCategory(w, { name: '冰箱', level: 'item', parentId: minorId }),
    await aCategory(w, { name: '洗衣机', level: 'item', parentId: minorId }),
  ]
  haierId = await aBrand(w, '海尔（Haier）')
  const leader = await aBrand(w, '统帅')
  const at = (day: number) => new Date(`2026-11-0${day}T00:00:00Z`)
  const plain = { sellingPoints: [], keySpec: '', parameters: [] }
  fridgeId = (await aProduct(w, {
    ...plain, name: '十字门 变频', model: 'BCD-510WGHTD9', categoryId: fridges, brandId: haierId, salesQty: 5, at: at(1),
    description: '一级能效 100% 风冷', keySpec: '510 L',
  })).productId
  await aProduct(w, { ...plain, name: '迷你冰箱', model: 'BC-93', categoryId: fridges, brandId: leader, salesQty: 1, at: at(2), description: '' })
  await aProduct(w, { ...plain, name: '冰箱 对开门', model: 'BCD-640', categoryId: fridges, brandId: leader, salesQty: 3, at: at(3), description: '' })
  await aProduct(w, { ...plain, name: '大冰箱', model: 'BCD-700', categoryId: fridges, brandId: leader, salesQty: 1, at: at(4), description: '' })
  await aProduct(w, {
    ...plain, name: '滚筒洗衣机', model: 'XQG-100', categoryId: washers, brandId: haierId, salesQty: 900, at: at(5),
    description: '可洗冰箱罩；"It\'s 5.0 kg" <b>a_b</b>', skus: [{ code: 'WASH-7', specs: { 颜色: '星空灰' } }],
  })
  await aProduct(w, { ...plain, name: '停产冰箱', categoryId: fridges, brandId: haierId, isActive: false, description: '' })
})
afterAll(() => w[Symbol.asyncDispose]())

describe('searching products', () => {
  test.each<[string, string[]]>([
    // the name, then brand and category, then the description; in each the most sold, then the newest
    ['冰箱', ['冰箱 对开门', '大冰箱', '迷你冰箱', '十字门 变频', '滚筒洗衣机']],
    ['海尔冰箱', ['十字门 变频', '滚筒洗衣机']],
    ['冰箱 海尔', ['十字门 变频', '滚筒洗衣机']],
    ['haier 洗衣机', ['滚筒洗衣机']],
    ['十字门变频', ['十字门 变频']],
    ['变频 十字门', ['十字门 变频']],
    ['冰箱对开门', ['冰箱 对开门']],
    ['bcd510', ['十字门 变频']],
    ['ＢＣＤ－５１０', ['十字门 变频']],
    ['BCD-510WGHTD9', ['十字门 变频']],
    ['星空灰', ['滚筒洗衣机']],
    ['wash-7', ['滚筒洗衣机']],
    ['510 L', ['十字门 变频']],
    ['没有这个东西', []],
  ])('%s', async (text, names) => expect(await found(text)).toEqual(names))

  test.each(['冰', '箱罩', '洗冰箱罩', '；"It\'s', '5.0 kg', "'s 5", '<b>', 'a_b', 'B</B>', '100% 风', '0%', '%', '；', '"', '_'])(
    'finds what contains %s in name or description', async (text) => {
      const rows = await w.db.selectFrom('catalog.products').select(['name', 'description'])
        .where('is_active', '=', true).execute()
      const contain = rows.filter(({ name, description }) =>
        [name, description].some((each) => each.toLowerCase().includes(text.toLowerCase()))).map(({ name }) => name)
      expect(contain.length).toBeGreaterThan(0)
      expect(await found(text)).toEqual(expect.arrayContaining(contain))
    })

  test.each<[string, number]>([
    ['%%', 0], ['\\', 0], ["'; drop table search.logs; --", 0], ['(z+)+$', 0], ['.*', 0], ['\u0007zz', 0], ['😀', 0],
    ['z'.repeat(200), 0], ['冰'.repeat(200), 0], ['& | !', 0], ['\u0000', 5], ['冰\u0000箱', 5],
  ])('%j is harmless', async (text, total) => {
    const answer = await w.app.inject(`/api/products/?search=${encodeURIComponent(text)}`)
    expect([answer.statusCode, answer.json().total]).toEqual([200, total])
  })

  test('filters, other orders and pages go with it; an unknown order is relevance', async () => {
    expect(await found('冰箱', '&sort_by=sales')).toEqual(['滚筒洗衣机', '十字门 变频', '冰箱 对开门', '大冰箱', '迷你冰箱'])
    expect(await found('冰箱', '&sort_by=nonsense')).toEqual(await found('冰箱'))
    expect(await found('冰箱', `&brand=${encodeURIComponent('统帅')}`)).toEqual(['冰箱 对开门', '大冰箱', '迷你冰箱'])
    expect(await found('冰箱', `&category=${encodeURIComponent('洗衣机')}`)).toEqual(['滚筒洗衣机'])
    expect(await found('冰箱', '&page=2&page_size=2')).toEqual(['迷你冰箱', '十字门 变频'])
    expect(await found('冰箱', '&brand=%00&category=%00')).toHaveLength(5)
    expect((await w.app.inject('/api/products/?search=%E5%86%B0%E7%AE%B1&page_size=2')).json()).toMatchObject({ total: 5, total_pages: 3 })
  })

  test.each<[string, string[]]>([
    ['BCD-51O', ['十字门 变频']], ['bdc510', ['十字门 变频']], ['海尔 bcd5100', ['十字门 变频']], ['XQG-10', ['滚筒洗衣机']],
    ['bcd123', []], ['zzzz', []],
  ])('a slip in a model is forgiven when nothing is found: %s', async (text, names) => expect(await found(text)).toEqual(names))

  test.each<[string, string]>([
    ['bingxiang', '冰箱'], ['bx', '冰箱'], ['haierbingxiang', '海尔冰箱'], ['hebx', '海尔冰箱'], ['haier xyj', '海尔 洗衣机'],
    ['HaiEr xiyiji', '海尔 洗衣机'], ['duikaimen', '对开门'], ['xingkonghui', '星空灰'],
  ])('Chinese typed with Latin letters: %s finds what %s finds', async (typed, chinese) => {
    const names = await found(chinese)
    expect(names.length).toBeGreaterThan(0)
    expect(await found(typed)).toEqual(names)
  })

  test.each(['bingxian', 'qqqq', `${'bingxiang'.repeat(4)}`])('%s is no sound of anything', async (typed) =>
    expect(await found(typed)).toEqual([]))

  test('administrators find what is switched off', async () => {
    const { headers } = await w.signIn('admin', { role: 'admin' })
    const ask = async (as?: typeof headers) =>
      (await w.app.inject({ url: `/api/products/?search=${encodeURIComponent('停产')}`, headers: as })).json().total
    expect([await ask(), await ask(headers)]).toEqual([0, 1])
  })

  test('one statement, whatever is found', async () => {
    // a world of its own: searches of other tests are logged in the background
    await using own = await openWorld()
    const filter = { search: readSearch('冰箱', new Set()), order: 'relevance', withInactive: false } as const
    const count = () => own.statements(() => selectProductPage(own.db, filter, { limit: 20, offset: 0 }))
    const counts = [await count()]
    for (let n = 0; n < 5; n += 1) await aProduct(own, { name: `冰箱 ${n}` })
    expect([...counts, await count()]).toEqual([1, 1])
  })
})

describe('the index', () => {
  test('follows what is written in the same transaction, and only if it is committed', async () => {
    const rename = (name: string, fails: boolean) => w.inTx(async (tx) => {
      await tx.updateTable('catalog.products').set({ name }).where('id', '=', fridgeId).execute()
      await indexProduct(tx, fridgeId)
      if (fails) throw new Error('not this time')
    })
    await expect(rename('葡萄柜', true)).rejects.toThrow('not this time')
    expect(await found('葡萄')).toEqual([])
    await rename('葡萄柜', false)
    expect(await found('葡萄')).toEqual(['葡萄柜'])
    expect(await found('变频')).toEqual([])
    await rename('十字门 变频', false)
  })

  test('a brand that is renamed is found by its new name', async () => {
    await w.inTx(async (tx) => {
      await tx.updateTable('catalog.brands').set({ name: '卡萨帝' }).where('id', '=', haierId).execute()
      await indexProductsOf(tx, { brandId: haierId })
    })
    expect(await found('卡萨帝')).toEqual(['滚筒洗衣机', '十字门 变频'])
    expect(await found('海尔')).toEqual([])
  })

  test('knows both when a product and its brand are renamed at once', async () => {
    const rename = (table: 'catalog.products' | 'catalog.brands', id: number, name: string) => (tx: Tx) =>
      tx.updateTable(table).set({ name }).where('id', '=', id).execute()
    const race = await whileFirstIsOpen(w, async (tx) => {
      await rename('catalog.products', fridgeId, '菠萝柜')(tx)
      await indexProduct(tx, fridgeId)
    }, () => w.inTx(async (tx) => {
      await rename('catalog.brands', haierId, '芒果')(tx)
      await indexProductsOf(tx, { brandId: haierId })
    }))
    expect([race.first.status, race.rival.status, race.rivalWaited]).toEqual(['fulfilled', 'fulfilled', true])
    expect([await found('菠萝柜'), await found('芒果')]).toEqual([['菠萝柜'], ['滚筒洗衣机', '菠萝柜']])
    await w.inTx(rename('catalog.products', fridgeId, '十字门 变频'))
  })

  test('is made anew by the job, which looks for what is missing, and as a whole', async () => {
    const products = await countOf(w, 'catalog.products')
    const job = async () => w.deps.jobs.find(({ name }) => name === 'index-products')?.run({})
    await w.db.deleteFrom('search.product_words').execute()
    expect(await found('冰箱')).toEqual([])
    expect(await job()).toMatchObject({ done: products })
    expect(await job()).toMatchObject({ done: 0 })
    expect(await found('冰箱')).toHaveLength(5)
    await w.db.deleteFrom('search.product_words').execute()
    expect(await reindexAll(w.db)).toBe(products)
    expect(await countOf(w, 'search.product_words')).toBe(products)
  })

  test('takes a description of a hundred thousand letters', async () => {
    const { productId } = await aProduct(w, { name: '长文', description: `${'长'.repeat(50_000)}尾巴${'x'.repeat(50_000)}` })
    expect(productId).toBeGreaterThan(0)
    expect(await found('长尾巴x')).toEqual(['长文'])
  })
})
