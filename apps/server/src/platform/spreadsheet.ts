import { Worker } from 'node:worker_threads'
import { stringify } from 'csv-stringify/sync'

/** A row of a table and the line it begins at in its file (Excel: its row). */
export type SheetRow = { line: number; cells: string[] }
export type SheetFormat = 'csv' | 'xlsx'

/** The file is no table: damaged, of another kind, too large when unpacked, or with more rows than allowed. */
export class UnreadableSheet extends Error {
  readonly reason: 'unreadable' | 'too_many_rows'

  constructor(reason: UnreadableSheet['reason']) {
    super(reason)
    this.reason = reason
  }
}

export type SheetTask = { bytes: Uint8Array; maxRows: number }
export type SheetNews =
  | { rows: SheetRow[] }
  | { refused: UnreadableSheet['reason'] }
  | { done: true }

const TIME_LIMIT_MS = 60_000
const MEMORY_MB = 768

/**
 * Reads CSV (UTF-8 or GB18030; comma, tab or semicolon) or the first sheet of an Excel file, in a thread of its own, so
 * that a large or hostile file holds nobody up. Which one it is, its bytes say. Cells are trimmed texts.
 * Throws {@link UnreadableSheet}.
 */
export async function readSheet(bytes: Uint8Array, maxRows: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  await inWorker({ bytes, maxRows }, (news) => {
    if ('rows' in news) rows.push(...news.rows)
  })
  return rows
}

/** CSV as Excel opens it. What would be a formula there is marked as text; reading takes the mark away again. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))), {
    record_delimiter: '\r\n',
  })
}

/** What makes Excel read CSV as UTF-8; stands before the first line. */
export const CSV_START = '\uFEFF'

async function inWorker(task: SheetTask, hear: (news: SheetNews) => void): Promise<void> {
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
    workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const timer = setTimeout(() => void worker.terminate(), TIME_LIMIT_MS)
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (news: SheetNews) => {
        if ('refused' in news) reject(new UnreadableSheet(news.refused))
        else if ('done' in news) resolve()
        else hear(news)
      })
      // Out of memory or time: such a file is not read.
      worker.on('error', () => reject(new UnreadableSheet('unreadable')))
      worker.on('exit', () => reject(new UnreadableSheet('unreadable')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
