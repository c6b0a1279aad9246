import { Refusal } from '@hearth/kernel/errors'
import { noteAudit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { insertCaseClosing, lockCase } from './cases.sql.ts'
import type { CaseClosing } from './cases.sql.ts'

/**
 * Notes how a person settled a notice that does not fit its order: its money was sent back at the company, or it was
 * nothing. Once. Throws payments.case_not_found, payments.case_closed.
 */
export async function closeCase(tx: Tx, closing: CaseClosing): Promise<void> {
  const found = await lockCase(tx, closing.noticeId)
  if (!found) throw new Refusal('payments.case_not_found')
  if (!(await insertCaseClosing(tx, closing))) throw new Refusal('payments.case_closed')
  const { actorId, at } = closing
  await noteAudit(tx, { event: 'case_closed', verdict: 'closed', ...found, actorId, at })
}
