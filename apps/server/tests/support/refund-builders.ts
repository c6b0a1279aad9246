import { expect } from 'vitest'
import { isSound } from '../../src/cli/verify-book.ts'
import type { RefundOutcome } from '../../src/modules/payments/index.ts'
import { selectBookFindings } from '../../src/reads/verify-book.sql.ts'
import { anOrder, call, pay } from './order-builders.ts'
import type { SignedIn, World } from './world.ts'

/** Ann's paid order of 4,999.00 and an administrator. */
export async function aPaidOrder(w: World) {
  const order = await anOrder(w)
  await pay(w, order.ann, order.number)
  return { ...order, anna: await w.signIn('anna', { role: 'admin' }) }
}

export const refund = (w: World, by: SignedIn, order: number, amount?: string) =>
  call(w, by, 'POST', '/api/refunds/', { order, reason: '少发一件', ...(amount ? { amount } : {}) })
export const act = (w: World, by: SignedIn, id: number, move: string, body: object = {}) =>
  call(w, by, 'POST', `/api/refunds/${id}/${move}/`, body)
export const seen = async (w: World, by: SignedIn, id: number) => (await call(w, by, 'GET', `/api/refunds/${id}/`)).json()

/** Lets the simulated Alipay answer something that it never does by itself. */
export function answering(w: World, answers: { refund?: RefundOutcome; findRefund?: RefundOutcome | null }): void {
  const { alipay } = w.deps.payments
  if (alipay && answers.refund) Object.assign(alipay, { refund: async () => answers.refund })
  if (alipay && answers.findRefund !== undefined) Object.assign(alipay, { findRefund: async () => answers.findRefund })
}

export const expectSound = async (w: World) => expect(isSound(await selectBookFindings(w.db, 10))).toBe(true)
