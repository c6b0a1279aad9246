import { openPayment, upsertBankProof } from '../../src/modules/payments/index.ts'
import type { Asked, Call, Cell } from './access-cell.ts'
import { pendingOrder } from './access-objects.ts'

type One = (make: (cell: Cell) => Promise<{ id: number } | number>, rest?: Asked) => Call
type List = (look: (cell: Cell) => Promise<Asked>) => Call

/** An attempt to pay the owner's pending order, by Alipay. */
async function attempt({ w, ...cell }: Cell) {
  const order = await pendingOrder({ w, ...cell })
  return w.db.selectFrom('payments.payments').select(['id', 'order_id']).where('order_id', '=', order.id)
    .executeTakeFirstOrThrow()
}

/** One by bank transfer beside it. */
async function transfer(cell: Cell) {
  const { w, owner: { userId } } = cell
  const { id: orderId, number: orderNumber, payableFen: amountFen, expiresAt } = await pendingOrder(cell)
  return w.inTx((tx) => openPayment(tx, {
    orderId, orderNumber, userId, method: 'bank', amountFen, expiresAt, at: w.deps.now(),
  }))
}

/** The same, proved by a picture. */
async function provedTransfer(cell: Cell) {
  const { w } = cell
  const payment = await transfer(cell)
  const imagePath = `private/2026/11/20/${payment.id}.png`
  await w.deps.files.disk.put(imagePath, 'a picture')
  await w.inTx((tx) => upsertBankProof(tx, { paymentId: payment.id, imagePath, note: '', uploadedAt: w.deps.now() }))
  return payment
}

/** How the routes of paying are asked. */
export function payingCalls(one: One, list: List): Record<string, Call> {
  return {
    'GET /api/payments/': list(async (cell) => {
      const { id, order_id } = await attempt(cell)
      return { query: `order_id=${order_id}`, shows: `"id":${id},` }
    }),
    'POST /api/payments/': {
      kinds: ['own', "shopper's", 'absent'],
      ask: async (cell) => ({
        body: { order_id: cell.kind === 'absent' ? 999_999_999 : (await attempt(cell)).order_id, method: 'alipay' },
      }),
    },
    'GET /api/payments/:id/': one(attempt),
    'PUT /api/payments/:id/': one(attempt, { body: { method: 'bank' } }),
    'PATCH /api/payments/:id/': one(attempt, { body: { method: 'bank' } }),
    'DELETE /api/payments/:id/': one(attempt),
    'POST /api/payments/:id/start/': one(attempt),
    'POST /api/payments/:id/cancel/': one(attempt),
    'POST /api/payments/:id/fail/': one(attempt),
    'POST /api/payments/:id/expire/': one(attempt),
    'POST /api/payments/:id/succeed/': one(attempt),
    'POST /api/payments/:id/proof/': one(transfer, { body: { note: '已转账' } }),
    'GET /api/payments/:id/proof/picture/': one(provedTransfer),
    'POST /api/payments/:id/confirm/': one(transfer, { body: { amount: '0.01', reference: 'B1' } }),
    'POST /api/payments/:id/reject/': one(transfer, { body: { reason: '未到账' } }),
  }
}
