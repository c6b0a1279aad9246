import type { AddressView } from '@hearth/contracts/customers'
import { isoShanghai } from '@hearth/kernel/dates'
import type { Address } from '../modules/customers/index.ts'

/** An address in the names of both sources (contract §5.7), with names and ids of its areas. */
export function addressView(address: Address): AddressView {
  const { id, title, receiver, mobile, province, city, district, detail } = address
  return {
    id, title, receiver, contact_name: receiver, mobile, phone: mobile,
    province, province_id: address.provinceCode, city, city_id: address.cityCode,
    district, district_id: address.districtCode,
    place: detail, detail, postal_code: address.postalCode, is_default: address.isDefault,
    created_at: isoShanghai(address.createdAt),
  }
}
