import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { District } from '../areas/index.ts'
import type { AddressFields } from './address.ts'

/** One at a time may change a person's addresses; the lock ends with the transaction. */
export async function lockAddressBook(tx: Tx, userId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('customers.addresses', ${userId}))`.execute(tx)
}

/** Default first, then newest; `id` narrows to one. */
export function selectAddresses(db: Db | Tx, who: { userId: number; id?: number }) {
  return db.selectFrom('customers.addresses').selectAll()
    .where('user_id', '=', who.userId).where('is_deleted', '=', false)
    .$if(who.id !== undefined, (query) => query.where('id', '=', who.id ?? 0))
    .orderBy('is_default', 'desc').orderBy('id', 'desc').execute()
}

export async function countAddresses(tx: Tx, userId: number): Promise<number> {
  const row = await tx.selectFrom('customers.addresses').select(sql<number>`count(*)`.as('n'))
    .where('user_id', '=', userId).where('is_deleted', '=', false).executeTakeFirstOrThrow()
  return row.n
}

export type AddressRow = {
  userId: number
  fields: AddressFields
  district: District
  isDefault: boolean
  at: Date
}

export async function insertAddress(tx: Tx, row: AddressRow): Promise<number> {
  const inserted = await tx.insertInto('customers.addresses').values({
    user_id: row.userId, title: row.fields.title, receiver: row.fields.receiver, mobile: row.fields.mobile,
    detail: row.fields.detail, postal_code: row.fields.postalCode, ...districtColumns(row.district),
    is_default: row.isDefault, created_at: row.at,
  }).returning('id').executeTakeFirstOrThrow()
  return inserted.id
}

export async function updateAddress(
  tx: Tx, id: number, change: { fields: Partial<AddressFields>; district?: District; isDefault?: boolean },
): Promise<void> {
  const columns = {
    ...fieldColumns(change.fields), ...(change.district ? districtColumns(change.district) : {}),
    ...(change.isDefault === undefined ? {} : { is_default: change.isDefault }),
  }
  if (Object.keys(columns).length === 0) return
  await tx.updateTable('customers.addresses').set(columns).where('id', '=', id).execute()
}

export async function clearDefault(tx: Tx, userId: number): Promise<void> {
  await tx.updateTable('customers.addresses').set({ is_default: false })
    .where('user_id', '=', userId).where('is_default', '=', true).where('is_deleted', '=', false).execute()
}

/** @returns whether the person had it */
export async function deleteAddress(tx: Tx, id: number, userId: number): Promise<boolean> {
  const row = await tx.updateTable('customers.addresses').set({ is_deleted: true, is_default: false })
    .where('id', '=', id).where('user_id', '=', userId).where('is_deleted', '=', false)
    .returning('id').executeTakeFirst()
  return row !== undefined
}

/** Takes every address of a person out of the database, the removed ones too; orders keep their own copies. */
export async function deleteAddressesOf(tx: Tx, userId: number): Promise<void> {
  await tx.deleteFrom('customers.addresses').where('user_id', '=', userId).execute()
}

function fieldColumns(fields: Partial<AddressFields>) {
  const { postalCode, ...same } = fields
  return { ...same, ...(postalCode === undefined ? {} : { postal_code: postalCode }) }
}

function districtColumns(district: District) {
  return {
    province_code: district.provinceCode, city_code: district.cityCode, district_code: district.districtCode,
  }
}
