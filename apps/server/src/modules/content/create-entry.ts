import type { Tx } from '../../platform/db.ts'
import { requireImages } from '../media/index.ts'
import { insertEntry, insertSlot } from './entries.sql.ts'
import type { EntryFields, SlotAsked } from './entry.ts'
import { requirePeriod } from './errors.ts'

export type CreateEntry = EntryFields & { slot: SlotAsked; at: Date }

/** Puts a piece of advertising into a slot. Throws media.unknown_image, content.invalid. @returns its id */
export async function createEntry(tx: Tx, { slot, at, ...fields }: CreateEntry): Promise<number> {
  requirePeriod(fields)
  await requireImages(tx, { image: fields.imageId })
  return insertEntry(tx, await insertSlot(tx, slot), fields, at)
}
