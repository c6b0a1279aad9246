import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Day, Id, Instant, Lifecycle, LifecycleList, oneOf, orNull, pageQuery } from './shared.ts'

export const unitStates = ['created', 'shipped', 'activated', 'in_repair'] as const
export const repairStates = ['pending', 'in_progress', 'completed', 'cancelled'] as const
export const Code = Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$' })

/** B-04. */
export const ProductTypeView = Type.Object({
  id: Id,
  name: Type.String(),
  model: Type.String(),
  specification: Type.String(),
  warranty_months: Type.Integer(),
  description: Type.String(),
  created_at: Instant,
  updated_at: Instant,
})
export type ProductTypeView = Static<typeof ProductTypeView>
/** B-05. `specifications` is accepted for `specification`. */
export const ProductTypeBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  model: Type.String({ minLength: 1, maxLength: 100 }),
  specification: Type.Optional(Type.String({ maxLength: 2000 })),
  specifications: Type.Optional(Type.String({ maxLength: 2000 })),
  warranty_months: Type.Optional(Type.Integer({ minimum: 0, maximum: 240, default: 12 })),
  description: Type.Optional(Type.String({ maxLength: 2000 })),
})
export const ProductTypesQuery = Type.Object({ search: Type.Optional(Type.String({ maxLength: 100 })), ...pageQuery })

/** B-09, B-11: the unit as those see it who may see all of it. */
export const UnitView = Type.Object({
  id: Id,
  qrcode_id: Type.String(),
  product_type_id: Id,
  product_type: Type.Object({ id: Id, name: Type.String(), model: Type.String(), warranty_months: Type.Integer() }),
  status: oneOf(unitStates),
  remark: Type.String(),
  agent_id: orNull(Id),
  agent: orNull(Type.String()),
  shipped_at: orNull(Instant),
  customer_id: orNull(Id),
  customer: orNull(Type.String()),
  activated_at: orNull(Instant),
  warranty_start: orNull(Day),
  warranty_end: orNull(Day),
  in_warranty: Type.Boolean(),
  days_left: orNull(Type.Integer()),
  order_item_id: orNull(Id),
  order_number: orNull(Type.String()),
  scan_url: Type.String({ description: 'Signed (decision 31)' }),
  created_at: Instant,
  updated_at: Instant,
})
export type UnitView = Static<typeof UnitView>
export const UnitsQuery = Type.Object({
  status: Type.Optional(oneOf(unitStates)),
  product_type_id: Type.Optional(Id),
  agent_id: Type.Optional(Id),
  qrcode_id: Type.Optional(Type.String({ maxLength: 64 })),
  customer: Type.Optional(Id),
  ...pageQuery,
})
export type UnitsQuery = Static<typeof UnitsQuery>
export const UnitBody = Type.Object({
  product_type_id: Id,
  qrcode_id: Type.Optional(Code),
  remark: Type.Optional(Type.String({ maxLength: 200 })),
})
const manyCodes = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 10_000 })

/** B-14: either the codes, or how many with which prefix. */
export const BulkCreateBody = Type.Object({
  product_type_id: Id,
  qrcode_ids: Type.Optional(manyCodes),
  quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  prefix: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{0,20}$' })),
  remark: Type.Optional(Type.String({ maxLength: 200 })),
})
export const BulkCreated = Lifecycle(Type.Object({ count: Type.Integer(), units: Type.Array(UnitView) }))
/** B-15. */
export const BulkShippingBody = Type.Object({
  qrcode_ids: manyCodes,
  agent_id: Id,
})
export const BulkShipped = Lifecycle(Type.Object({ count: Type.Integer(), qrcode_ids: Type.Array(Type.String()) }))

/** B-16: the owner for himself, staff and the unit's agent for a customer. */
export const ActivateBody = Type.Object({
  qrcode_id: Type.String({ minLength: 1, maxLength: 64 }),
  customer_id: Type.Optional(Id),
})

/** B-17 by code, and the scan page: nothing personal in it. */
export const WarrantyView = Type.Object({
  qrcode_id: Type.String(),
  product_type: Type.Object({ name: Type.String(), model: Type.String(), warranty_months: Type.Integer() }),
  status: oneOf(unitStates),
  is_activated: Type.Boolean(),
  in_warranty: Type.Boolean(),
  warranty_start: orNull(Day),
  warranty_end: orNull(Day),
  days_left: orNull(Type.Integer()),
})
export type WarrantyView = Static<typeof WarrantyView>
export const CheckWarrantyBody = Type.Object({
  qrcode_id: Type.Optional(Type.String({ maxLength: 64 })),
  email: Type.Optional(Type.String({ maxLength: 200 })),
  phone: Type.Optional(Type.String({ maxLength: 20 })),
})

/** B-18: everyone gets the public part, those in scope `unit` too. */
export const UnitByCodeView = Type.Object({
  ...WarrantyView.properties,
  can_be_activated: Type.Boolean(),
  is_mine: Type.Boolean(),
  proof: oneOf(['signed', 'unsigned'], 'Whether the code came with a valid signature'),
  image_url: Type.String(),
  sku_id: orNull(Id),
  unit: orNull(UnitView),
})
export type UnitByCodeView = Static<typeof UnitByCodeView>
export const UnitByCodeQuery = Type.Object({
  qrcode_id: Type.Optional(Type.String({ maxLength: 200 })),
  s: Type.Optional(Type.String({ maxLength: 100, description: 'The signature of the scan URL' })),
})

/** B-21, B-23. */
export const RepairView = Type.Object({
  id: Id,
  product_id: Id,
  qrcode_id: Type.String(),
  product_type: Type.String(),
  reason: Type.String(),
  repair_time: orNull(Instant),
  result: Type.String(),
  remark: Type.String(),
  status: oneOf(repairStates),
  reporter_id: orNull(Id),
  reporter: orNull(Type.String()),
  handler_id: orNull(Id),
  handler: orNull(Type.String()),
  in_warranty: Type.Boolean({ description: 'Whether the unit was under warranty when the repair was reported' }),
  completed_at: orNull(Instant),
  created_at: Instant,
  updated_at: Instant,
  allowed_moves: Type.Array(oneOf(['take', 'complete', 'cancel'])),
})
export type RepairView = Static<typeof RepairView>
export const RepairsQuery = Type.Object({
  status: Type.Optional(oneOf(repairStates)),
  product: Type.Optional(Id),
  qrcode_id: Type.Optional(Type.String({ maxLength: 64 })),
  ...pageQuery,
})
/** B-22. */
export const RepairBody = Type.Object({
  product_id: Type.Optional(Id),
  qrcode_id: Type.Optional(Type.String({ maxLength: 64 })),
  reason: Type.String({ minLength: 1, maxLength: 500 }),
  repair_time: Type.Optional(Instant),
  remark: Type.Optional(Type.String({ maxLength: 500 })),
})
/** B-24: staff take a repair (`in_progress`), cancel a pending one, or correct its words. */
export const RepairChange = Type.Object({
  status: Type.Optional(oneOf(repairStates)),
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  result: Type.Optional(Type.String({ maxLength: 1000 })),
  remark: Type.Optional(Type.String({ maxLength: 500 })),
})
/** B-26. */
export const CompleteRepairBody = Type.Object({ result: Type.String({ minLength: 1, maxLength: 1000 }) })

export const UnitAnswer = Lifecycle(UnitView)
export const UnitList = LifecycleList(UnitView)
export const RepairAnswer = Lifecycle(RepairView)
export const RepairList = LifecycleList(RepairView)
export const QrQuery = Type.Object({ format: Type.Optional(oneOf(['png', 'svg'])) })
