import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { auditRefund } from './audit-refund.ts'
import { refundMachine } from './refund.ts'
import type { Refund, RefundMoveName, RefundProblem } from './refund.ts'
import { insertRefundMove, updateRefundState } from './refunds.sql.ts'

export type MoveRefund = {
  move: RefundMoveName
  problem?: RefundProblem
  answer?: string
  paidFrom?: string
  transactionId?: string
  actorId?: number | null
  note?: string
  at: Date
}

/**
 * The one writer of a refund's state, with a line in its history. The caller holds its lock.
 * Throws payments.refund_moved_on.
 */
export async function moveRefund(tx: Tx, refund: Refund, input: MoveRefund): Promise<Refund> {
  const { move, problem = '', answer = refund.lastAnswer, at } = input
  const to = nextState(refundMachine, refund.state, move)
  const moved = to && await updateRefundState(tx, refund.id, {
    from: refund.state, to, problem, answer, isAttempt: move === 'start', paidFrom: input.paidFrom ?? null,
    transactionId: input.transactionId ?? refund.transactionId, at,
  })
  if (!moved) throw new Refusal('payments.refund_moved_on', { status: refund.state })
  await insertRefundMove(tx, refund.id, {
    event: move, from: refund.state, to: moved.state, actorId: input.actorId ?? null, note: input.note ?? '', at,
  })
  if (moved.state !== 'processing') await auditRefund(tx, moved, { event: 'refund_ended', actorId: input.actorId, at })
  return moved
}
