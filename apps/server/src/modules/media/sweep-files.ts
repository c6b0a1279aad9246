import type { Db } from '../../platform/db.ts'
import { UNFINISHED, WIDTHS } from '../../platform/files.ts'
import type { Files } from '../../platform/files.ts'
import { selectKnownPaths } from './media.sql.ts'

const AT_ONCE = 500
const DAY_FOLDER = /^(?:images|manuals)\/(\d{4})\/(\d\d)\/(\d\d)\//
const MADE_OF = new RegExp(`^sizes/(?:${WIDTHS.join('|')})/(images/.+)\\.(?:webp|jpg)$`)

/** `manualsInUse`: the paths of manuals that products have. */
type Sweep = { db: Db; files: Files; manualsInUse: (db: Db) => Promise<string[]> }

/**
 * Takes away uploaded files of days before `beforeDay` that no row speaks of: what a process left that ended between
 * writing and committing, or between committing and deleting, and manuals that no product has. Variants go with their
 * originals; what was never finished goes too. @returns how many files went
 */
export async function sweepFiles({ db, files, manualsInUse }: Sweep, beforeDay: string): Promise<number> {
  let gone = 0
  const manuals = (await files.list('manuals')).filter((path) => dayOf(path) < beforeDay)
  const used = new Set(manuals.length > 0 ? await manualsInUse(db) : [])
  for (const path of manuals.filter((each) => !used.has(each))) {
    await files.disk.delete(path)
    gone += 1
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
