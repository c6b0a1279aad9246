import type { Tx } from '../../platform/db.ts'
import { insertNotice } from './notices.sql.ts'
import type { NewNotice } from './notices.sql.ts'
import { redactFields } from './redact.ts'

export type NoteNotice = NewNotice

/**
 * Stores a notice that was proved to come from the company, once per its id, without signature and personal data.
 * A twin waits for the first one's transaction. @returns whether it is new
 */
export function noteNotice(tx: Tx, notice: NoteNotice): Promise<boolean> {
  return insertNotice(tx, { ...notice, body: redactFields(notice.body) })
}
