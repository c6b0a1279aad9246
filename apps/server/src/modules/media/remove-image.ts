import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import type { Image } from './image.ts'
import { deleteImage, lockImage, lockOldImage } from './media.sql.ts'

/** How many of each kind use a picture. Asked once nobody else can begin to use it. */
export type CountUses = (tx: Tx, image: Image) => Promise<Record<string, number>>

/** `isAdmin`: any picture; others take away what they uploaded themselves. */
export type RemoveImage = { id: number; actorId: number; isAdmin: boolean; countUses: CountUses }

/**
 * Takes a picture out of the database. Throws media.not_found, also for somebody else's; media.in_use (`counts`).
 * @returns it, so that its file can go once this is certain
 */
export async function removeImage(tx: Tx, { id, actorId, isAdmin, countUses }: RemoveImage): Promise<Image> {
  const image = await lockImage(tx, id)
  if (!image || (!isAdmin && image.uploadedBy !== actorId)) throw new Refusal('media.not_found')
  const counts = await countUses(tx, image)
  if (isUsed(counts)) throw new Refusal('media.in_use', { counts })
  await deleteImage(tx, id)
  return image
}

/** Takes a picture out that was last uploaded before `before` and that nothing uses. @returns it, or null: it stays */
export async function removeOrphan(
  tx: Tx, { id, before, countUses }: { id: number; before: Date; countUses: CountUses },
): Promise<Image | null> {
  const image = await lockOldImage(tx, id, before)
  if (!image || isUsed(await countUses(tx, image))) return null
  await deleteImage(tx, id)
  return image
}

function isUsed(counts: Record<string, number>): boolean {
  return Object.values(counts).some((count) => count > 0)
}
