import { Type } from 'typebox'
import type { Static } from 'typebox'
import { orderStatuses } from '@hearth/kernel/order-status'
import { Money, oneOf, orNull } from './shared.ts'

/** The most lines that are looked through in one call. */
export const SHIP_CHECK_LINES = 50

const said = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const line = Type.Object({
  order_number: Type.String({ maxLength: 64 }),
  tracking_number: said(100),
  logistics_company: said(50),
  qrcode_ids: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 500 })),
})
/** Parcels that are to go out, each tried out and taken back. */
export const ShipCheckBody = Type.Object({ lines: Type.Array(line, { minItems: 1, maxItems: SHIP_CHECK_LINES }) })
export type ShipCheckLine = Static<typeof line>

/** `fault` says why shipping this line would be refused, null when it would go out. */
export const ShipCheck = Type.Object({
  lines: Type.Array(Type.Object({
    order: orNull(Type.Object({
      order_number: Type.String(),
      status: oneOf(orderStatuses),
      user_username: Type.String(),
      receiver: Type.String(),
      goods: Type.String(),
      quantity: Type.Integer(),
      actual_amount: Money,
      tracking_number: Type.String(),
    })),
    fault: orNull(Type.Object({
      error_code: Type.String(),
      message: Type.String(),
      codes: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
    })),
  })),
})
export type ShipCheck = Static<typeof ShipCheck>

export const ShipSheetUpload = Type.Object({
  file: Type.Optional(Type.Unknown({ description: 'CSV (UTF-8 or GB18030) or Excel (.xlsx), at most 2,000 lines' })),
})
/** The cells of a file as they stand. */
export const ShipSheet = Type.Object({ rows: Type.Array(Type.Array(Type.String())) })
