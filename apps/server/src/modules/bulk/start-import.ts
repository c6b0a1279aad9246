import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { sendJob } from '../../platform/jobs.ts'
import { lockImport } from './imports.sql.ts'
import type { ImportMode } from './imports.sql.ts'
import { chooseLines, countLines } from './lines.sql.ts'
import { moveImport } from './move-import.ts'

/** `lines`: which good lines, by number; null for all of them. With mode `all` no line may be bad. */
export type StartImport = { id: number; mode: ImportMode; lines: readonly number[] | null; actorId: number; at: Date }

/**
 * Has the lines of a checked import applied. Throws bulk.not_found, bulk.not_now, bulk.lines_are_bad (`bad`),
 * bulk.nothing_to_do.
 */
export async function startImport(tx: Tx, { id, mode, lines, actorId, at }: StartImport): Promise<void> {
  const known = await lockImport(tx, id)
  if (!known) throw new Refusal('bulk.not_found')
  await moveImport(tx, known, { move: 'apply', mode, at })
  const { bad = 0 } = (await countLines(tx, [id])).get(id) ?? {}
  if (mode === 'all' && bad > 0) throw new Refusal('bulk.lines_are_bad', { bad })
  if ((await chooseLines(tx, id, mode === 'all' ? null : lines)) === 0) throw new Refusal('bulk.nothing_to_do')
  await sendJob(tx, 'apply-import', { importId: id, actorId })
}

/** Puts an import aside that nobody wants any more. Throws bulk.not_found, bulk.not_now. */
export async function discardImport(tx: Tx, { id, at }: { id: number; at: Date }): Promise<void> {
  const known = await lockImport(tx, id)
  if (!known) throw new Refusal('bulk.not_found')
  await moveImport(tx, known, { move: 'discard', at })
}
