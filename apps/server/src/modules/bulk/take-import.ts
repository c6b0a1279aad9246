import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { sendJob } from '../../platform/jobs.ts'
import type { SheetRow } from '../../platform/spreadsheet.ts'
import { readHeader } from './columns.ts'
import { sentences } from './errors.ts'
import { insertImport } from './imports.sql.ts'
import { insertLines } from './lines.sql.ts'
import type { LineRow } from './lines.sql.ts'
import { contradictions, readLine } from './read-line.ts'
import type { Faults, NumberedLine } from './read-line.ts'
import { heldBack, refusedFor } from './report.ts'

/** Lines of one file, its title line not counted. */
export const MOST_LINES = 50_000
const MOST_OF_ONE_PRODUCT = 500
const LINES_AT_ONCE = 1_000

export type TakeImport = { fileName: string; rows: readonly SheetRow[]; actorId: number; at: Date }

/**
 * Keeps the lines of a file and has them checked. Throws bulk.no_lines, bulk.too_many_lines, bulk.no_code_column,
 * bulk.column_twice. @returns the id of the import
 */
export async function takeImport(tx: Tx, { fileName, rows, actorId, at }: TakeImport): Promise<number> {
  const [head, ...others] = rows
  if (!head || others.length === 0) throw new Refusal('bulk.no_lines')
  if (others.length > MOST_LINES) throw new Refusal('bulk.too_many_lines', { most: MOST_LINES })
  const { keys, unknown } = readHeader(head.cells)
  const importId = await insertImport(tx, {
    fileName, columns: keys.filter((key) => key !== null), unknownColumns: unknown, lineQty: others.length, actorId, at,
  })
  const read = others.map(({ line, cells }) => ({ line, ...readLine(keys, cells) }))
  const lines = grouped(read)
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    await insertLines(tx, importId, lines.slice(from, from + LINES_AT_ONCE))
  }
  await sendJob(tx, 'check-import', { importId, actorId })
  return importId
}

type ReadLine = NumberedLine & { faults: Faults }

/** Lines of one product go together; what is wrong in one holds back all of them. */
function grouped(read: readonly ReadLine[]): LineRow[] {
  // Without a code a line is a product of its own, and refused.
  const groups = [...Map.groupBy(read, ({ line, said }) => said.productId ?? said.productCode ?? `\n${line}`).values()]
  return groups.flatMap((group, groupNo) => {
    const faultsOf = wrongIn(group)
    const [firstBad] = group.filter(({ line }) => faultsOf.has(line))
    return group.map(({ line, said }) => {
      const faults = faultsOf.get(line)
      const refused = faults ? refusedFor(faults) : firstBad && heldBack(firstBad.line)
      return {
        line, groupNo, productCode: said.productCode ?? '', skuCode: said.skuCode ?? '', said,
        state: refused ? 'bad' as const : 'new' as const, report: refused ? { refused } : {},
      }
    })
  })
}

function wrongIn(group: readonly ReadLine[]): Map<number, Faults> {
  if (group.length > MOST_OF_ONE_PRODUCT) {
    return new Map(group.map(({ line }) => [line, { product_code: [sentences.tooManySkus] }]))
  }
  const between = contradictions(group)
  return new Map(group.flatMap(({ line, faults }) => {
    const all = { ...between.get(line), ...faults }
    return Object.keys(all).length > 0 ? [[line, all] as const] : []
  }))
}
