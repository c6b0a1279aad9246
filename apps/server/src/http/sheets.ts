import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { columns, columnsOfKind } from '../modules/bulk/index.ts'
import type { BulkKind } from '../modules/bulk/index.ts'
import { excelOf } from '../platform/excel-stream.ts'
import { CSV_START, UnreadableSheet, csvLines, readSheet } from '../platform/spreadsheet.ts'
import type { SheetFormat, SheetRow } from '../platform/spreadsheet.ts'
import type { Language } from './language.ts'

const TYPES: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export function sheetAsked(query: { kind?: BulkKind; format?: SheetFormat }): { kind: BulkKind; format: SheetFormat } {
  return { kind: query.kind ?? 'products', format: query.format ?? 'csv' }
}

export function titleRow(kind: BulkKind, language: Language): string[] {
  return columns.filter(({ key }) => columnsOfKind[kind].includes(key)).map((column) => column[language])
}

/** The rows of an uploaded file, its title line besides `most`. Throws bulk.unreadable, bulk.too_many_lines. */
export async function rowsOfSheet(file: { bytes: Uint8Array } | null, most: number): Promise<SheetRow[]> {
  if (!file || file.bytes.length === 0) throw new Refusal('bulk.unreadable')
  try {
    return await readSheet(file.bytes, most + 1)
  } catch (fault) {
    if (!(fault instanceof UnreadableSheet)) throw fault
    throw fault.reason === 'unreadable' ? new Refusal('bulk.unreadable') : new Refusal('bulk.too_many_lines', { most })
  }
}

export type SheetSent = { name: string; format: SheetFormat; rows: AsyncIterable<string[][]> }

/** Sends a table as a file while it is read, so memory does not grow with it. */
export function sendSheet(reply: FastifyReply, { name, format, rows }: SheetSent): FastifyReply {
  reply.type(TYPES[format]).header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
  return reply.send(Readable.from(format === 'csv' ? csvOf(rows) : excelOf(rows)))
}

async function* csvOf(rows: AsyncIterable<string[][]>): AsyncGenerator<string> {
  yield CSV_START
  for await (const some of rows) yield csvLines(some)
}
