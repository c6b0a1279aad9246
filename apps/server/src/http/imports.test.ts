import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { excelFile } from '../../tests/support/sheets.ts'
import { aBrand, aCategory, aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { aForm, sendForm } from '../../tests/support/forms.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { applyImport, checkImport } from '../modules/bulk/index.ts'
import { readSheet } from '../platform/spreadsheet.ts'

let w: World
let admin: SignedIn
let minorId: number
beforeAll(async () => {
  w = await openWorld()
  admin = await w.signIn('boss', { role: 'admin' })
  minorId = (await aCategoryBranch(w)).minorId
  await aBrand(w, '海尔')
  await aCategory(w, { name: '对开门冰箱', level: 'item', parentId: minorId })
})
afterAll(() => w[Symbol.asyncDispose]())

const TITLES = '商品编码,商品名称,品牌,分类,SKU 编码,规格,售价,成本价,在库数量'
const upload = (content: string | Buffer, filename = '商品.csv') => sendForm(w, admin, '/api/imports/', aForm({ filename, content }))
const get = async (path: string, who: SignedIn = admin) => (await w.app.inject({ url: `/api/${path}`, headers: who.headers })).json()
const apply = (id: number, payload: object) =>
  w.app.inject({ method: 'POST', url: `/api/imports/${id}/apply/`, headers: admin.headers, payload })
const job = () => ({ db: w.db, now: w.deps.now })
const run = (id: number) => ({ importId: id, actorId: admin.userId })
const linesOf = async (id: number, rest = '') =>
  (await get(`imports/${id}/lines/${rest}`)).results.map((line: Record<string, unknown>) =>
    [line.line, line.state, line.does, line.changes, line.faults] as const)

/** Uploads lines under {@link TITLES}, has them checked and says how they are. */
async function checked(...lines: string[]) {
  const answer = await upload([TITLES, ...lines].join('\n'))
  expect(answer.json()).toMatchObject({ state: 'checking', lines: lines.length })
  await checkImport(job(), run(answer.json().id))
  const view = await get(`imports/${answer.json().id}/`)
  return view as { id: number; state: string; counts: Record<string, number>; progress: number }
}

const product = async (code: string) => {
  const answer = await w.app.inject({ url: `/api/products/export/?search=${code}`, headers: admin.headers })
  const [, ...rows] = await readSheet(answer.rawPayload, 100)
  return rows.map(({ cells }) => [2, 4, 5, 11, 12, 14, 16, 17].map((at) => cells[at]))
}

describe('files in', () => {
  test('a new product with its SKUs: looked through first, written when applied, and the same again changes nothing', async () => {
    const lines = ['NEW-1,新冰箱,海尔,对开门冰箱,N1-W,颜色=白,3999,3000.5,7', 'NEW-1,,,,N1-B,颜色=黑,4099,,2']
    const { id, ...view } = await checked(...lines)
    expect(view).toMatchObject({ state: 'checked', counts: { new: 0, same: 0, good: 2, bad: 0, done: 0 }, progress: 2 })
    expect(await product('NEW-1')).toEqual([])
    expect(await linesOf(id)).toEqual([
      [2, 'good', 'create', [{ field: 'stock', from: '0', to: '7' }], []],
      [3, 'good', 'create', [{ field: 'stock', from: '0', to: '2' }], []],
    ])
    expect((await apply(id, { mode: 'all' })).json()).toMatchObject({ state: 'applying', mode: 'all' })
    expect(await applyImport(job(), run(id))).toEqual({ done: 2, failed: 0, skipped: 0 })
    expect(await get(`imports/${id}/`)).toMatchObject({ state: 'done', counts: { done: 2 }, progress: 2, created_by_name: 'boss' })
    const category = (await product('NEW-1'))[0]?.[2]
    expect(category?.endsWith('/对开门冰箱')).toBe(true)
    expect(await product('NEW-1')).toEqual([
      ['新冰箱', '海尔', category, 'N1-W', '颜色=白', '3999.00', '3000.50', '7'],
      ['新冰箱', '海尔', category, 'N1-B', '颜色=黑', '4099.00', '', '2'],
    ])
    expect(await applyImport(job(), run(id))).toMatchObject({ skipped: 1 })
    const again = await checked(...lines)
    expect(again.counts).toEqual({ new: 0, same: 2, good: 0, bad: 0, done: 0 })
    expect((await apply(again.id, { mode: 'all' })).json()).toMatchObject({ code: 409, message: '没有可以导入的行。' })
  })

  test('what is said otherwise changes, and what is empty or not there stays', async () => {
    const made = await aProduct(w, { productCode: 'OLD-1', name: '老冰箱', skus: [{ code: 'O1', priceFen: 100_00, onHandQty: 5 }] })
    const { id } = await checked('OLD-1,老冰箱改名,,,,,120,,9')
    expect(await linesOf(id)).toEqual([[2, 'good', 'change', [
      { field: 'name', from: '老冰箱', to: '老冰箱改名' }, { field: 'price', from: '100.00', to: '120.00' },
      { field: 'stock', from: '5', to: '9' },
    ], []]])
    await apply(id, { mode: 'lines' })
    await applyImport(job(), run(id))
    expect(await product('OLD-1')).toMatchObject([['老冰箱改名', expect.any(String), expect.any(String), 'O1', '颜色=白', '120.00', '1500.00', '9']])
    const prices = await get(`products/${made.productId}/price_history/`)
    expect(prices.results[0]).toMatchObject({ old_price: '100.00', new_price: '120.00', changed_by_name: 'boss' })
    const log = await get(`inventory-logs/?product_id=${made.productId}`)
    expect(log.results[0]).toMatchObject({ quantity: 4, reason: '商品.csv', created_by_name: 'boss' })
  })

  test('a product without a code goes by its number, and may be given one', async () => {
    const { productId } = await aProduct(w, { productCode: null, name: '无码冰箱', skus: [{ code: 'NC', priceFen: 100_00 }] })
    const file = ['商品编号,商品编码,售价', `${productId},GIVEN-1,99`, '999999,,1', 'x,,1'].join('\n')
    const { id } = (await upload(file)).json()
    await checkImport(job(), run(id))
    expect(await linesOf(id)).toEqual([
      [2, 'good', 'change', [
        { field: 'product_code', from: '', to: 'GIVEN-1' }, { field: 'price', from: '100.00', to: '99.00' },
      ], []],
      [3, 'bad', null, [], [{ field: 'product_id', text: '没有这个编号的商品。' }]],
      [4, 'bad', null, [], [{ field: 'product_id', text: '应为商品编号（数字）；新商品不填。' }]],
    ])
    await apply(id, { mode: 'lines' })
    await applyImport(job(), run(id))
    expect(await product('GIVEN-1')).toMatchObject([{ 0: '无码冰箱', 5: '99.00' }])
  })

  test('each fault is told with its line; one product goes as a whole; good lines go without the others', async () => {
    await aProduct(w, { productCode: 'TWO-1', name: '双规格', skus: [{ code: 'T1' }, { code: 'T2' }].map((sku, at) => ({ ...sku, specs: { 色: String(at) } })), options: [{ name: '色', values: ['0', '1'] }] })
    const { id, counts } = await checked(
      'F-1,坏价,海尔,对开门冰箱,,,abc,,1', ',无编码,海尔,对开门冰箱,,,1,,1', 'F-2,没有品牌,谁,对开门冰箱,,,1,,1', 'F-3,,,,,,,,',
      'TWO-1,,,,,,5,,', 'F-4,好的,海尔,对开门冰箱,A,,10,,1', 'F-5,甲,海尔,对开门冰箱,A,尺寸=大,10,,1', 'F-5,乙,海尔,对开门冰箱,B,尺寸=小,10,,1',
      'F-6,甲,海尔,没有这类,A,尺寸,10,,-1', 'F-7,同,海尔,对开门冰箱,A,尺寸=大,10,,1', 'F-7,同,海尔,对开门冰箱,A,尺寸=小,10,,1',
    )
    expect(counts).toEqual({ new: 0, same: 0, good: 1, bad: 10, done: 0 })
    const faults = (await linesOf(id, '?state=bad')).map(([line, , , , all]: readonly unknown[]) => [line, all])
    expect(faults).toEqual([
      [2, [{ field: 'price', text: '应为金额，例如 99.00。' }]], [3, [{ field: 'product_code', text: '此项必填。' }]],
      [4, [{ field: 'brand', text: '没有这个品牌，请先在“品牌”中添加。' }]],
      [5, ['name', 'brand', 'category', 'price'].map((field) => ({ field, text: '新商品必须填写此项。' }))],
      [6, [{ field: 'sku_code', text: '这个商品有多个规格，请填写 SKU 编码或规格。' }]],
      [8, [{ field: 'product_code', text: '同一商品的第 9 行有误，这一行随之搁置。' }]],
      [9, [{ field: 'name', text: '与第 8 行说的不同；同一商品的这一项应一致。' }]],
      [10, [{ field: 'specs', text: '应写成“颜色=白色;容量=510升”。' }, { field: 'stock', text: '应为 0 到 10000000 的整数。' }]],
      [11, [{ field: 'product_code', text: '同一商品的第 12 行有误，这一行随之搁置。' }]],
      [12, [{ field: 'sku_code', text: '与第 11 行是同一个规格。' }]],
    ])
    expect((await apply(id, { mode: 'all' })).json()).toMatchObject({ code: 409, facts: { bad: 10 } })
    expect((await apply(id, { mode: 'lines', lines: [2] })).json()).toMatchObject({ code: 409, message: '没有可以导入的行。' })
    expect((await apply(id, { mode: 'lines', lines: [7] })).statusCode).toBe(200)
    expect(await applyImport(job(), run(id))).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect(await get(`imports/${id}/`)).toMatchObject({ state: 'done', counts: { bad: 10, done: 1 } })
    expect((await product('F-4')).length).toBe(1)
  })

  test('all or nothing: refused in the middle, nothing is written and the import comes back', async () => {
    const { skuIds: [skuId = 0] } = await aProduct(w, { productCode: 'HELD-1', skus: [{ code: 'H1', onHandQty: 5 }] })
    const { id } = await checked('AON-1,先写的,海尔,对开门冰箱,,,10,,1', 'HELD-1,,,,,,,,3')
    await apply(id, { mode: 'all' })
    // Somebody orders while it waits: 4 of 5 are held, so 3 cannot be what is there.
    await w.inTx((tx) => tx.updateTable('stock.levels').set({ held_qty: 4 }).where('sku_id', '=', skuId).execute())
    expect(await applyImport(job(), run(id))).toEqual({ done: 0, failed: 1, skipped: 0 })
    expect(await product('AON-1')).toEqual([])
    const view = await get(`imports/${id}/`)
    expect(view).toMatchObject({ state: 'checked', mode: null, counts: { good: 1, bad: 1, done: 0 } })
    expect((await linesOf(id, '?state=bad'))[0]).toMatchObject([3, 'bad', null, [], [{ field: '', text: expect.stringContaining('4') }]])
    await apply(id, { mode: 'lines' })
    await applyImport(job(), run(id))
    expect((await product('AON-1')).length).toBe(1)
  })

  test('a run that was killed goes on where it was: what is done stays done', async () => {
    const { id } = await checked(...Array.from({ length: 45 }, (_, at) => `KILL-${at + 10},冰箱${at},海尔,对开门冰箱,,,10,,1`))
    await apply(id, { mode: 'lines' })
    let runs = 0
    const dying = { db: w.db, now: () => {
      runs += 1
      if (runs === 2) throw new Error('killed')
      return w.deps.now()
    } }
    await expect(applyImport(dying, run(id))).rejects.toThrow('killed')
    expect((await get(`imports/${id}/`)).counts).toEqual({ new: 0, same: 0, good: 25, bad: 0, done: 20 })
    expect(await applyImport(job(), run(id))).toEqual({ done: 25, failed: 0, skipped: 0 })
    const { rows } = await w.app.inject({ url: '/api/products/?search=KILL&page_size=100', headers: admin.headers }).then((answer) => ({ rows: answer.json().results }))
    expect(rows).toHaveLength(45)
  })

  test('two who run it at once write each line once', async () => {
    const { id } = await checked(...Array.from({ length: 30 }, (_, at) => `RACE-${at + 10},冰箱${at},海尔,对开门冰箱,,,10,,3`))
    await apply(id, { mode: 'all' })
    const reports = await Promise.all([applyImport(job(), run(id)), applyImport(job(), run(id))])
    expect(reports.reduce((sum, report) => sum + report.done, 0)).toBe(30)
    expect(await get(`imports/${id}/`)).toMatchObject({ state: 'done', counts: { done: 30 } })
    const { results } = await get('inventory-logs/?page_size=100&change_type=adjust')
    expect(results.filter(({ quantity }: { quantity: number }) => quantity === 3)).toHaveLength(30)
  })
})

describe('files that are none', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing but a title', TITLES, '文件里没有数据行。'],
    ['no column for the code', '名称,售价\n冰箱,1', '首行没有“商品编码”或“商品编号”这一列，请用模板的首行。'],
    ['a column twice', '商品编码,售价,价格,售价\na,1,1,1', '首行中“售价”出现了两次。'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), '文件无法识别。请用模板填写，保存为 CSV 或 Excel（.xlsx）。'],
    ['half an Excel file', Buffer.from('PK\u0003\u0004 and no more'), '文件无法识别。请用模板填写，保存为 CSV 或 Excel（.xlsx）。'],
    ['too many lines', `商品编码\n${'a\n'.repeat(50_001)}`, '一次最多导入 50000 行，请分成几个文件。'],
  ])('%s', async (_what, content, message) => {
    const answer = await upload(content)
    expect([answer.statusCode, answer.json().message]).toEqual([400, message])
  })

  test('GB18030, tabs, titles in English and Excel are read alike', async () => {
    // 商品编码,售价 / OLD-9,1 as Chinese Excel writes it
    const gb = Buffer.concat([Buffer.from([0xc9, 0xcc, 0xc6, 0xb7, 0xb1, 0xe0, 0xc2, 0xeb]), Buffer.from('\tPrice\nOLD-9\t1\n')])
    const excel = await excelFile([['Product code', '售价', '多余'], ['OLD-9', '1', 'x']])
    for (const [content, unknown] of [[gb, []], [excel, ['多余']]] as const) {
      expect((await upload(content)).json()).toMatchObject({ columns: ['product_code', 'price'], unknown_columns: unknown, lines: 1 })
    }
  })
})

describe('files out', () => {
  test('templates and exports are what an import reads; what looks like a formula is text', async () => {
    const { productId } = await aProduct(w, { productCode: 'OUT-1', name: '=1+1 冰箱', skus: [{ code: '-O', priceFen: 5_00, onHandQty: 2 }] })
    const answer = await w.app.inject({ url: '/api/products/export/?kind=prices&search=OUT-1', headers: admin.headers })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="prices-2026-11-20.csv"')
    expect(answer.body).toBe(`\uFEFF商品编号,商品编码,商品名称,SKU 编码,规格,售价,市场价,成本价\r\n${productId},OUT-1,'=1+1 冰箱,'-O,颜色=白,5.00,2499.00,1500.00\r\n`)
    const back = await upload(answer.rawPayload)
    await checkImport(job(), run(back.json().id))
    expect(await linesOf(back.json().id)).toEqual([[2, 'same', null, [], []]])
    const excel = await w.app.inject({ url: '/api/products/export/?kind=stock&format=xlsx&search=OUT-1', headers: admin.headers })
    expect((await readSheet(excel.rawPayload, 10)).map(({ cells }) => cells)).toEqual([
      ['商品编号', '商品编码', '商品名称', 'SKU 编码', '规格', '在库数量'], [String(productId), 'OUT-1', '=1+1 冰箱', '-O', '颜色=白', '2'],
    ])
    const template = await w.app.inject({ url: '/api/imports/template/?kind=stock', headers: { ...admin.headers, 'accept-language': 'en' } })
    expect(template.body).toBe('\uFEFFProduct number,Product code,Name,SKU code,Specs,Stock on hand\r\n')
  })

  test('only administrators', async () => {
    const staff = await w.signIn('helper', { role: 'support' })
    for (const path of ['imports/', 'imports/template/', 'products/export/', 'imports/1/', 'imports/1/lines/']) {
      expect((await get(path, staff)).code, path).toBe(403)
    }
  })

  test('an import may be put aside; one that is not there is not found', async () => {
    const { id } = await checked('X-1,甲,海尔,对开门冰箱,,,10,,1')
    const put = await w.app.inject({ method: 'DELETE', url: `/api/imports/${id}/`, headers: admin.headers })
    expect(put.json()).toMatchObject({ state: 'discarded' })
    expect((await apply(id, { mode: 'all' })).json()).toMatchObject({ code: 409 })
    expect(await get('imports/999999/')).toMatchObject({ code: 404, message: '没有这次导入。' })
    expect((await get('imports/')).results[0]).toMatchObject({ id, state: 'discarded' })
  })
})
