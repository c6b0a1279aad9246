import { Refusal } from '@hearth/kernel/errors'
import { noteAudit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { endCase, lockCase } from './cases.sql.ts'
import type { Case } from './reconciliation.ts'

export type DismissCase = { caseId: number; reason: string; actorId: number; at: Date }

/** Closes a case that a person has settled otherwise. Throws reconciliation.not_found, reconciliation.case_closed. */
export async function dismissCase(tx: Tx, { caseId, reason, actorId, at }: DismissCase): Promise<Case> {
  const found = await lockOpenCase(tx, caseId)
  await endCase(tx, caseId, { state: 'dismissed', result: 'dismissed', note: reason, actorId, at })
  await auditCase(tx, found, { verdict: 'dismissed', actorId, at })
  return { ...found, state: 'dismissed', result: 'dismissed', note: reason, actorId, updatedAt: at }
}

/** Notes for the audit log how a difference ended, and by whom. */
export async function auditCase(
  tx: Tx, found: Case, said: { verdict: string; actorId: number; at: Date },
): Promise<void> {
  const { provider, tradeNumber, tradeId, refundNumber } = found
  const amountFen = found.companyFen ?? found.ourFen ?? 0
  await noteAudit(tx, { event: 'difference_ended', provider, tradeNumber, tradeId, refundNumber, amountFen, ...said })
}

/** Locks a case that is still open. Throws reconciliation.not_found, reconciliation.case_closed. */
export async function lockOpenCase(tx: Tx, caseId: number): Promise<Case> {
  const found = await lockCase(tx, caseId)
  if (!found) throw new Refusal('reconciliation.not_found')
  if (found.state !== 'open') throw new Refusal('reconciliation.case_closed')
  return found
}
