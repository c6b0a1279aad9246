import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { insertOperations } from './operation-records.sql.ts'
import { holdProductType } from './product-types.sql.ts'
import { refuseBadCodes } from './refused-codes.ts'
import { isUnitCode, makeUnitCode } from './unit-code.ts'
import { unitMachine } from './unit-machine.ts'
import { insertUnits } from './units.sql.ts'
import type { NewUnits, UnitName } from './units.sql.ts'

export type CreateUnits = {
  operation: 'create' | 'bulk_create'
  productTypeId: number
  /** The codes themselves, or how many to make and with which prefix. */
  codes: readonly string[] | { qty: number; prefix: string }
  remark: string
  actorId: number
  at: Date
}

const ATTEMPTS = 3

/**
 * Adds units to the stock of machines, all or none (B-10, B-14). @returns their ids in the order of the codes given
 * Throws lifecycle.unknown_product_type, lifecycle.codes_refused.
 */
export async function createUnits(tx: Tx, input: CreateUnits): Promise<number[]> {
  const { operation: type, productTypeId, codes, remark, actorId: operatorId, at } = input
  const isKnown = await holdProductType(tx, productTypeId)
  if (!isKnown) throw new Refusal('lifecycle.unknown_product_type', { product_type_id: productTypeId })
  const kind = { productTypeId, state: unitMachine.initial, remark, at }
  const unitIds = 'qty' in codes ? await insertFresh(tx, kind, codes) : await insertGiven(tx, kind, codes)
  await insertOperations(tx, { type, operatorId, unitIds, detail: { productTypeId }, at })
  return unitIds
}

type Kind = Omit<NewUnits, 'codes'>

/** The insert itself tells which codes exist, so that two who bring the same code cannot both have it. */
async function insertGiven(tx: Tx, kind: Kind, codes: readonly string[]): Promise<number[]> {
  const wellFormed = [...new Set(codes)].filter(isUnitCode)
  const made = new Map((await insertUnits(tx, { ...kind, codes: wellFormed })).map(({ code, id }) => [code, id]))
  refuseBadCodes(codes, (code) => (made.has(code) ? null : 'exists'))
  return codes.flatMap((code) => made.get(code) ?? [])
}

async function insertFresh(tx: Tx, kind: Kind, { qty, prefix }: { qty: number; prefix: string }): Promise<number[]> {
  const made: UnitName[] = []
  for (let attempt = 1; made.length < qty && attempt <= ATTEMPTS; attempt += 1) {
    const codes = new Set<string>()
    while (codes.size < qty - made.length) codes.add(makeUnitCode(prefix))
    made.push(...(await insertUnits(tx, { ...kind, codes: [...codes] })))
  }
  if (made.length < qty) throw new Refusal('lifecycle.codes_run_out')
  return made.map(({ id }) => id)
}
