import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { ImportState } from './import-machine.ts'

export type ImportMode = 'all' | 'lines'
export type ImportRow = {
  id: number
  fileName: string
  state: ImportState
  mode: ImportMode | null
  columns: string[]
  unknownColumns: string[]
  lineQty: number
  actorId: number
  createdAt: Date
  endedAt: Date | null
}
export type NewImport = Pick<ImportRow, 'fileName' | 'columns' | 'unknownColumns' | 'lineQty' | 'actorId'> & { at: Date }

const columns = [
  'id', 'file_name as fileName', 'state', 'mode', 'columns', 'unknown_columns as unknownColumns', 'line_qty as lineQty',
  'actor_id as actorId', 'created_at as createdAt', 'ended_at as endedAt',
] as const

export async function insertImport(tx: Tx, made: NewImport): Promise<number> {
  const row = await tx.insertInto('bulk.imports').values({
    file_name: made.fileName, state: 'checking', columns: made.columns, unknown_columns: made.unknownColumns,
    line_qty: made.lineQty, actor_id: made.actorId, created_at: made.at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function selectImport(db: Db | Tx, id: number): Promise<ImportRow | null> {
  const row = await db.selectFrom('bulk.imports').select(columns).where('id', '=', id).executeTakeFirst()
  return (row as ImportRow | undefined) ?? null
}

/** The import, locked: whoever checks, applies or moves it does so alone. */
export async function lockImport(tx: Tx, id: number): Promise<ImportRow | null> {
  const row = await tx.selectFrom('bulk.imports').select(columns).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return (row as ImportRow | undefined) ?? null
}

/** As above, or null when somebody else is at it. */
export async function takeIfFree(tx: Tx, id: number): Promise<ImportRow | null> {
  const row = await tx.selectFrom('bulk.imports').select(columns).where('id', '=', id).forNoKeyUpdate().skipLocked()
    .executeTakeFirst()
  return (row as ImportRow | undefined) ?? null
}

/** The newest first. */
export async function selectImports(
  db: Db, { limit, offset }: { limit: number; offset: number },
): Promise<ImportRow[]> {
  const rows = await db.selectFrom('bulk.imports').select(columns).orderBy('id', 'desc').limit(limit).offset(offset)
    .execute()
  return rows as ImportRow[]
}

export async function countImports(db: Db): Promise<number> {
  const row = await db.selectFrom('bulk.imports').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** The only writer of the state; `move-import.ts` asks the machine first. */
export async function writeImportState(
  tx: Tx, id: number, { state, mode, endedAt }: { state: ImportState; mode?: ImportMode | null; endedAt?: Date },
): Promise<void> {
  await tx.updateTable('bulk.imports').set({ state, mode, ended_at: endedAt }).where('id', '=', id).execute()
}

/** How far a long transaction has come; outside of it, so that others see it. */
export async function writeProgress(db: Db, importId: number, doneQty: number): Promise<void> {
  await sql`insert into bulk.progress (import_id, done_qty) values (${importId}, ${doneQty})
    on conflict (import_id) do update set done_qty = excluded.done_qty`.execute(db)
}

export async function selectProgress(db: Db, importIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; qty: number }>`select import_id as id, done_qty as qty from bulk.progress
    where import_id = any((select ${[...importIds]}::bigint[])::bigint[])`.execute(db)
  return new Map(rows.map(({ id, qty }) => [id, qty]))
}
