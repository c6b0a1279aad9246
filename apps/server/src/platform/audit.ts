import { join } from 'node:path'
import { pino } from 'pino'
import openRoll from 'pino-roll'
import { maskText } from './log.ts'

const KEPT_DAYS = 90

/**
 * One fact about money: numbers and ids that both sides know, never names, telephone numbers, tokens or signatures.
 * `verdict`: what came of it, in one word of the code.
 */
export type AuditFact = {
  event: 'payment_started' | 'payment_notice' | 'payment_settled' | 'payment_closed' | 'payment_refused'
    | 'transfer_confirmed' | 'transfer_rejected' | 'refund_sent' | 'refund_ended' | 'suspense_kept'
  at: Date
  provider: string
  verdict: string
  orderNumber?: string
  paymentId?: number
  tradeNumber?: string
  tradeId?: string
  refundNumber?: string
  amountFen?: number
  actorId?: number | null
}

/** Writes one fact down, once it is true: after its transaction. */
export type Audit = (fact: AuditFact) => void

/**
 * The audit log of payments, apart from the application's log: `payment_audit`, a file a day for 90 days, one JSON
 * object a line. null: nothing is written (tests).
 */
export async function openAudit(folder: string | null): Promise<Audit> {
  if (folder === null) return () => undefined
  const file = await openRoll({
    file: join(folder, 'payment_audit'), frequency: 'daily', dateFormat: 'yyyy-MM-dd', extension: '.log', mkdir: true,
    limit: { count: KEPT_DAYS, removeOtherLogFiles: true },
  })
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, file)
  return ({ at, ...fact }) => log.info({ audit: true, clock: at.toISOString(), ...masked(fact) })
}

function masked(fact: Omit<AuditFact, 'at'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, typeof value === 'string' ? maskText(value) : value]))
}
