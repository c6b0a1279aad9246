import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { findCategoryName } from '../catalog/index.ts'
import type { ChannelFields } from './channel.ts'
import { deleteChannel, insertChannel, updateChannel } from './channels.sql.ts'
import { refuseFields } from './errors.ts'

const UNKNOWN = { zh: '没有这个分类。', en: 'There is no such category.' }

/**
 * Puts a channel into the menu, called like its category unless it has a name. Throws content.invalid.
 * @returns its id
 */
export async function createChannel(
  tx: Tx, { name, ...fields }: Omit<ChannelFields, 'name'> & { name: string | undefined },
): Promise<number> {
  const category = await categoryName(tx, fields.categoryId)
  return insertChannel(tx, { ...fields, name: name ?? category })
}

/** Changes a channel; what is left out stays. Throws content.channel_not_found, content.invalid. */
export async function changeChannel(
  tx: Tx, { id, change }: { id: number; change: Partial<ChannelFields> },
): Promise<void> {
  if (change.categoryId !== undefined) await categoryName(tx, change.categoryId)
  if (!(await updateChannel(tx, id, change))) throw new Refusal('content.channel_not_found')
}

/** Takes a channel out of the menu. Throws content.channel_not_found. */
export async function removeChannel(tx: Tx, id: number): Promise<void> {
  if (!(await deleteChannel(tx, id))) throw new Refusal('content.channel_not_found')
}

async function categoryName(tx: Tx, id: number): Promise<string> {
  const name = await findCategoryName(tx, id)
  if (name === null) return refuseFields({ category_id: [UNKNOWN] })
  return name.slice(0, 50)
}
