import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { anOrder, call } from '../../tests/support/order-builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { excelOf } from '../platform/excel-stream.ts'
import { readSheet } from '../platform/spreadsheet.ts'
import { maskedPhone } from './order-sheet.ts'

/** So many copies of the first order, from SQL. */
const copies = (w: World, count: number) => sql`
  with made as (
    insert into orders.orders (number, user_id, state, goods_fen, payable_fen, item_qty, pay_method, note, receiver, phone,
      province, city, district, province_code, city_code, district_code, address_detail, placed_by, placed_at, expires_at,
      updated_at)
    select '9' || lpad(n::text, 21, '0'), user_id, 'completed', goods_fen, goods_fen, 1, pay_method, repeat('x', 300), receiver,
      phone, province, city, district, province_code, city_code, district_code, address_detail, placed_by, placed_at,
      expires_at, updated_at
    from generate_series(1, ${count}::int) n, (select * from orders.orders order by id limit 1) o returning id)
  insert into orders.order_lines (order_id, product_id, sku_id, product_name, sku_specs, sku_code, image, qty, unit_price_fen,
    created_at)
  select made.id, l.product_id, l.sku_id, l.product_name, l.sku_specs, l.sku_code, l.image, 1, l.unit_price_fen, l.created_at
  from made, (select * from orders.order_lines order by id limit 1) l`.execute(w.db)

describe('orders as a file', () => {
  test('CSV and Excel say the same in Chinese and English; formulas are texts; phones are whole for admins only', async () => {
    await using w = await openWorld()
    const { number } = await anOrder(w)
    await w.db.updateTable('orders.orders').set({ note: '=1+1', receiver: '@王' }).execute()
    const [boss, support] = [await w.signIn('boss', { role: 'admin' }), await w.signIn('support', { role: 'support' })]
    const csv = await call(w, boss, 'GET', '/api/orders/export/')
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="orders-2026-11-20.csv"',
    })
    const [titles, first] = csv.body.split('\r\n')
    expect(titles).toMatch(/^\uFEFF订单号,状态,下单时间,付款时间/)
    expect(first).toContain(`${number},待支付,2026-11-20 10:00,`)
    expect(first).toContain(",支付宝,'@王,13800000002,四川省,成都市,武侯区,人民南路 1 号,")
    expect(first).toContain(",'=1+1,")
    expect((await call(w, support, 'GET', '/api/orders/export/')).body).toContain(',138****0002,')
    const english = await w.app.inject({
      url: '/api/orders/export/?format=xlsx', headers: { ...boss.headers, 'accept-language': 'en' },
    })
    const rows = await readSheet(english.rawPayload, 10)
    expect(rows.map((row) => row.cells.length)).toEqual([27, 27])
    expect(rows[0]?.cells.slice(0, 2)).toEqual(['Order number', 'Status'])
    expect(rows[1]?.cells).toEqual(expect.arrayContaining([number, 'To pay', '=1+1', '@王', '13800000002']))
    expect((await call(w, boss, 'GET', '/api/orders/export/?status=paid')).body.trim().split('\r\n')).toHaveLength(1)
    const shopper = await w.signIn('ann')
    const refused = await Promise.all([shopper, await w.signIn('agent', { isAgent: true })].map((by) => call(w, by, 'GET', '/api/orders/export/')))
    expect(refused.map((answer) => answer.statusCode)).toEqual([403, 403])
    expect((await call(w, boss, 'GET', '/api/orders/export/?format=pdf')).statusCode).toBe(400)
  })

  test('a long list is read in portions, and what nobody takes is not read from the database either', async () => {
    await using w = await openWorld({ listen: true })
    await anOrder(w)
    await copies(w, 30_000)
    const boss = await w.signIn('boss', { role: 'admin' })
    const ask = (query: string) => fetch(`${w.baseUrl}/api/orders/export/?${query}`, { headers: boss.headers })
    // who asks, 61 portions and the empty one after them
    expect(await w.statements(async () => {
      expect((await (await ask('format=csv')).text()).trim().split('\r\n')).toHaveLength(30_002)
    })).toBe(1 + 62)
    const excel = Buffer.from(await (await ask('format=xlsx&order_number=99&status=completed')).arrayBuffer())
    expect(excel.subarray(0, 2).toString()).toBe('PK')
    expect(await w.statements(async () => {
      const reader = (await ask('format=csv')).body?.getReader()
      expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
      await new Promise((go) => setTimeout(go, 300))
      await reader?.cancel()
    })).toBeLessThan(50)
  }, 60_000)
})

test('a telephone number keeps its ends', () => {
  expect([maskedPhone('13800000002'), maskedPhone('0532-8888'), maskedPhone('110')]).toEqual(['138****0002', '053****8888', '****'])
})

test('Excel takes many columns, signs that are no XML and a table of nothing', async () => {
  const table = [Array.from({ length: 30 }, (_, at) => `c${at}`), ['<&>"', 'a\u0000b\u001F', '😀\uD800', ' x ', '', '多\n行']]
  const bytes = async (rows: string[][][]) => {
    const chunks: Buffer[] = []
    for await (const chunk of excelOf((async function* () { yield* rows })())) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  const read = await readSheet(await bytes([[table[0] ?? []], [table[1] ?? []]]), 10)
  expect(read[0]?.cells).toEqual(table[0])
  expect(read[1]?.cells.slice(0, 6)).toEqual(['<&>"', 'ab', '😀\uFFFD', 'x', '', '多\n行'])
  expect(await readSheet(await bytes([]), 10)).toEqual([])
})

test('a fault on the way cuts the file off instead of ending it well', async () => {
  const reading = async () => {
    for await (const _ of excelOf((async function* () { yield [['a']]; throw new Error('the database went away') })())) continue
  }
  await expect(reading()).rejects.toThrow('the database went away')
})
