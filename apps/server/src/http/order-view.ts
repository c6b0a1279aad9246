import type { FastifyRequest } from 'fastify'
import type { OrderDetail, OrderView } from '@hearth/contracts/orders'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { allowedMoves } from '@hearth/kernel/machine'
import { yuanText } from '@hearth/kernel/money'
import { orderStatusLabels, statusCode } from '@hearth/kernel/order-status'
import { isStaff } from '../modules/accounts/index.ts'
import type { Person } from '../modules/accounts/index.ts'
import { orderMachine } from '../modules/orders/index.ts'
import type { Db } from '../platform/db.ts'
import { selectOrder, selectOrderHistory, selectOrderUnits } from '../reads/order-list.sql.ts'
import type { OrderItemRow, OrderRow, OrderUnitRow } from '../reads/order-list.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './language.ts'
import type { Language } from './language.ts'

const payCodes = { bank: 1, alipay: 2, wechat: 3, credit: 4 } as const
const buyerMoves = ['pay', 'cancel', 'confirm_receipt'] as const
const staffMoves = ['cancel', 'ship', 'complete', 'confirm_receipt'] as const

/** Everything around an order that its view depends on. */
export type Shown = { deps: Deps; person: Person; language: Language }

export function shownTo(deps: Deps, request: FastifyRequest): Shown {
  return { deps, person: personOf(request), language: languageOf(request) }
}

/** Order object (contract §1.1.5), with the moves that this person may make now. */
export function orderView(row: OrderRow, { deps, person, language }: Shown): OrderView {
  const items = row.items.map((item) => itemView(item, row, deps))
  return {
    id: row.id, order_number: row.number, order_id: row.number, user: row.user_id, user_username: row.username,
    product: items[0]?.product_id ?? 0, quantity: row.item_qty, total_count: row.item_qty,
    total_amount: yuanText(row.goods_fen), discount_amount: yuanText(row.discount_fen),
    freight: yuanText(row.freight_fen),
    actual_amount: yuanText(row.payable_fen), status: row.state, status_label: orderStatusLabels[row.state][language],
    status_code: statusCode(row.state, row.completed_at, deps.now()), pay_method: payCodes[row.pay_method],
    payment_method: row.pay_method, created_at: isoShanghai(row.placed_at), updated_at: isoShanghai(row.updated_at),
    expires_at: row.state === 'pending' ? isoShanghai(row.expires_at) : null,
    paid_at: row.paid_at && isoShanghai(row.paid_at),
    snapshot_contact_name: row.receiver, snapshot_phone: row.phone, snapshot_province: row.province,
    snapshot_city: row.city, snapshot_district: row.district, snapshot_town: '', snapshot_address: row.address_detail,
    note: row.note, is_haier_order: false, haier_order_info: null, logistics_info: logisticsView(row),
    invoice_info: null, return_info: null,
    refund_info: row.refund_state ? { status: row.refund_state, amount: yuanText(row.refund_fen ?? 0) } : null,
    refunded_amount: yuanText(row.refunded_fen),
    distribution_time: row.deliver_at && isoShanghai(row.deliver_at),
    install_time: row.install_at && isoShanghai(row.install_at), is_delivery_install: row.is_delivery_install,
    is_government_order: row.is_government_order,
    cancel_reason: row.cancel_reason, cancelled_at: row.cancelled_at && isoShanghai(row.cancelled_at),
    items, allowed_moves: movesFor(row, person),
  }
}

function movesFor(row: OrderRow, person: Person): OrderView['allowed_moves'] {
  const possible: readonly string[] = allowedMoves(orderMachine, row.state)
  const mine = [...(row.user_id === person.id ? buyerMoves : []), ...(isStaff(person) ? staffMoves : [])]
  return [...new Set(mine)].filter((move) => possible.includes(move))
}

function itemView(item: OrderItemRow, order: OrderRow, deps: Deps): OrderView['items'][number] {
  return {
    id: item.id, product: item.product_id, product_id: item.product_id, product_name: item.product_name,
    sku: item.sku_id,
    sku_id: item.sku_id, sku_specs: item.sku_specs, sku_code: item.sku_code, quantity: item.qty,
    unit_price: yuanText(item.unit_price_fen), discount_amount: yuanText(item.discount_fen),
    actual_amount: yuanText(item.unit_price_fen * item.qty - item.discount_fen),
    snapshot_image: deps.files.url(item.image),
    created_at: isoShanghai(order.placed_at), product_type_id: item.product_type_id,
  }
}

function logisticsView(row: OrderRow): OrderView['logistics_info'] {
  if (row.tracking_number === null) return null
  return {
    logistics_no: row.tracking_number, logistics_company: row.carrier ?? '', delivery_record_code: '', sn_code: '',
    delivery_images: [],
  }
}

/** The order as this person may see it: his own, or any for staff. Throws orders.not_found. */
export async function shownOrder(shown: Shown, orderId: number, db: Db = shown.deps.db): Promise<OrderView> {
  return orderView(await orderFor(shown, orderId, db), shown)
}

/** Adds its history and its units with their signed scan URLs. Throws orders.not_found. */
export async function shownOrderDetail(shown: Shown, orderId: number): Promise<OrderDetail> {
  const { deps } = shown
  const row = await orderFor(shown, orderId, deps.db)
  const [history, units] = await Promise.all([selectOrderHistory(deps.db, orderId), selectOrderUnits(deps.db, orderId)])
  return {
    ...orderView(row, shown),
    status_history: history.map((move) => ({
      from_status: move.from_state, to_status: move.to_state, operator: move.operator, note: move.note,
      created_at: isoShanghai(move.at),
    })),
    units: units.map((unit) => unitView(unit, deps)),
  }
}

async function orderFor({ person }: Shown, orderId: number, db: Db): Promise<OrderRow> {
  const row = await selectOrder(db, orderId)
  if (!row || (row.user_id !== person.id && !isStaff(person))) throw new Refusal('orders.not_found')
  return row
}

function unitView(unit: OrderUnitRow, deps: Deps): OrderDetail['units'][number] {
  return {
    item_id: unit.order_line_id, qrcode_id: unit.code, status: unit.in_repair ? 'in_repair' : unit.state,
    scan_url: deps.scanSigner.scanUrl(deps.config.publicUrl, unit.code), warranty_end: unit.warranty_end_on,
  }
}
