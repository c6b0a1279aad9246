import { Type } from 'typebox'
import type { Static } from 'typebox'
import { orderStatuses } from '@hearth/kernel/order-status'
import { unavailableReasons } from './cart.ts'
import { PaymentView } from './payments.ts'
import { Day, Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

const settledSku = {
  id: Id,
  product_id: Id,
  name: Type.String(),
  default_image_url: Type.String(),
  price: Money,
  price_then: orNull(Money),
  count: Type.Integer(),
  specs: Type.Record(Type.String(), Type.String()),
  stock: Type.Integer(),
  has_installation: Type.Boolean(),
}
/** D-19 asks for the ticked lines of the cart; with `sku_id` and `count` for what is bought past the cart. */
export const SettlementQuery = Type.Object({
  sku_id: Type.Optional(Id), count: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
})
/**
 * D-19. `unavailable` are ticked lines that are no part of the totals, with the reason; `delivery` the days and hours
 * that can be chosen, null where nothing is installed.
 */
export const SettlementView = Type.Object({
  freight: Money,
  total_amount: Money,
  actual_amount: Money,
  total_count: Type.Integer(),
  skus: Type.Array(Type.Object(settledSku)),
  unavailable: Type.Array(Type.Object({ ...settledSku, reason: oneOf(unavailableReasons) })),
  delivery: orNull(Type.Object({ days: Type.Array(Day), hours: Type.Array(Type.Integer()) })),
})
export type SettlementView = Static<typeof SettlementView>

const directLine = Type.Object({
  product_id: Id,
  sku_id: Type.Optional(Id),
  quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999, default: 1 })),
})
const directFields = {
  address_id: Type.Optional(Id),
  items: Type.Optional(Type.Array(directLine, { minItems: 1, maxItems: 50 })),
  product_id: Type.Optional(Id),
  sku_id: Type.Optional(Id),
  quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  note: Type.Optional(Type.String({ maxLength: 500 })),
  payment_method: Type.Optional(oneOf(['online', 'credit'])),
  method: Type.Optional(oneOf(['wechat', 'alipay', 'bank'])),
  user_id: Type.Optional(Id),
  expected_total: Type.Optional(Type.String({
    pattern: '^\\d{1,12}\\.\\d{2}$', description: 'What the buyer saw that he has to pay; another amount is refused with PRICE_CHANGED',
  })),
  distribution_time: Type.Optional(orNull(Type.String({ maxLength: 40, description: 'ISO-8601; a time that the settlement offers' }))),
  install_time: Type.Optional(orNull(Type.String({ maxLength: 40 }))),
  is_delivery_install: Type.Optional(Type.Boolean({ description: 'Delivered and installed in one visit' })),
}
/** */
export const DirectOrderBody = Type.Object(directFields)
/** A-38 / D-20: `pay_method` says cart, `items` or `product_id` says direct; both or neither is 400 (§5.4). */
export const OrderBody = Type.Object({
  ...directFields,
  address: Type.Optional(Id),
  pay_method: Type.Optional(Type.Integer({ minimum: 1, maximum: 3, description: '1 bank, 2 Alipay, 3 WeChat Pay' })),
})
export type OrderBody = Static<typeof OrderBody>

export const orderMoves = ['pay', 'cancel', 'ship', 'complete', 'confirm_receipt'] as const

export const OrderItemView = Type.Object({
  id: Id,
  product: Id,
  product_id: Id,
  product_name: Type.String(),
  sku: Id,
  sku_id: Id,
  sku_specs: Type.Record(Type.String(), Type.String()),
  sku_code: Type.String(),
  quantity: Type.Integer(),
  unit_price: Money,
  discount_amount: Money,
  actual_amount: Money,
  snapshot_image: Type.String(),
  created_at: Instant,
  product_type_id: orNull(Id),
})

/** Order object (§1.1.5) with the superset for source 003 and the moves that the caller may make now. */
export const OrderView = Type.Object({
  id: Id,
  order_number: Type.String(),
  order_id: Type.String(),
  user: Id,
  user_username: Type.String(),
  product: Id,
  quantity: Type.Integer(),
  total_count: Type.Integer(),
  total_amount: Money,
  discount_amount: Money,
  freight: Money,
  actual_amount: Money,
  status: oneOf(orderStatuses),
  status_label: Type.String(),
  status_code: Type.Integer(),
  pay_method: Type.Integer({ description: '1 bank, 2 Alipay, 3 WeChat Pay, 4 credit' }),
  payment_method: oneOf(['wechat', 'alipay', 'bank', 'credit']),
  created_at: Instant,
  updated_at: Instant,
  expires_at: orNull(Instant),
  paid_at: orNull(Instant),
  snapshot_contact_name: Type.String(),
  snapshot_phone: Type.String(),
  snapshot_province: Type.String(),
  snapshot_city: Type.String(),
  snapshot_district: Type.String(),
  snapshot_town: Type.String(),
  snapshot_address: Type.String(),
  note: Type.String(),
  is_haier_order: Type.Boolean(),
  haier_order_info: Type.Null(),
  logistics_info: orNull(Type.Object({
    logistics_no: Type.String(),
    logistics_company: Type.String(),
    delivery_record_code: Type.String(),
    sn_code: Type.String(),
    delivery_images: Type.Array(Type.String()),
  })),
  invoice_info: Type.Null(),
  return_info: Type.Null(),
  refund_info: orNull(Type.Object({ status: Type.String(), amount: Money })),
  refunded_amount: Money,
  distribution_time: orNull(Instant),
  install_time: orNull(Instant),
  is_delivery_install: Type.Boolean(),
  is_government_order: Type.Boolean(),
  cancel_reason: Type.String(),
  cancelled_at: orNull(Instant),
  items: Type.Array(OrderItemView),
  allowed_moves: Type.Array(oneOf(orderMoves)),
})
export type OrderView = Static<typeof OrderView>
export const OrderPage = PageOf(OrderView)

/** Detail adds what happened, and the units that were shipped for its lines. */
export const OrderDetail = Type.Object({
  ...OrderView.properties,
  status_history: Type.Array(Type.Object({
    from_status: orNull(Type.String()),
    to_status: Type.String(),
    operator: orNull(Type.String()),
    note: Type.String(),
    created_at: Instant,
  })),
  units: Type.Array(Type.Object({
    item_id: Id,
    qrcode_id: Type.String(),
    status: oneOf(['created', 'shipped', 'activated', 'in_repair']),
    scan_url: Type.String({ description: 'Signed; shown to the buyer and to staff' }),
    warranty_end: orNull(Type.String()),
  })),
})
export type OrderDetail = Static<typeof OrderDetail>

const count = Type.Integer()
const orderFilter = {
  status: Type.Optional(Type.String({ maxLength: 200, description: 'A word or number of a state; several with commas' })),
  order_number: Type.Optional(Type.String({ maxLength: 64 })),
  product_name: Type.Optional(Type.String({ maxLength: 200 })),
  created_after: Type.Optional(Type.String({ maxLength: 40 })),
  created_before: Type.Optional(Type.String({ maxLength: 40 })),
  username: Type.Optional(Type.String({ maxLength: 150, description: 'Staff only' })),
  user_id: Type.Optional(Id),
  payment_method: Type.Optional(oneOf(['wechat', 'alipay', 'bank', 'credit'])),
  paid_after: Type.Optional(Type.String({ maxLength: 40 })),
  paid_before: Type.Optional(Type.String({ maxLength: 40 })),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Number, tracking number, product; for staff also person, receiver, phone' })),
}
export const orderOrderings = [
  'created_at', '-created_at', 'actual_amount', '-actual_amount', 'quantity', '-quantity', 'updated_at', '-updated_at',
] as const
export const OrderQuery = Type.Object({
  ...orderFilter, ordering: Type.Optional(oneOf(orderOrderings)), ...pageQuery,
})
export type OrderQuery = Static<typeof OrderQuery>
/** The filters of A-37 as a file. */
export const OrderExportQuery = Type.Object({
  ...orderFilter, format: Type.Optional(oneOf(['csv', 'xlsx'])),
})
export const MyOrdersQuery = Type.Object({
  status: Type.Optional(Type.String({ maxLength: 200 })), q: Type.Optional(Type.String({ maxLength: 100 })),
  ...pageQuery,
})

/** Every filter of A-37 but the state. */
export const OrderCountsQuery = Type.Omit(Type.Object(orderFilter), ['status'])
/** How many orders there are in each state. */
export const OrderCounts = Type.Object({
  all: count, pending: count, paid: count, shipped: count, completed: count, cancelled: count, returning: count,
  refunding: count, refunded: count,
})
export type OrderCounts = Static<typeof OrderCounts>

/** D-20 and A-44 in one (§5.4). */
export const OrderPlaced = Type.Object({ order_id: Type.String(), order: OrderView, payment: orNull(PaymentView) })
export type OrderPlaced = Static<typeof OrderPlaced>
/** one order with all lines, also as lists. */
export const OrdersPlaced = Type.Object({
  ...OrderPlaced.properties, orders: Type.Array(OrderView), payments: Type.Array(PaymentView),
})

const shortText = (maxLength: number) => Type.Optional(Type.String({ minLength: 1, maxLength }))
const areaWord = Type.Optional(Type.Union([Type.Integer(), Type.String({ maxLength: 50 })]))
/** Anything else in the body is ignored. */
export const OrderEdit = Type.Object({
  note: Type.Optional(Type.String({ maxLength: 500 })),
  distribution_time: Type.Optional(orNull(Type.String({ maxLength: 40 }))),
  install_time: Type.Optional(orNull(Type.String({ maxLength: 40 }))),
  is_delivery_install: Type.Optional(Type.Boolean()),
  is_government_order: Type.Optional(Type.Boolean()),
  snapshot_contact_name: shortText(50),
  snapshot_phone: Type.Optional(Type.String({ pattern: '^[\\d+ -]{5,20}$', description: 'A telephone number' })),
  snapshot_address: shortText(200),
  snapshot_province: areaWord,
  snapshot_city: areaWord,
  snapshot_district: areaWord,
})
export type OrderEdit = Static<typeof OrderEdit>

export const CancelBody = Type.Object({
  note: Type.Optional(Type.String({ maxLength: 500 })),
  reason: Type.Optional(Type.String({ maxLength: 200 })),
})
export const NoteBody = Type.Object({ note: Type.Optional(Type.String({ maxLength: 500 })) })

const codes = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 500 })
/** A-47 with unit codes (decisions 20 and 34). */
export const ShipBody = Type.Object({
  tracking_number: Type.Optional(Type.String({ maxLength: 100 })),
  logistics_no: Type.Optional(Type.String({ maxLength: 100 })),
  logistics_company: Type.Optional(Type.String({ maxLength: 50 })),
  note: Type.Optional(Type.String({ maxLength: 500 })),
  qrcode_ids: Type.Optional(codes),
  lines: Type.Optional(Type.Array(Type.Object({ item_id: Id, qrcode_ids: codes }), { maxItems: 50 })),
})
export type ShipBody = Static<typeof ShipBody>
