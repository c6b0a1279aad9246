import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { refundMachine } from './refund.ts'
import type { Refund } from './refund.ts'
import { updateRefundState } from './refunds.sql.ts'

export type MoveRefund = { move: keyof typeof refundMachine.moves; answer?: string; at: Date }

/** The one writer of a refund's state. The caller holds its lock. Throws payments.refund_not_failed. */
export async function moveRefund(tx: Tx, refund: Refund, input: MoveRefund): Promise<Refund> {
  const to = nextState(refundMachine, refund.state, input.move)
  const moved = to && await updateRefundState(tx, refund.id, {
    from: refund.state, to, answer: input.answer ?? refund.lastAnswer, isAttempt: input.move === 'start', at: input.at,
  })
  if (!moved) throw new Refusal('payments.refund_not_failed', { state: refund.state })
  return moved
}
