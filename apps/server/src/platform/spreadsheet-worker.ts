import { parentPort, workerData } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import type { SheetNews, SheetRow, SheetTask } from './spreadsheet.ts'

/** The thread of `spreadsheet.ts`. */
const ROWS_AT_ONCE = 1_000

const say = (news: SheetNews) => parentPort?.postMessage(news)

async function run(task: SheetTask): Promise<void> {
  const bytes = Buffer.from(task.bytes)
  const rows = await (isZip(bytes) ? excelRows(bytes) : csvRows(bytes)).catch(() => null)
  if (!rows) return say({ refused: 'unreadable' })
  if (rows.length > task.maxRows) return say({ refused: 'too_many_rows' })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) say({ rows: rows.slice(from, from + ROWS_AT_ONCE) })
  say({ done: true })
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
}

async function excelRows(bytes: Buffer): Promise<SheetRow[]> {
  const rows = await readSheet(bytes)
  return rows.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) })).filter(isSaid)
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim()
}

type Parsed = { record: string[]; info: { lines: number } }

async function csvRows(bytes: Buffer): Promise<SheetRow[]> {
  const text = textOf(bytes)
  if (text.includes('\u0000')) throw new Error('Not a text')
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = [',', '\t', ';'].reduce((best, each) => (firstLine.split(each).length > firstLine.split(best).length ? each : best))
  const records = parse(text, {
    delimiter, record_delimiter: ['\r\n', '\n', '\r'], bom: true, relax_column_count: true, info: true,
  }) as unknown as Parsed[]
  return records.map(({ record, info }, at) => {
    const line = at === 0 ? 1 : (records[at - 1]?.info.lines ?? 0) + 1
    return { line: Math.min(line, info.lines), cells: record.map((cell) => cell.trim().replace(/^'(?=[=+\-@])/, '')) }
  }).filter(isSaid)
}

/** Chinese Excel writes GB18030 where it is not asked for UTF-8. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}

function isSaid({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell !== '')
}

await run(workerData as SheetTask)
