import type { OrderView } from '@hearth/contracts/orders'
import type { ShipCheck } from '@hearth/contracts/shipping'

/** What one sees of an order among many parcels. */
export type Brief = NonNullable<ShipCheck['lines'][number]['order']>

/** What the order list hands over: the chosen orders and its own address. */
export type BulkShipState = { chosen: Brief[]; from: string }

export function briefOf(order: OrderView): Brief {
  return {
    order_number: order.order_number, status: order.status, user_username: order.user_username,
    receiver: order.snapshot_contact_name, goods: order.items[0]?.product_name ?? '', quantity: order.quantity,
    actual_amount: order.actual_amount, tracking_number: order.logistics_info?.logistics_no ?? '',
  }
}
