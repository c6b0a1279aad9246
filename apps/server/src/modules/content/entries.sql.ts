import type { Tx } from '../../platform/db.ts'
import type { EntryFields, SlotAsked } from './entry.ts'

/** The slot of this key, made when there is none; given a name it is called so from now on. @returns its id */
export async function insertSlot(tx: Tx, { key, name }: SlotAsked): Promise<number> {
  const row = await tx.insertInto('content.slots').values({ key, name: name ?? key })
    .onConflict((on) => on.column('key').doUpdateSet((eb) => ({ name: name ?? eb.ref('content.slots.name') })))
    .returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertEntry(tx: Tx, slotId: number, fields: EntryFields, at: Date): Promise<number> {
  const row = await tx.insertInto('content.entries')
    .values({ ...columns(fields), slot_id: slotId, title: fields.title, created_at: at, updated_at: at })
    .returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** @returns its period, or null when there is no such entry */
export async function lockEntry(tx: Tx, id: number): Promise<{ startsAt: Date | null; endsAt: Date | null } | null> {
  const row = await tx.selectFrom('content.entries').select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? null
}

/** `slotId` undefined: it stays where it is. */
export async function updateEntry(
  tx: Tx, id: number, { slotId, change, at }: { slotId: number | undefined; change: Partial<EntryFields>; at: Date },
): Promise<void> {
  await tx.updateTable('content.entries').set({ ...columns(change), slot_id: slotId, updated_at: at })
    .where('id', '=', id).execute()
}

/** @returns whether there was one */
export async function deleteEntry(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.deleteFrom('content.entries').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** What is undefined is not written. */
function columns(fields: Partial<EntryFields>) {
  return {
    title: fields.title, url: fields.url, image_id: fields.imageId, text: fields.text, sequence: fields.sequence,
    is_active: fields.isActive, starts_at: fields.startsAt, ends_at: fields.endsAt,
  }
}
