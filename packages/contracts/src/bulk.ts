import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

export const bulkKinds = ['products', 'prices', 'stock'] as const
export const sheetFormats = ['csv', 'xlsx'] as const
export const importStates = ['checking', 'checked', 'applying', 'done', 'discarded'] as const
export const importModes = ['all', 'lines'] as const
export const lineStates = ['new', 'same', 'good', 'bad', 'done'] as const

export const ImportUpload = Type.Object({
  file: Type.Optional(Type.Unknown({ description: 'CSV (UTF-8 or GB18030) or Excel (.xlsx), at most 20 MiB and 50,000 lines' })),
})
const Pieces = Type.Integer({ minimum: 0 })
/** A file of products, SKUs, prices and stock. `progress`: lines that are through. */
export const ImportView = Type.Object({
  id: Id,
  file_name: Type.String(),
  state: oneOf(importStates),
  mode: orNull(oneOf(importModes)),
  columns: Type.Array(Type.String()),
  unknown_columns: Type.Array(Type.String({ description: 'Titles that say nothing to us; their cells are ignored' })),
  lines: Pieces,
  progress: Pieces,
  counts: Type.Object({
    new: Pieces, same: Pieces, good: Pieces, bad: Pieces, done: Pieces,
  }, { description: 'new: not checked yet; same: changes nothing; good: can be applied; bad: cannot; done: applied' }),
  created_by: Id,
  created_by_name: Type.String(),
  created_at: Instant,
  ended_at: orNull(Instant),
})
export type ImportView = Static<typeof ImportView>
export const ImportPage = PageOf(ImportView)
export const ImportsQuery = Type.Object(pageQuery)

export const ImportLinesQuery = Type.Object({ state: Type.Optional(oneOf(lineStates)), ...pageQuery })
export type ImportLinesQuery = Static<typeof ImportLinesQuery>
/** `line` counts as in the file, its first line being 1. */
export const ImportLine = Type.Object({
  line: Id,
  product_code: Type.String(),
  sku_code: Type.String(),
  name: Type.String(),
  state: oneOf(lineStates),
  does: orNull(oneOf(['create', 'add', 'change'] as const, 'A new product, a SKU more, or a change')),
  changes: Type.Array(Type.Object({ field: Type.String(), from: Type.String(), to: Type.String() })),
  faults: Type.Array(Type.Object({ field: Type.String({ description: 'A column, or empty' }), text: Type.String() })),
})
export type ImportLine = Static<typeof ImportLine>
export const ImportLinePage = PageOf(ImportLine)

/** `all`: every line or none. `lines`: those named, else every good one; each product by itself. */
export const ImportApply = Type.Object({
  mode: oneOf(importModes),
  lines: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 10_000_000 }), {
    minItems: 1, maxItems: 50_000, description: 'Numbers of good lines',
  })),
})

const sheet = {
  kind: Type.Optional(oneOf(bulkKinds)),
  format: Type.Optional(oneOf(sheetFormats)),
}
export const TemplateQuery = Type.Object(sheet)
export const ExportQuery = Type.Object({
  ...sheet,
  search: Type.Optional(Type.String({ maxLength: 200 })),
  category_id: Type.Optional(Id),
  brand: Type.Optional(Type.String({ maxLength: 100 })),
})
