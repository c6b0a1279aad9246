import type { Tx } from '../../platform/db.ts'

export type NewParcel = { orderId: number; carrier: string; trackingNumber: string; actorId: number; at: Date }

/** Writes the order's parcel; one that goes out again after a withdrawn refund takes the place of the first. */
export async function putParcel(tx: Tx, { orderId, carrier, trackingNumber, actorId, at }: NewParcel): Promise<number> {
  const sent = { carrier, tracking_number: trackingNumber, shipped_by: actorId, shipped_at: at }
  const row = await tx.insertInto('fulfilment.parcels').values({ order_id: orderId, ...sent })
    .onConflict((on) => on.column('order_id').doUpdateSet(sent)).returning('id').executeTakeFirstOrThrow()
  return row.id
}
