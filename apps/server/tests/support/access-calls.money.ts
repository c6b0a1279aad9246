import { refundOrder } from '../../src/modules/orders/index.ts'
import { keepInSuspense, noteNotice } from '../../src/modules/payments/index.ts'
import type { Call, Cell } from './access-cell.ts'
import { paidOrder, pendingOrder } from './access-objects.ts'

const NO_ID = 999_999_999
let made = 0

/** A refund of the owner's paid order, not sent yet. */
async function aRefund(cell: Cell): Promise<number> {
  const { id: orderId } = await paidOrder(cell)
  const ask = { orderId, reason: 'r', actorId: cell.actorId, at: cell.w.deps.now() }
  return (await cell.w.inTx((tx) => refundOrder(tx, ask))).id
}

async function stray({ w }: Cell, amountFen = 100): Promise<number> {
  made += 1
  const number = `88${String(made).padStart(20, '0')}`
  const money = { provider: 'alipay', tradeNumber: number, tradeId: `stray-${made}`, orderNumber: number, orderId: null }
  return (await w.inTx((tx) => keepInSuspense(tx, { ...money, amountFen, reason: 'unknown_order', at: w.deps.now() }))).id
}

async function aCase({ w }: Cell): Promise<number> {
  made += 1
  const noticeId = `wrong-${made}`
  const notice = { provider: 'alipay', noticeId, orderNumber: '1', verdict: 'wrong_app', body: {}, at: w.deps.now() }
  await w.inTx((tx) => noteNotice(tx, notice))
  const row = await w.db.selectFrom('payments.notices').select('id').where('notice_id', '=', noticeId).executeTakeFirstOrThrow()
  return row.id
}

const one = (make: (cell: Cell) => Promise<number>, body?: object): Call => ({
  kinds: ['there', 'absent'],
  ask: async (cell) => ({ params: { id: cell.kind === 'absent' ? NO_ID : await make(cell) }, ...(body ? { body } : {}) }),
})
const said = { reason: 'r' }

/** Money that goes back, and money that nobody knows the order of: all of it the staff's. */
export const moneyCalls: Record<string, Call> = {
  'POST /api/refunds/': {
    kinds: ['there', 'absent'],
    ask: async (cell) => ({ body: { order: cell.kind === 'absent' ? NO_ID : (await paidOrder(cell)).id, ...said } }),
  },
  'GET /api/refunds/:id/': one(aRefund),
  'POST /api/refunds/:id/start/': one(aRefund, {}),
  'POST /api/refunds/:id/ask/': one(aRefund),
  'POST /api/refunds/:id/succeed/': one(aRefund, {}),
  'POST /api/refunds/:id/pay_out/': one(aRefund, { ...said, transaction_id: 'B1' }),
  'POST /api/refunds/:id/settle_repeat/': one(aRefund, { ...said, outcome: 'written_off' }),
  'POST /api/refunds/:id/fail/': one(aRefund, said),
  'GET /api/suspense/:id/': one(stray),
  'POST /api/suspense/:id/refund/': one(stray, said),
  'POST /api/suspense/:id/revive/': one(stray, said),
  'POST /api/suspense/:id/match/': {
    kinds: ['there', 'absent'],
    ask: async (cell) => {
      const { number, payableFen } = await pendingOrder(cell)
      const id = cell.kind === 'absent' ? NO_ID : await stray(cell, payableFen)
      return { params: { id }, body: { ...said, order_number: number } }
    },
  },
  'POST /api/payment-cases/:id/close/': one(aCase, said),
}
