import type { PaymentView } from '@hearth/contracts/payments'
import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { selectBankProofs, selectPaymentMoves } from '../modules/payments/index.ts'
import type { BankProof, Payment, PaymentMove } from '../modules/payments/index.ts'
import type { Db } from '../platform/db.ts'
import type { Deps } from './deps.ts'

type Log = { event: string; at: Date } & Partial<Pick<PaymentMove, 'from' | 'to' | 'note'>>

/** Payment with what happened to it so far. */
export function paymentView(payment: Payment, logs: readonly Log[]): PaymentView {
  return {
    id: payment.id, order: payment.orderId, order_number: payment.orderNumber, amount: yuanText(payment.amountFen),
    method: payment.method, channel: payment.channel, status: payment.state, trade_id: payment.tradeId,
    created_at: isoShanghai(payment.createdAt), updated_at: isoShanghai(payment.updatedAt),
    expires_at: isoShanghai(payment.expiresAt), logs: logs.map(logView),
  }
}

function logView({ event, at, from, to, note }: Log): PaymentView['logs'][number] {
  return { t: isoShanghai(at), event, ...(to ? { from: from ?? null, to } : {}), ...(note ? { note } : {}) }
}

type Shown = Pick<Deps, 'config'> & { db: Db }

/** Attempts with their histories and the proofs of transfers, by two statements however many they are. */
export async function paymentViews({ db, config }: Shown, payments: readonly Payment[]): Promise<PaymentView[]> {
  const ids = payments.map((payment) => payment.id)
  const [moves, proofs] = [await selectPaymentMoves(db, ids), await selectBankProofs(db, ids)]
  return payments.map((payment) => ({
    ...paymentView(payment, moves.get(payment.id) ?? []), proof: proofView(proofs.get(payment.id), config),
  }))
}

export async function onePaymentView(shown: Shown, payment: Payment): Promise<PaymentView> {
  const [view] = await paymentViews(shown, [payment])
  return view ?? paymentView(payment, [])
}

function proofView(proof: BankProof | undefined, { publicUrl }: Deps['config']): PaymentView['proof'] {
  if (!proof) return null
  const { paymentId, imagePath, note, uploadedAt } = proof
  const pictureUrl = imagePath && `${publicUrl}/api/payments/${paymentId}/proof/picture/`
  return { picture_url: pictureUrl, note, uploaded_at: isoShanghai(uploadedAt) }
}
