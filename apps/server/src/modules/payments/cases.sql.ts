import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export type CaseClosing = { noticeId: number; actorId: number; reason: string; at: Date }

/** The notice, when it is one that a person has to look at. Locks it. */
export async function lockCase(tx: Tx, noticeId: number): Promise<{ provider: string; tradeNumber: string } | null> {
  const row = await tx.selectFrom('payments.notices').select(['provider', 'order_number as tradeNumber']).where('id', '=', noticeId)
    .where(sql<boolean>`(starts_with(verdict, 'wrong_') or verdict = 'unknown_refund')`).forUpdate().executeTakeFirst()
  return row ?? null
}

/** @returns false when it is closed already */
export async function insertCaseClosing(tx: Tx, closing: CaseClosing): Promise<boolean> {
  const row = await tx.insertInto('payments.case_closings')
    .values({ notice_id: closing.noticeId, actor_id: closing.actorId, reason: closing.reason, at: closing.at })
    .onConflict((on) => on.doNothing()).returning('notice_id').executeTakeFirst()
  return row !== undefined
}
