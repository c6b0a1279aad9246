import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { requireImages } from '../media/index.ts'
import { deleteEntry, insertSlot, lockEntry, updateEntry } from './entries.sql.ts'
import type { EntryFields, SlotAsked } from './entry.ts'
import { requirePeriod } from './errors.ts'

/** What is left out stays. */
export type ChangeEntry = { id: number; slot: SlotAsked | undefined; change: Partial<EntryFields>; at: Date }

/** Changes a piece of advertising. Throws content.entry_not_found, media.unknown_image, content.invalid. */
export async function changeEntry(tx: Tx, { id, slot, change, at }: ChangeEntry): Promise<void> {
  const before = await lockEntry(tx, id)
  if (!before) throw new Refusal('content.entry_not_found')
  const { startsAt = before.startsAt, endsAt = before.endsAt } = change
  requirePeriod({ startsAt, endsAt })
  await requireImages(tx, { image: change.imageId })
  await updateEntry(tx, id, { slotId: slot && (await insertSlot(tx, slot)), change, at })
}

/** Takes a piece of advertising away; its slot and picture stay. Throws content.entry_not_found. */
export async function removeEntry(tx: Tx, id: number): Promise<void> {
  if (!(await deleteEntry(tx, id))) throw new Refusal('content.entry_not_found')
}
