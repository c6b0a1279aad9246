import type { DistrictAsked } from '../areas/index.ts'

export const MAX_ADDRESSES = 20

/** A delivery address with the names and 6-digit codes of its areas. `mobile` may be a landline. */
export type Address = {
  id: number
  userId: number
  title: string
  receiver: string
  mobile: string
  provinceCode: number
  province: string
  cityCode: number
  city: string
  districtCode: number
  district: string
  detail: string
  postalCode: string
  isDefault: boolean
  createdAt: Date
}

export type AddressFields = Pick<Address, 'title' | 'receiver' | 'mobile' | 'detail' | 'postalCode'>

/** `isDefault` left out: the first address of a person becomes his default one. */
export type CreateAddress = {
  userId: number
  fields: AddressFields
  area: DistrictAsked
  isDefault: boolean | undefined
  at: Date
}

/** What is left out stays. */
export type ChangeAddress = {
  id: number
  userId: number
  fields: Partial<AddressFields>
  area: DistrictAsked | undefined
  isDefault: boolean | undefined
}
