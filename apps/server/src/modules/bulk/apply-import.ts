import { forgetPlans, inTransaction } from '../../platform/db.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { JobReport } from '../../platform/jobs.ts'
import { selectPlaceNames } from '../catalog/index.ts'
import type { ImportAsked, ImportJob } from './check-import.ts'
import { lockImport, selectImport, takeIfFree, writeProgress } from './imports.sql.ts'
import type { ImportRow } from './imports.sql.ts'
import { PRODUCTS_AT_ONCE, inSlices } from './in-slices.ts'
import { selectLinesLike, selectNextGroups, unchooseLines, writeLineResults } from './lines.sql.ts'
import { moveImport } from './move-import.ts'
import { refusedGroup } from './report.ts'
import { resultsOf, writeGroup, writeStock } from './write-group.ts'
import { LineRefused, writeProduct } from './write-product.ts'
import type { LineOutcome } from './write-product.ts'

/** Applies the chosen lines, as its mode says. Safe to run again at any time: what is done stays done. */
export async function applyImport(job: ImportJob, asked: ImportAsked): Promise<JobReport> {
  const known = await selectImport(job.db, asked.importId)
  if (known?.state !== 'applying') return { done: 0, failed: 0, skipped: 1 }
  return known.mode === 'all' ? applyAll(job, asked) : applyLines(job, asked)
}

/** Product by product; what is refused by now says so and holds up nobody. */
async function applyLines({ db, now }: ImportJob, asked: ImportAsked): Promise<JobReport> {
  const report = { done: 0, failed: 0, skipped: 0 }
  await inSlices(db, { name: 'apply-import', body: asked }, async () => {
    const states = await inTransaction(db, (tx) => applyNext(tx, asked, now()))
    report.done += states.filter((state) => state !== 'bad').length
    report.failed += states.filter((state) => state === 'bad').length
    return states.length > 0
  })
  return report
}

async function applyNext(tx: Tx, { importId, actorId }: ImportAsked, at: Date): Promise<string[]> {
  const known = await lockImport(tx, importId)
  if (known?.state !== 'applying') return []
  const groups = await selectNextGroups(tx, importId, 'chosen', { groups: PRODUCTS_AT_ONCE })
  if (groups.length === 0) {
    await moveImport(tx, known, { move: 'finish', at })
    return []
  }
  const places = await selectPlaceNames(tx)
  const results = []
  const writing = { places, reason: known.fileName, actorId, at }
  for (const lines of groups) results.push(...await writeGroup(tx, lines, writing))
  await writeLineResults(tx, importId, results)
  return results.map(({ state }) => state)
}

/** All lines in one transaction; when one is refused, nothing is written and the import is given back. */
async function applyAll({ db, now }: ImportJob, asked: ImportAsked): Promise<JobReport> {
  try {
    const done = await inTransaction(db, (tx) => applyWhole(tx, asked, { db, at: now() }))
    return { done, failed: 0, skipped: 0 }
  } catch (fault) {
    if (!(fault instanceof LineRefused)) throw fault
    await inTransaction(db, (tx) => giveBack(tx, asked.importId, { fault, at: now() }))
    return { done: 0, failed: 1, skipped: 0 }
  }
}

async function applyWhole(
  tx: Tx, { importId, actorId }: ImportAsked, { db, at }: { db: Db; at: Date },
): Promise<number> {
  const known = await takeIfFree(tx, importId)
  if (known?.state !== 'applying') return 0
  const writing = { places: await selectPlaceNames(tx), reason: known.fileName, actorId, at }
  const all: LineOutcome[] = []
  for (let after: number | undefined; ;) {
    const groups = await selectNextGroups(tx, importId, 'chosen', { groups: PRODUCTS_AT_ONCE, after })
    if (groups.length === 0) break
    for (const lines of groups) all.push(...await writeProduct(tx, { lines, ...writing }))
    await forgetPlans(tx)
    after = groups.at(-1)?.[0]?.groupNo
    await writeProgress(db, importId, all.length)
  }
  // Stock comes last: shoppers wait for its locks.
  const stock = await writeStock(tx, all, writing)
  await writeLineResults(tx, importId, resultsOf(all, stock))
  await moveImport(tx, known, { move: 'finish', at })
  return all.length
}

type GivingBack = { fault: LineRefused; at: Date }

async function giveBack(tx: Tx, importId: number, { fault, at }: GivingBack): Promise<void> {
  const known: ImportRow | null = await lockImport(tx, importId)
  if (known?.state !== 'applying') return
  await writeLineResults(tx, importId, refusedGroup(await selectLinesLike(tx, importId, fault.line), fault))
  await unchooseLines(tx, importId)
  await writeProgress(tx, importId, 0)
  await moveImport(tx, known, { move: 'give_back', mode: null, at })
}
