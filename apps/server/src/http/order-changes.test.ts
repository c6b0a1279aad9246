import { describe, expect, test } from 'vitest'
import {
  aBuyer, anOrder, call, onSale, openShopWorld, orderState, pay, place,
} from '../../tests/support/order-builders.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import { cancelOrder, settlePaidTrade } from '../modules/orders/index.ts'

const edit = (w: World, by: SignedIn, id: number, body: object, method: 'PATCH' | 'PUT' = 'PATCH') =>
  call(w, by, method, `/api/orders/${id}/`, body)
const remove = (w: World, by: SignedIn, id: number | string) => call(w, by, 'DELETE', `/api/orders/${id}/`)

describe('corrections by staff', () => {
  test('note, delivery and address are changed before shipping, each with a row of the history', async () => {
    await using w = await openWorld()
    const { ann, id } = await anOrder(w)
    const boss = await w.signIn('boss', { role: 'support' })
    const answer = await edit(w, boss, id, {
      note: '改到公司', snapshot_contact_name: '王大明', snapshot_phone: '13900000000', snapshot_address: '海尔路 1 号',
      snapshot_province: '山东省', snapshot_city: '青岛市', snapshot_district: '崂山区', is_government_order: true,
      distribution_time: '2026-11-25T09:00:00+08:00', status: 'paid', actual_amount: '0.01', user: boss.userId,
    })
    expect(answer.json()).toMatchObject({
      note: '改到公司', snapshot_contact_name: '王大明', snapshot_phone: '13900000000', snapshot_district: '崂山区',
      snapshot_address: '海尔路 1 号', is_government_order: true, distribution_time: '2026-11-25T09:00:00.000+08:00',
      status: 'pending', actual_amount: '4999.00', user: ann.userId,
    })
    const codes = await w.db.selectFrom('orders.orders').select(['province_code', 'city_code', 'district_code']).executeTakeFirstOrThrow()
    expect(Object.values(codes)).toEqual([370_000, 370_200, 370_212])
    const { status_history: history } = (await call(w, ann, 'GET', `/api/orders/${id}/`)).json()
    expect(history.at(-1)).toMatchObject({
      from_status: 'pending', to_status: 'pending', operator: 'boss',
      note: '修改：备注、政府采购、送货时间、收货人、电话、详细地址、所在地区',
    })
    expect((await edit(w, boss, id, { distribution_time: null })).json().distribution_time).toBeNull()
    await edit(w, boss, id, { status: 'paid' })
    expect(await countOf(w, 'orders.order_moves')).toBe(3)
  })

  test('an unknown district, a phone that is none and an empty name are refused', async () => {
    await using w = await openWorld()
    const { id } = await anOrder(w)
    const boss = await w.signIn('boss', { role: 'admin' })
    for (const body of [
      { snapshot_district: '没有这个区' }, { snapshot_province: '山东省' }, { snapshot_phone: 'abc' },
      { snapshot_contact_name: '' }, { note: 'x'.repeat(501) }, { install_time: 'later' }, { is_delivery_install: 'yes' },
    ]) expect((await edit(w, boss, id, body, 'PUT')).statusCode, JSON.stringify(body)).toBe(400)
    expect(await countOf(w, 'orders.order_moves')).toBe(1)
  })

  test('after shipping only the note may change', async () => {
    await using w = await openWorld()
    const { id } = await anOrder(w)
    const boss = await w.signIn('boss', { role: 'admin' })
    await w.db.updateTable('orders.orders').set({ state: 'shipped' }).execute()
    for (const body of [{ snapshot_address: 'x' }, { note: 'y', install_time: null }]) {
      expect((await edit(w, boss, id, body)).json()).toMatchObject({ error_code: 'INVALID_ORDER_STATUS', facts: { status: 'shipped' } })
    }
    expect((await edit(w, boss, id, { note: '放门卫' })).json()).toMatchObject({ note: '放门卫', snapshot_address: '人民南路 1 号' })
  })
})

describe('deleting an order', () => {
  test('a cancelled one without money leaves every list and keeps its rows', async () => {
    await using w = await openWorld()
    const { ann, id, number } = await anOrder(w)
    const boss = await w.signIn('boss', { role: 'admin' })
    expect((await remove(w, boss, id)).json()).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT', facts: { status: 'pending' } })
    await call(w, ann, 'PATCH', `/api/orders/${id}/cancel/`, {})
    expect((await remove(w, boss, number)).statusCode).toBe(204)
    for (const [by, url] of [[ann, 'my_orders/'], [ann, ''], [boss, ''], [boss, `?q=${number}`]] as const) {
      expect((await call(w, by, 'GET', `/api/orders/${url}`)).json().total).toBe(0)
    }
    expect((await call(w, ann, 'GET', '/api/orders/my_counts/')).json()).toMatchObject({ all: 0, cancelled: 0 })
    expect((await call(w, boss, 'GET', '/api/orders/export/')).body).not.toContain(number)
    const gone = [
      await call(w, ann, 'GET', `/api/orders/${id}/`), await call(w, ann, 'PATCH', `/api/orders/${id}/cancel/`, {}),
      await edit(w, boss, id, { note: 'x' }), await remove(w, boss, id), await remove(w, boss, 999_999),
    ]
    expect(gone.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 404, 404])
    expect(await countOf(w, 'orders.orders')).toBe(1)
  })

  test('one that took money stays', async () => {
    await using w = await openShopWorld()
    const { ann, id, number } = await anOrder(w)
    await pay(w, ann, number)
    await expect.poll(() => orderState(w, number)).toBe('paid')
    await call(w, ann, 'PATCH', `/api/orders/${id}/cancel/`, {})
    const boss = await w.signIn('boss', { role: 'admin' })
    expect((await remove(w, boss, id)).json()).toMatchObject({ code: 409, facts: { status: 'cancelled' } })
  })

  test('money that comes late brings a deleted order back to the lists', async () => {
    await using w = await openWorld()
    const { ann, id, number } = await anOrder(w)
    const at = w.deps.now()
    await w.inTx((tx) => cancelOrder(tx, { orderId: id, actorId: null, by: 'timeout', reason: '', note: '', at }))
    const boss = await w.signIn('boss', { role: 'admin' })
    expect((await remove(w, boss, id)).statusCode).toBe(204)
    const trade = { method: 'alipay', tradeNumber: number, tradeId: 'T1', amountFen: 499_900 } as const
    expect(await w.inTx((tx) => settlePaidTrade(tx, { ...trade, at }))).toBe('revived')
    expect((await call(w, ann, 'GET', `/api/orders/${id}/`)).json()).toMatchObject({ status: 'paid' })
  })
})

describe('what a list finds', () => {
  test('filters, and signs that are a pattern elsewhere', async () => {
    await using w = await openWorld()
    const [ann, bob] = [await aBuyer(w, 'ann'), await aBuyer(w, 'bob_1')]
    const fan = await onSale(w)
    await place(w, ann, fan)
    const second = (await place(w, bob, fan)).json()
    await w.db.updateTable('orders.orders').set({ paid_at: new Date('2026-11-19T16:00:00Z'), state: 'paid', pay_method: 'bank' })
      .where('id', '=', second.order.id).execute()
    await w.db.updateTable('orders.order_lines').set({ product_name: '100%_新风机' }).where('order_id', '=', second.order.id).execute()
    const boss = await w.signIn('boss', { role: 'support' })
    const found = async (query: string, by: SignedIn = boss) =>
      (await call(w, by, 'GET', `/api/orders/?${query}`)).json().results?.map((order: { id: number }) => order.id)
    const only = [second.order.id]
    for (const query of [
      'payment_method=bank', 'paid_after=2026-11-20', 'paid_before=2026-11-20', 'q=bob_1', `q=${second.order_id}`,
      'q=100%25_', 'product_name=%25_%E6%96%B0', 'status=2', `user_id=${bob.userId}`, 'username=B_',
    ]) expect(await found(query), query).toEqual(only)
    for (const query of ['q=%25%25', 'username=%25', 'paid_before=2026-11-19', 'payment_method=credit', 'q=%5C']) {
      expect(await found(query), query).toEqual([])
    }
    expect(await found('q=13800000002')).toHaveLength(2)
    // a shopper searches his own orders, and not by people
    expect(await found('q=13800000002', bob)).toEqual([])
    expect(await found(`username=ann&user_id=${ann.userId}`, bob)).toEqual(only)
    expect((await call(w, boss, 'GET', '/api/orders/?paid_after=yesterday')).json()).toMatchObject({ errors: { paid_after: [expect.any(String)] } })
  })
})
