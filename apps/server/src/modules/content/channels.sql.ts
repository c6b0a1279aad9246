import type { Tx } from '../../platform/db.ts'
import type { ChannelFields } from './channel.ts'

export async function insertChannel(tx: Tx, fields: ChannelFields): Promise<number> {
  const { groupId, categoryId, ...same } = fields
  const row = await tx.insertInto('content.channels').values({ ...same, group_id: groupId, category_id: categoryId })
    .returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** What is undefined is not written. @returns whether there is such a channel */
export async function updateChannel(tx: Tx, id: number, change: Partial<ChannelFields>): Promise<boolean> {
  const { groupId, categoryId, ...same } = change
  // The group is always written, so that a change of nothing is a statement too.
  const row = await tx.updateTable('content.channels')
    .set((eb) => ({ ...same, group_id: groupId ?? eb.ref('group_id'), category_id: categoryId }))
    .where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** @returns whether there was one */
export async function deleteChannel(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.deleteFrom('content.channels').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}
