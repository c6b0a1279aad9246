import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { resolveDistrict } from '../areas/index.ts'
import type { Address, ChangeAddress } from './address.ts'
import { clearDefault, deleteAddress, lockAddressBook, updateAddress } from './customers.sql.ts'
import { findAddress } from './find-addresses.ts'

/** Changes an address of a person's own. Throws customers.address_not_found, areas.unknown_area. */
export async function changeAddress(tx: Tx, input: ChangeAddress): Promise<Address> {
  const { id, userId, fields, isDefault } = input
  await lockAddressBook(tx, userId)
  if (!(await findAddress(tx, { id, userId }))) throw new Refusal('customers.address_not_found')
  const district = input.area ? await resolveDistrict(tx, input.area) : undefined
  if (isDefault) await clearDefault(tx, userId)
  await updateAddress(tx, id, { fields, district, isDefault })
  const address = await findAddress(tx, { id, userId })
  if (!address) throw new Error('The address just written is gone')
  return address
}

/** Takes an address out of a person's book; orders keep their own copy. Throws customers.address_not_found. */
export async function removeAddress(tx: Tx, input: { id: number; userId: number }): Promise<void> {
  await lockAddressBook(tx, input.userId)
  if (!(await deleteAddress(tx, input.id, input.userId))) throw new Refusal('customers.address_not_found')
}
