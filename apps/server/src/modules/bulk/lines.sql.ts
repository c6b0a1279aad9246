import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { Refused } from './report.ts'
import type { SaidLine } from './read-line.ts'

export type LineState = 'new' | 'same' | 'good' | 'bad' | 'done'
/** What a line would do or did, or why it cannot. */
export type LineReport = {
  does?: 'create' | 'add' | 'change'
  changes?: { field: string; from: string; to: string }[]
  refused?: Refused
}
export type LineRow = {
  line: number
  groupNo: number
  productCode: string
  skuCode: string
  said: SaidLine
  state: LineState
  report: LineReport
}

export async function insertLines(tx: Tx, importId: number, lines: readonly LineRow[]): Promise<void> {
  await sql`
    insert into bulk.lines (import_id, line_no, group_no, product_code, sku_code, said, state, report)
    select ${importId}, * from unnest(${lines.map((each) => each.line)}::int[], ${lines.map((each) => each.groupNo)}::int[],
      ${lines.map((each) => each.productCode)}::text[], ${lines.map((each) => each.skuCode)}::text[],
      ${lines.map((each) => JSON.stringify(each.said))}::jsonb[], ${lines.map((each) => each.state)}::text[],
      ${lines.map((each) => JSON.stringify(each.report))}::jsonb[])`.execute(tx)
}

const row = sql.raw(`line_no as line, group_no as "groupNo", product_code as "productCode", sku_code as "skuCode", said,
  state, report`)

/** Which lines are next: those that nobody has checked, or good ones that were chosen. */
export type Waiting = 'new' | 'chosen'
const waits = { new: sql`state = 'new'`, chosen: sql`state = 'good' and is_chosen` }

/** The waiting lines of the next products, in the order of the file; `after`: only of those behind that one. */
export async function selectNextGroups(
  tx: Tx, importId: number, waiting: Waiting, { groups, after = -1 }: { groups: number; after?: number },
): Promise<LineRow[][]> {
  const { rows } = await sql<LineRow>`
    with next as materialized (
      select distinct group_no from bulk.lines where import_id = ${importId} and ${waits[waiting]}
        and group_no > ${after}::int order by group_no limit ${groups}::int)
    select ${row} from bulk.lines where import_id = ${importId} and ${waits[waiting]}
      and group_no between (select min(group_no) from next) and (select max(group_no) from next)
    order by group_no, line_no`.execute(tx)
  return [...Map.groupBy(rows, (line) => line.groupNo).values()]
}

export type LineResult = { line: number; state: LineState; report: LineReport }

export async function writeLineResults(tx: Tx, importId: number, results: readonly LineResult[]): Promise<void> {
  await sql`
    update bulk.lines as l set state = r.state, report = r.report
    from unnest(${results.map((each) => each.line)}::int[], ${results.map((each) => each.state)}::text[],
      ${results.map((each) => JSON.stringify(each.report))}::jsonb[]) as r (line_no, state, report)
    where l.import_id = ${importId} and l.line_no = r.line_no`.execute(tx)
}

/** The lines of the product that this line is of. */
export async function selectLinesLike(tx: Tx, importId: number, line: number): Promise<{ line: number }[]> {
  return tx.selectFrom('bulk.lines').select('line_no as line').where('import_id', '=', importId)
    .where('group_no', '=', (eb) => eb.selectFrom('bulk.lines').select('group_no')
      .where('import_id', '=', importId).where('line_no', '=', line)).orderBy('line_no').execute()
}

/** Chooses good lines by number, or all of them. @returns how many are chosen */
export async function chooseLines(tx: Tx, importId: number, lines: readonly number[] | null): Promise<number> {
  const asked = lines === null ? sql`true` : sql`line_no = any((select ${[...lines]}::int[])::int[])`
  const { numAffectedRows } = await sql`
    update bulk.lines set is_chosen = true where import_id = ${importId} and state = 'good' and ${asked}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** All of a product's lines or none: nothing of an import that was given back stays chosen. */
export async function unchooseLines(tx: Tx, importId: number): Promise<void> {
  await tx.updateTable('bulk.lines').set({ is_chosen: false }).where('import_id', '=', importId).where('is_chosen', '=', true).execute()
}

export type LineCounts = Record<LineState, number>

export async function countLines(db: Db | Tx, importIds: readonly number[]): Promise<Map<number, LineCounts>> {
  const { rows } = await sql<{ id: number; state: LineState; n: number }>`
    select import_id as id, state, count(*) as n from bulk.lines
    where import_id = any((select ${[...importIds]}::bigint[])::bigint[]) group by 1, 2`.execute(db)
  const counts = new Map(importIds.map((id) => [id, { new: 0, same: 0, good: 0, bad: 0, done: 0 }]))
  for (const { id, state, n } of rows) Object.assign(counts.get(id) ?? {}, { [state]: n })
  return counts
}

export async function selectLines(
  db: Db, { importId, state, limit, offset }: { importId: number; state?: LineState; limit: number; offset: number },
): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select ${row} from bulk.lines where import_id = ${importId} and (${state ?? null}::text is null or state = ${state ?? null}::text)
    order by line_no limit ${limit}::int offset ${offset}::int`.execute(db)
  return rows
}
