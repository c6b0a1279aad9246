import { Refusal } from '@hearth/kernel/errors'
import { editedNote, editedWords } from '@hearth/kernel/order-notes'
import type { EditedWord } from '@hearth/kernel/order-notes'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import type { Tx } from '../../platform/db.ts'
import { resolveDistrict } from '../areas/index.ts'
import type { DistrictAsked } from '../areas/index.ts'
import { insertOrderMove, lockOrder, updateOrderFields } from './orders.sql.ts'
import type { OrderFields } from './orders.sql.ts'

/** What staff may change of an order; what is left out stays. Never its state or its money. */
export type OrderChanges = {
  note?: string
  isGovernmentOrder?: boolean
  deliverAt?: Date | null
  installAt?: Date | null
  isDeliveryInstall?: boolean
  receiver?: string
  phone?: string
  addressDetail?: string
  area?: DistrictAsked
}

const ALWAYS: readonly string[] = ['note', 'isGovernmentOrder']

/**
 * Changes what is said around an order and notes in its history who changed what. Address and delivery only until it
 * leaves the warehouse. Throws orders.not_found, orders.edit_refused, areas.unknown_area; then nothing is written.
 */
export async function editOrder(
  tx: Tx, input: { orderId: number; actorId: number; changes: OrderChanges; at: Date },
): Promise<void> {
  const { orderId, actorId, changes: { area, ...said }, at } = input
  const order = await lockOrder(tx, orderId)
  if (!order || order.isDeleted) throw new Refusal('orders.not_found')
  const names = (Object.keys(editedWords) as EditedWord[]).filter((name) => input.changes[name] !== undefined)
  if (names.length === 0) return
  const isOpen = order.state === 'pending' || order.state === 'paid'
  if (!isOpen && names.some((name) => !ALWAYS.includes(name))) {
    throw new Refusal('orders.edit_refused', { status: order.state, status_words: orderStatusLabels[order.state] })
  }
  const fields: OrderFields = { ...said, ...(area ? await resolveDistrict(tx, area) : {}) }
  await updateOrderFields(tx, { orderId, fields, at })
  await insertOrderMove(tx, { orderId, move: 'edit', from: order.state, to: order.state, actorId, note: editedNote(names), at })
}
