import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { importMachine } from './import-machine.ts'
import type { ImportMove } from './import-machine.ts'
import { writeImportState } from './imports.sql.ts'
import type { ImportMode, ImportRow } from './imports.sql.ts'

/** Moves an import that is locked. Throws bulk.not_now. */
export async function moveImport(
  tx: Tx, known: ImportRow, { move, at, mode }: { move: ImportMove; at: Date; mode?: ImportMode | null },
): Promise<void> {
  const state = nextState(importMachine, known.state, move)
  if (!state) throw new Refusal('bulk.not_now')
  const isEnd = state === 'done' || state === 'discarded'
  await writeImportState(tx, known.id, { state, mode, endedAt: isEnd ? at : undefined })
}
