import { Refusal } from '@hearth/kernel/errors'
import { inSavepoint } from '../../platform/db.ts'
import type { Tx } from '../../platform/db.ts'
import { setLevels } from '../stock/index.ts'
import type { LineResult, LineRow } from './lines.sql.ts'
import { refusedGroup } from './report.ts'
import { LineRefused, writeProduct } from './write-product.ts'
import type { Change, LineOutcome, Places } from './write-product.ts'

/** `reason` is what the stock log says. */
export type GroupWriting = { places: Places; reason: string; actorId: number; at: Date }

/** Writes the lines of one product with their stock; when one is refused, nothing of the product is written. */
export async function writeGroup(tx: Tx, lines: readonly LineRow[], writing: GroupWriting): Promise<LineResult[]> {
  try {
    return await inSavepoint(tx, async () => {
      const outcomes = await writeProduct(tx, { lines, ...writing })
      return resultsOf(outcomes, await writeStock(tx, outcomes, writing))
    })
  } catch (fault) {
    if (!(fault instanceof LineRefused)) throw fault
    return refusedGroup(lines, fault)
  }
}

/** Sets what lines say is on hand. Throws {@link LineRefused} when more is held. @returns by line, what it was */
export async function writeStock(
  tx: Tx, outcomes: readonly LineOutcome[], { reason, actorId, at }: Omit<GroupWriting, 'places'>,
): Promise<Map<number, Change>> {
  const said = outcomes.flatMap(({ line, skuId, stockQty }) =>
    (stockQty === undefined ? [] : [{ line, skuId, onHandQty: stockQty }]))
  const { changed, refused: [refused] } = await setLevels(tx, { levels: said, reason, actorId, at })
  const lineOf = new Map(said.map(({ skuId, line }) => [skuId, line]))
  if (refused) {
    const refusal = new Refusal('stock.below_held', { held: refused.heldQty })
    throw new LineRefused(lineOf.get(refused.skuId) ?? 0, refusal)
  }
  const wanted = new Map(said.map(({ skuId, onHandQty }) => [skuId, onHandQty]))
  return new Map(changed.map(({ skuId, fromQty }) => [
    lineOf.get(skuId) ?? 0, { field: 'stock', from: String(fromQty), to: String(wanted.get(skuId)) },
  ]))
}

/** What lines did, as it is kept; a line that changed nothing says so. */
export function resultsOf(outcomes: readonly LineOutcome[], stock: ReadonlyMap<number, Change>): LineResult[] {
  return outcomes.map(({ line, does, changes }) => {
    const level = stock.get(line)
    const all = level ? [...changes, level] : changes
    const isSame = does === 'change' && all.length === 0
    return { line, state: isSame ? 'same' : 'done', report: isSame ? {} : { does, changes: all } }
  })
}
