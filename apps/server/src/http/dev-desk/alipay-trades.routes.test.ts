import { expect, test } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { selectPayment } from '../../modules/payments/index.ts'
import { aPayment } from '../../../tests/support/payments.ts'
import { deskActions } from '../../simulators/alipay/index.ts'

function act(w: World, orderNumber: string, action: string) {
  return w.app.inject({ method: 'POST', url: `/dev/api/alipay/trades/${orderNumber}/`, payload: { action } })
}

function view(w: World, orderNumber: string) {
  return w.app.inject({ method: 'GET', url: `/dev/api/alipay/trades/${orderNumber}/` })
}

test('the desk pays as the buyer, even before he has opened the page', async () => {
  await using w = await openWorld({ listen: true })
  const { orderNumber, id } = await aPayment(w)
  expect((await view(w, orderNumber)).statusCode).toBe(404)
  const answer = await act(w, orderNumber, 'pay_without_notice')
  expect(answer.statusCode).toBe(200)
  const { return_url, notice } = answer.json<{ return_url: string; notice: null }>()
  expect(notice).toBe(null)
  const returned = Object.fromEntries(new URL(return_url).searchParams)
  expect(w.deps.payments.alipay?.readReturn?.(returned)).toMatchObject({ tradeNumber: orderNumber, amountFen: 100_000 })
  expect((await selectPayment(w.db, id))?.state).toBe('processing')
  expect((await view(w, orderNumber)).json()).toEqual({
    out_trade_no: orderNumber, trade_no: returned.trade_no, trade_status: 'TRADE_SUCCESS', total_amount: '1000.00',
    refunded_amount: '0.00', refunds: [],
  })
})

test('a notice is really sent, and what the shop answered is shown', async () => {
  await using w = await openWorld({ listen: true })
  const { orderNumber } = await aPayment(w)
  const { notice } = (await act(w, orderNumber, 'pay')).json<{ notice: { status: number; body: string } }>()
  // The attempt belongs to no order, so the shop cannot place the money.
  expect(notice.status).toBe(404)
  expect(await w.db.selectFrom('payments.suspense').select(['reason', 'amount_fen']).execute())
    .toEqual([{ reason: 'unknown_order', amount_fen: 100_000 }])
})

test('altered notices are refused with 403 and nothing changes, paid or not', async () => {
  await using w = await openWorld({ listen: true })
  const { orderNumber, id } = await aPayment(w)
  for (const _ of [1, 2]) {
    const answer = await act(w, orderNumber, 'notify_tampered')
    const { notice } = answer.json<{ notice: { status: number; body: string } }>()
    expect([notice.status, JSON.parse(notice.body).error_code]).toEqual([403, 'PAYMENT_VERIFICATION_FAILED'])
  }
  expect((await selectPayment(w.db, id))?.state).toBe('processing')
  expect(await w.db.selectFrom('payments.notices').select('id').execute()).toEqual([])
})

test.each(['notify_wrong_app', 'notify_wrong_seller'])('%s is kept once as a case and answered 400', async (action) => {
  await using w = await openWorld({ listen: true })
  const { orderNumber, id } = await aPayment(w)
  for (const _ of [1, 2]) {
    const { notice } = (await act(w, orderNumber, action)).json<{ notice: { status: number } }>()
    expect(notice.status).toBe(400)
  }
  const cases = await w.db.selectFrom('payments.notices').select(['verdict', 'order_number']).execute()
  expect(cases).toEqual([{ verdict: action.replace('notify_', ''), order_number: orderNumber }])
  expect((await selectPayment(w.db, id))?.state).toBe('processing')
})

test('a closed trade cannot be paid, a paid one not closed, an unpaid one not told again', async () => {
  await using w = await openWorld({ listen: true })
  const closed = await aPayment(w)
  const paid = await aPayment(w)
  const early = await act(w, closed.orderNumber, 'notify_again')
  expect(early.json()).toMatchObject({ facts: { reason: 'ACQ.TRADE_STATUS_ERROR' } })
  expect((await act(w, closed.orderNumber, 'close')).statusCode).toBe(200)
  const refused = await act(w, closed.orderNumber, 'pay')
  expect(refused.statusCode).toBe(400)
  expect(refused.json()).toMatchObject({ error_code: 'BUSINESS_ERROR', facts: { reason: 'ACQ.TRADE_HAS_CLOSE' } })
  await act(w, paid.orderNumber, 'pay_without_notice')
  expect((await act(w, paid.orderNumber, 'close')).statusCode).toBe(400)
  expect((await view(w, paid.orderNumber)).json()).toMatchObject({ trade_status: 'TRADE_SUCCESS' })
})

test('an unknown number is 404 and an unknown action 400 for every action', async () => {
  await using w = await openWorld({ listen: true })
  for (const action of deskActions) expect((await act(w, '20261120999999999999', action)).statusCode).toBe(404)
  expect((await act(w, '20261120999999999999', 'steal')).statusCode).toBe(400)
})
