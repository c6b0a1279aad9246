import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, orNull } from './shared.ts'

/** An address answers both name sets (§5.7) and names and ids of its areas (decision 19). */
export const AddressView = Type.Object({
  id: Id,
  title: Type.String(),
  receiver: Type.String(),
  contact_name: Type.String(),
  mobile: Type.String(),
  phone: Type.String(),
  province: Type.String(),
  province_id: Type.Integer(),
  city: Type.String(),
  city_id: Type.Integer(),
  district: Type.String(),
  district_id: Type.Integer(),
  place: Type.String(),
  detail: Type.String(),
  postal_code: Type.String(),
  is_default: Type.Boolean(),
  created_at: Instant,
})
export type AddressView = Static<typeof AddressView>

const area = Type.Union([Type.Integer(), Type.String({ maxLength: 50 })])

/** Every field in either name set; what must be there is checked by the rules, which name the missing ones. */
export const AddressBody = Type.Object({
  title: Type.Optional(Type.String({ maxLength: 20 })),
  receiver: Type.Optional(Type.String({ maxLength: 20 })),
  contact_name: Type.Optional(Type.String({ maxLength: 50 })),
  mobile: Type.Optional(Type.String({ maxLength: 11 })),
  phone: Type.Optional(Type.String({ maxLength: 20 })),
  province: Type.Optional(area),
  province_id: Type.Optional(Type.Integer()),
  city: Type.Optional(area),
  city_id: Type.Optional(Type.Integer()),
  district: Type.Optional(area),
  district_id: Type.Optional(Type.Integer()),
  place: Type.Optional(Type.String({ maxLength: 50 })),
  detail: Type.Optional(Type.String({ maxLength: 200 })),
  postal_code: Type.Optional(orNull(Type.String({ maxLength: 6 }))),
  is_default: Type.Optional(Type.Boolean()),
})
export type AddressBody = Static<typeof AddressBody>

/** */
export const AddressText = Type.Object({ address: Type.String({ maxLength: 500 }) })
/**
 * What a pasted text says, with its area matched on our table. `success: false` when it cannot be read; then `detail`
 * is the text as it came. Ids are null where nothing, or more than one, fits: a person has to choose.
 */
export const ParsedAddress = Type.Object({
  success: Type.Boolean(),
  message: Type.String(),
  data: Type.Object({
    receiver: Type.String(), mobile: Type.String(), postal_code: Type.String(),
    province: Type.String(), province_id: orNull(Type.Integer()),
    city: Type.String(), city_id: orNull(Type.Integer()),
    district: Type.String(), district_id: orNull(Type.Integer()),
    detail: Type.String(),
  }),
})
export type ParsedAddress = Static<typeof ParsedAddress>
