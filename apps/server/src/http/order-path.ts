import { Refusal } from '@hearth/kernel/errors'
import { selectOrderId } from '../modules/orders/index.ts'
import type { Db } from '../platform/db.ts'

const NUMBER_DIGITS = 14

/** `/orders/{x}/` takes the id; 14 digits or more mean the number (contract, decision 13). Throws orders.not_found. */
export async function orderIdFromPath(db: Db, text: string): Promise<number> {
  const id = text.length >= NUMBER_DIGITS ? await selectOrderId(db, text) : Number(text)
  if (!id) throw new Refusal('orders.not_found')
  return id
}
