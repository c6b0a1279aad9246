import type { Db } from '../../platform/db.ts'
import { UNFINISHED, WIDTHS } from '../../platform/files.ts'
import type { Files } from '../../platform/files.ts'
import { selectKnownPaths } from './media.sql.ts'

const AT_ONCE = 500
const DAY_FOLDER = /^(?:images|manuals|private)\/(\d{4})\/(\d\d)\/(\d\d)\//
const MADE_OF = new RegExp(`^sizes/(?:${WIDTHS.join('|')})/(images/.+)\\.(?:webp|jpg)$`)

/** Folders whose files no row of the media's own speaks of: what of them is in use, others know. */
type UsedBy = Record<'manuals' | 'private', (db: Db) => Promise<string[]>>
type Sweep = { db: Db; files: Files; inUse: UsedBy }

/**
 * Takes away uploaded files of days before `beforeDay` that no row speaks of: what a process left that ended between
 * writing and committing, or between committing and deleting, and manuals and private pictures that nothing uses.
 * Variants go with their originals; what was never finished goes too. @returns how many files went
 */
export async function sweepFiles({ db, files, inUse }: Sweep, beforeDay: string): Promise<number> {
  let gone = 0
  for (const folder of ['manuals', 'private'] as const) {
    const old = (await files.list(folder)).filter((path) => dayOf(path) < beforeDay)
    const used = new Set(old.length > 0 ? await inUse[folder](db) : [])
    for (const path of old.filter((each) => !used.has(each))) {
      await files.disk.delete(path)
      gone += 1
    }
  }
  for (const folder of ['images', ...WIDTHS.map((width) => `sizes/${width}/images`)]) {
    const old = (await files.list(folder)).filter((path) => dayOf(path) < beforeDay)
    for (let at = 0; at < old.length; at += AT_ONCE) gone += await sweep({ db, files }, old.slice(at, at + AT_ONCE))
  }
  return gone
}

async function sweep({ db, files }: Pick<Sweep, 'db' | 'files'>, paths: readonly string[]): Promise<number> {
  const known = new Set(await selectKnownPaths(db, paths.map(originalPath)))
  const unknown = paths.filter((path) => path.endsWith(UNFINISHED) || !known.has(originalPath(path)))
  for (const path of unknown) await files.disk.delete(path)
  return unknown.length
}

/** The upload that a file is or was made of. */
function originalPath(path: string): string {
  return MADE_OF.exec(path)?.[1] ?? path
}

/** The day of the folder it lies in, by the application's clock; far ahead for a file that lies elsewhere. */
function dayOf(path: string): string {
  const [, year, month, day] = DAY_FOLDER.exec(path.replace(/^sizes\/\d+\//, '')) ?? []
  return year ? `${year}-${month}-${day}` : '9999'
}
