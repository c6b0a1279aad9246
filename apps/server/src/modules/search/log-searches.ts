import type { Tx } from '../../platform/db.ts'
import { cleanText, fold } from './fold.ts'
import { insertSearchLogs } from './logs.sql.ts'

const MAX_KEYWORD = 200

/** One search; `userId` null for a visitor. */
export type Searched = { keyword: string; userId: number | null; foundQty: number; at: Date }

/** Keeps what was looked for; what says nothing is left out. */
export async function logSearches(tx: Tx, searched: readonly Searched[]): Promise<void> {
  const rows = searched.map(({ keyword, ...rest }) => {
    const kept = [...cleanText(keyword)].slice(0, MAX_KEYWORD).join('')
    return { ...rest, keyword: kept, folded: foldKeyword(kept) }
  }).filter(({ keyword }) => keyword !== '')
  if (rows.length > 0) await insertSearchLogs(tx, rows)
}

/** A keyword as compared with others; signs alone stay what they are. */
export function foldKeyword(keyword: string): string {
  const clean = cleanText(keyword)
  return fold(clean) || clean
}
