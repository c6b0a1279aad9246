import { addDays, dayOf, hourOf } from '@hearth/kernel/dates'
import { logisticsCompanies, trackingNumber } from '../people.ts'
import type { Fate } from './order-plans.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import { personNamed } from './people.ts'
import { itemAt, openRandom } from './random.ts'
import { numbered } from './rows.ts'
import type { Row, ShopRows } from './rows.ts'

export type AreaNames = ReadonlyMap<number, string>

type OrderRows = Pick<ShopRows, 'orders.orders' | 'orders.order_lines' | 'orders.order_moves' | 'fulfilment.parcels'>

export const stateOf: Record<Fate, 'pending' | 'paid' | 'shipped' | 'completed' | 'cancelled'> = {
  pending: 'pending', paid: 'paid', shipped: 'shipped', completed: 'completed', unpaid_timeout: 'cancelled',
  unpaid_buyer: 'cancelled', refunded_staff: 'cancelled', refunded_buyer: 'cancelled',
}

/** Orders with their lines, their history and their parcels. */
export function orderRows(orders: readonly Order[], people: readonly Person[], areas: AreaNames): OrderRows {
  const staffId = personNamed(people, 'support1').id
  return {
    'orders.orders': orders.map((order) => orderRow(order, areas)),
    'orders.order_lines': orders.flatMap(lineRows),
    'orders.order_moves': numbered(orders.flatMap((order) => moveRows(order, staffId)), (move) => move.at as Date),
    'fulfilment.parcels': parcelRows(orders, staffId),
  }
}

function orderRow(order: Order, areas: AreaNames): Row<'orders.orders'> {
  const { address, buyer, placedAt, paidAt, shippedAt, completedAt, cancelledAt } = order
  return {
    id: order.id, number: order.number, user_id: buyer.id, state: stateOf[order.fate], goods_fen: order.goodsFen,
    discount_fen: 0, freight_fen: order.freightFen, payable_fen: order.payableFen,
    item_qty: order.lines.reduce((sum, line) => sum + line.qty, 0), pay_method: 'alipay', note: order.note,
    receiver: address.receiver, phone: address.mobile, province: nameOf(areas, address.provinceCode),
    city: nameOf(areas, address.cityCode), district: nameOf(areas, address.districtCode),
    province_code: address.provinceCode, city_code: address.cityCode, district_code: address.districtCode,
    address_detail: address.detail, cancel_reason: order.cancelReason, cancelled_by: order.cancelledBy,
    placed_by: buyer.id, placed_at: placedAt, expires_at: order.expiresAt, paid_at: paidAt, shipped_at: shippedAt,
    completed_at: completedAt, cancelled_at: cancelledAt,
    updated_at: completedAt ?? cancelledAt ?? shippedAt ?? paidAt ?? placedAt,
    ...wishOf(order),
  }
}

/** What is installed was wished for a morning three days later, in one visit. */
function wishOf(order: Order): Pick<Row<'orders.orders'>, 'deliver_at' | 'install_at' | 'is_delivery_install'> {
  const isInstalled = order.lines.some(({ product }) => product.seed.hasInstallation)
  const at = isInstalled ? hourOf(addDays(dayOf(order.placedAt), 3), 9) : null
  return { deliver_at: at, install_at: at, is_delivery_install: isInstalled }
}

function nameOf(areas: AreaNames, code: number): string {
  const name = areas.get(code)
  if (name === undefined) throw new RangeError(`No area ${code}`)
  return name
}

function lineRows(order: Order): Row<'orders.order_lines'>[] {
  return order.lines.map(({ id, product, sku, qty, unitPriceFen }) => ({
    id, order_id: order.id, product_id: product.id, sku_id: sku.id, product_name: product.seed.name,
    sku_specs: sku.seed.options, sku_code: sku.seed.code, image: sku.image, product_type_id: product.id, qty,
    unit_price_fen: unitPriceFen, discount_fen: 0, created_at: order.placedAt,
  }))
}

type MoveRow = Row<'orders.order_moves'>
type Deed = { by: number | null; at: Date; note?: string }

function moveRows(order: Order, staffId: number): MoveRow[] {
  const { id, buyer, placedAt, paidAt, shippedAt, completedAt, cancelledAt, cancelledBy, cancelReason } = order
  const move = (name: string, [from, to]: [string | null, string], { by, at, note = '' }: Deed): MoveRow =>
    ({ order_id: id, move: name, from_state: from, to_state: to, actor_id: by, note, at })
  const moves = [move('place', [null, 'pending'], { by: buyer.id, at: placedAt })]
  if (paidAt) moves.push(move('pay', ['pending', 'paid'], { by: null, at: paidAt }))
  if (shippedAt) moves.push(move('ship', ['paid', 'shipped'], { by: staffId, at: shippedAt }))
  // Every fourth buyer says so by telephone.
  if (completedAt) {
    moves.push(id % 4 === 0
      ? move('complete', ['shipped', 'completed'], { by: staffId, at: completedAt, note: '电话回访，客户确认已收货' })
      : move('confirm_receipt', ['shipped', 'completed'], { by: buyer.id, at: completedAt }))
  }
  if (cancelledAt) {
    const by = cancelledBy === 'buyer' ? buyer.id : cancelledBy === 'staff' ? staffId : null
    const name = cancelledBy === 'timeout' ? 'expire' : 'cancel'
    moves.push(move(name, [paidAt ? 'paid' : 'pending', 'cancelled'], { by, at: cancelledAt, note: cancelReason }))
  }
  return moves
}

function parcelRows(orders: readonly Order[], staffId: number): Row<'fulfilment.parcels'>[] {
  const random = openRandom('parcels')
  const sent = orders.flatMap((order) => (order.shippedAt ? [{ order, at: order.shippedAt }] : []))
  return numbered(sent, ({ at }) => at).map(({ id, order, at }) => {
    const isLarge = order.lines.some(({ product }) =>
      product.seed.hasInstallation || product.majorKey === 'major-cold')
    const company = itemAt(logisticsCompanies, isLarge ? random.pick([2, 3, 5]) : random.pick([0, 1, 4]))
    return {
      id, order_id: order.id, carrier: company.name, tracking_number: trackingNumber(company, id), shipped_by: staffId,
      shipped_at: at,
    }
  })
}
