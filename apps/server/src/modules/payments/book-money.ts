import type { Tx } from '../../platform/db.ts'
import { accountOf, bookEntry, moved } from '../book/index.ts'
import type { EntryKind } from '../book/index.ts'
import type { Payment } from './payment.ts'
import type { Refund } from './refund.ts'
import type { Suspense } from './suspense.ts'

/** Money in suspense that pays an order: it came before, and now changes what it is held for. */
export type FromSuspense = { suspenseId: number; as: 'revive' | 'match' }

type Paid = Pick<Payment, 'id' | 'orderId' | 'orderNumber' | 'method' | 'amountFen' | 'tradeId'>

/** Books that a payment has succeeded: money that arrived, or that lay in suspense. */
export async function bookPayment(
  tx: Tx, paid: Paid, said: { from?: FromSuspense; actorId?: number; at: Date },
): Promise<void> {
  const { from, actorId, at } = said
  const holder = from ? 'suspense' : accountOf(paid.method)
  await book(tx, {
    kind: from?.as ?? 'receipt', key: `payment:${paid.id}`,
    postings: moved(paid.amountFen, { from: 'orders', to: holder }),
    orderId: paid.orderId, orderNumber: paid.orderNumber, paymentId: paid.id, suspenseId: from?.suspenseId ?? null,
    reference: paid.tradeId ?? '', actorId, at,
  })
}

/** Books money that arrived and cannot pay its order. */
export async function bookSuspense(tx: Tx, entry: Suspense, at: Date): Promise<void> {
  await book(tx, {
    kind: 'suspense_receipt', key: `suspense:${entry.id}`,
    postings: moved(entry.amountFen, { from: 'suspense', to: accountOf(entry.provider) }),
    orderId: entry.orderId, orderNumber: entry.orderNumber, suspenseId: entry.id, reference: entry.tradeId, at,
  })
}

/** Books that money has gone back; `paidFrom` says whose account it left. */
export async function bookRefund(tx: Tx, refund: Refund, said: { paidFrom: string; actorId: number | null; at: Date }) {
  const { paidFrom, actorId, at } = said
  await book(tx, {
    ...refundEntry(refund), key: `refund:${refund.id}`,
    postings: moved(refund.amountFen, { from: accountOf(paidFrom), to: ownerOf(refund) }), actorId, at,
  })
}

/** Books that the money of a refund has left a second time, from another account than the first. */
export async function bookRepeat(tx: Tx, refund: Refund, said: { account: string; at: Date }): Promise<void> {
  await book(tx, {
    ...refundEntry(refund), key: `refund:${refund.id}:again`,
    postings: moved(refund.amountFen, { from: accountOf(said.account), to: ownerOf(refund) }), at: said.at,
  })
}

/** Books how that ended: the money came back into an account, or it is a cost (`account` null). */
export async function bookRepeatClosed(
  tx: Tx, refund: Refund,
  said: { account: string | null; transactionId: string; note: string; actorId: number; at: Date },
): Promise<void> {
  const { account, transactionId, note, actorId, at } = said
  await book(tx, {
    ...refundEntry(refund), kind: 'correction', key: `refund:${refund.id}:settled`,
    postings: moved(refund.amountFen, { from: ownerOf(refund), to: account === null ? 'fees' : accountOf(account) }),
    reference: transactionId || refund.refundNumber, note, actorId, at,
  })
}

/** Whose money a refund sends back. */
function ownerOf(refund: Refund): 'orders' | 'suspense' {
  return refund.suspenseId === null ? 'orders' : 'suspense'
}

function refundEntry(refund: Refund) {
  const kind: EntryKind = refund.suspenseId === null ? 'refund' : 'suspense_refund'
  const { orderId, orderNumber, paymentId, suspenseId, id: refundId } = refund
  const reference = refund.transactionId || refund.refundNumber
  return { kind, orderId, orderNumber, paymentId, suspenseId, refundId, reference }
}

async function book(tx: Tx, entry: Parameters<typeof bookEntry>[1]): Promise<void> {
  // Each of these facts is written once, under a lock; a second time is a fault, and nothing of it may stay.
  if (!(await bookEntry(tx, entry))) throw new Error(`${entry.key} is booked already`)
}
