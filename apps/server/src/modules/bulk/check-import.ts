import { inTransaction, takenBack } from '../../platform/db.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { JobReport } from '../../platform/jobs.ts'
import { selectPlaceNames } from '../catalog/index.ts'
import { lockImport } from './imports.sql.ts'
import { PRODUCTS_AT_ONCE, inSlices } from './in-slices.ts'
import { selectNextGroups, writeLineResults } from './lines.sql.ts'
import type { LineResult } from './lines.sql.ts'
import { moveImport } from './move-import.ts'
import { writeGroup } from './write-group.ts'

export type ImportJob = { db: Db; now: () => Date }
export type ImportAsked = { importId: number; actorId: number }

/** Tries out every line and takes it back, so that the preview says just what applying will do. */
export async function checkImport({ db, now }: ImportJob, asked: ImportAsked): Promise<JobReport> {
  let done = 0
  await inSlices(db, { name: 'check-import', body: asked }, async () => {
    const qty = await inTransaction(db, (tx) => checkNext(tx, asked, now()))
    done += qty
    return qty > 0
  })
  return { done, failed: 0, skipped: 0 }
}

/** Checks the next products; when there are none, the import is checked. @returns how many lines */
async function checkNext(tx: Tx, { importId, actorId }: ImportAsked, at: Date): Promise<number> {
  const known = await lockImport(tx, importId)
  if (known?.state !== 'checking') return 0
  const groups = await selectNextGroups(tx, importId, 'new', { groups: PRODUCTS_AT_ONCE })
  if (groups.length === 0) {
    await moveImport(tx, known, { move: 'check', at })
    return 0
  }
  const places = await selectPlaceNames(tx)
  const results: LineResult[] = []
  const writing = { places, reason: known.fileName, actorId, at }
  await takenBack(tx, async () => {
    for (const lines of groups) results.push(...await writeGroup(tx, lines, writing))
  })
  await writeLineResults(tx, importId, results.map((each) => ({ ...each, state: each.state === 'done' ? 'good' : each.state })))
  return results.length
}
