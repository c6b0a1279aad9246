import { sql } from 'kysely'
import type { OrderStatus } from '@hearth/kernel/order-status'
import type { Db } from '../platform/db.ts'
import { ordersWhere } from './order-filter.sql.ts'
import type { OrderFilter } from './order-filter.sql.ts'

/** An order as a file says it; `goods` are its lines in words. */
export type OrderExportRow = {
  id: number; number: string; state: OrderStatus; username: string; goods: string; item_qty: number; goods_fen: number
  discount_fen: number; freight_fen: number; payable_fen: number; pay_method: 'wechat' | 'alipay' | 'bank' | 'credit'
  receiver: string; phone: string; province: string; city: string; district: string; address_detail: string
  note: string; cancel_reason: string; placed_at: Date; paid_at: Date | null; shipped_at: Date | null
  completed_at: Date | null; cancelled_at: Date | null; deliver_at: Date | null; install_at: Date | null
  carrier: string | null; tracking_number: string | null
}

/** The next orders of a filtered list, newest first, below an id. One statement. */
export async function selectOrdersToExport(
  db: Db, filter: OrderFilter, { before, limit }: { before: number; limit: number },
): Promise<OrderExportRow[]> {
  const { rows } = await sql<OrderExportRow>`
    with page as (
      select o.* from orders.orders o ${ordersWhere(filter)} and o.id < ${before}::bigint order by o.id desc
      limit ${limit}::int)
    select o.id, o.number, o.state, u.username, o.item_qty, o.goods_fen, o.discount_fen, o.freight_fen, o.payable_fen,
      o.pay_method, o.receiver, o.phone, o.province, o.city, o.district, o.address_detail, o.note, o.cancel_reason,
      o.placed_at, o.paid_at, o.shipped_at, o.completed_at, o.cancelled_at, o.deliver_at, o.install_at, p.carrier,
      p.tracking_number, (
        select string_agg(l.product_name || ' ' || l.sku_code || ' ×' || l.qty, '; ' order by l.id)
        from orders.order_lines l where l.order_id = o.id) as goods
    from page o join accounts.users u on u.id = o.user_id left join fulfilment.parcels p on p.order_id = o.id
    order by o.id desc`.execute(db)
  return rows
}
