import type { ImportLine, ImportView } from '@hearth/contracts/bulk'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { columns, countLines, selectLines, selectProgress } from '../modules/bulk/index.ts'
import type { ImportRow, LineRow } from '../modules/bulk/index.ts'
import type { Db } from '../platform/db.ts'
import { selectUsernames } from '../reads/usernames.sql.ts'
import { refusalSaid } from './envelope.ts'
import type { Language } from './language.ts'

/** Imports with what their lines are like now. */
export async function importViews(db: Db, rows: readonly ImportRow[]): Promise<ImportView[]> {
  const ids = rows.map(({ id }) => id)
  const [counts, progress, names] = await Promise.all([
    countLines(db, ids), selectProgress(db, ids), selectUsernames(db, rows.map(({ actorId }) => actorId)),
  ])
  return rows.map((row) => {
    const of = counts.get(row.id) ?? { new: 0, same: 0, good: 0, bad: 0, done: 0 }
    const isOneStep = row.state === 'applying' && row.mode === 'all'
    return {
      id: row.id, file_name: row.fileName, state: row.state, mode: row.mode, columns: row.columns,
      unknown_columns: row.unknownColumns, lines: row.lineQty, counts: of,
      progress: isOneStep ? (progress.get(row.id) ?? 0) + of.same : row.lineQty - of.new - (row.state === 'applying' ? of.good : 0),
      created_by: row.actorId, created_by_name: names.get(row.actorId) ?? '', created_at: isoShanghai(row.createdAt),
      ended_at: row.endedAt && isoShanghai(row.endedAt),
    }
  })
}

export function lineView({ line, productCode, skuCode, said, state, report }: LineRow, language: Language): ImportLine {
  return {
    line, product_code: productCode, sku_code: skuCode, name: said.name ?? '', state, does: report.does ?? null,
    changes: report.changes ?? [], faults: report.refused ? faultsOf(report.refused, language) : [],
  }
}

const placeOf = (field: string) => columns.findIndex(({ key }) => key === field)

function faultsOf({ key, facts }: NonNullable<LineRow['report']['refused']>, language: Language): ImportLine['faults'] {
  const { message, errors } = refusalSaid(new Refusal(key, facts), language)
  if (!errors) return [{ field: '', text: message }]
  return Object.entries(errors).sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([field, texts]) => texts.map((text) => ({ field, text })))
}

const LINES_AT_ONCE = 1_000
const refusedTitles = {
  zh: ['文件', '行号', '商品编码', 'SKU 编码', '商品名称', '列', '原因'],
  en: ['File', 'Line', 'Product code', 'SKU code', 'Name', 'Column', 'Reason'],
}

/** The lines of an import that cannot go, one row per fault, to be mended in the file they came from. */
export async function* refusedLines(
  db: Db, importId: number, { language, fileName }: { language: Language; fileName: string },
): AsyncGenerator<string[][]> {
  yield [refusedTitles[language]]
  for (let offset = 0; ; offset += LINES_AT_ONCE) {
    const rows = await selectLines(db, { importId, state: 'bad', limit: LINES_AT_ONCE, offset })
    if (rows.length === 0) return
    yield rows.map((row) => lineView(row, language)).flatMap((line) => line.faults.map(({ field, text }) => {
      const column = columns.find(({ key }) => key === field)?.[language] ?? ''
      return [fileName, String(line.line), line.product_code, line.sku_code, line.name, column, text]
    }))
  }
}
