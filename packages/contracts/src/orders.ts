import { Type } from 'typebox'
import type { Static } from 'typebox'
import { orderStatuses } from '@hearth/kernel/order-status'
import { PaymentView } from './payments.ts'
import { Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

/** D-19. */
export const SettlementView = Type.Object({
  freight: Money,
  total_amount: Money,
  actual_amount: Money,
  total_count: Type.Integer(),
  skus: Type.Array(Type.Object({
    id: Id,
    name: Type.String(),
    default_image_url: Type.String(),
    price: Money,
    count: Type.Integer(),
    specs: Type.Record(Type.String(), Type.String()),
    stock: Type.Integer(),
  })),
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
  distribution_time: Type.Null(),
  install_time: Type.Null(),
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

export const OrderQuery = Type.Object({
  status: Type.Optional(Type.String({ maxLength: 200, description: 'A word or number of a state; several with commas' })),
  order_number: Type.Optional(Type.String({ maxLength: 64 })),
  product_name: Type.Optional(Type.String({ maxLength: 200 })),
  created_after: Type.Optional(Type.String({ maxLength: 40 })),
  created_before: Type.Optional(Type.String({ maxLength: 40 })),
  username: Type.Optional(Type.String({ maxLength: 150, description: 'Staff only' })),
  user_id: Type.Optional(Id),
  ...pageQuery,
})
export type OrderQuery = Static<typeof OrderQuery>
export const MyOrdersQuery = Type.Object({ status: Type.Optional(Type.String({ maxLength: 200 })), ...pageQuery })

/** D-20 and A-44 in one (§5.4). */
export const OrderPlaced = Type.Object({ order_id: Type.String(), order: OrderView, payment: orNull(PaymentView) })
export type OrderPlaced = Static<typeof OrderPlaced>

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
