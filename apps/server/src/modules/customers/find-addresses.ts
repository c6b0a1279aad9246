import type { Db, Tx } from '../../platform/db.ts'
import { areaNames } from '../areas/index.ts'
import type { Address } from './address.ts'
import { selectAddresses } from './customers.sql.ts'

/** A person's addresses, the default one first, then the newest. */
export function listAddresses(db: Db | Tx, userId: number): Promise<Address[]> {
  return readAddresses(db, { userId })
}

/** One address of this person; null when he has none of this id. */
export async function findAddress(db: Db | Tx, who: { id: number; userId: number }): Promise<Address | null> {
  const [address] = await readAddresses(db, who)
  return address ?? null
}

async function readAddresses(db: Db | Tx, who: { userId: number; id?: number }): Promise<Address[]> {
  const nameOf = await areaNames(db)
  const rows = await selectAddresses(db, who)
  return rows.map((row) => ({
    id: row.id, userId: row.user_id, title: row.title, receiver: row.receiver, mobile: row.mobile,
    provinceCode: row.province_code, province: nameOf(row.province_code), cityCode: row.city_code,
    city: nameOf(row.city_code), districtCode: row.district_code, district: nameOf(row.district_code),
    detail: row.detail, postalCode: row.postal_code, isDefault: row.is_default, createdAt: row.created_at,
  }))
}
