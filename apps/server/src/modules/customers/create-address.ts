import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { resolveDistrict } from '../areas/index.ts'
import { MAX_ADDRESSES } from './address.ts'
import type { Address, CreateAddress } from './address.ts'
import { clearDefault, countAddresses, insertAddress, lockAddressBook } from './customers.sql.ts'
import { findAddress } from './find-addresses.ts'

/**
 * Keeps one more address of a person, at most 20. The first one becomes the default unless the caller says otherwise.
 * Throws areas.unknown_area, customers.too_many_addresses.
 */
export async function createAddress(tx: Tx, input: CreateAddress): Promise<Address> {
  const district = await resolveDistrict(tx, input.area)
  await lockAddressBook(tx, input.userId)
  const kept = await countAddresses(tx, input.userId)
  if (kept >= MAX_ADDRESSES) throw new Refusal('customers.too_many_addresses', { max: MAX_ADDRESSES })
  const isDefault = input.isDefault ?? kept === 0
  if (isDefault) await clearDefault(tx, input.userId)
  const { userId, fields, at } = input
  const id = await insertAddress(tx, { userId, fields, district, isDefault, at })
  const address = await findAddress(tx, { id, userId })
  if (!address) throw new Error('The address just written is gone')
  return address
}
