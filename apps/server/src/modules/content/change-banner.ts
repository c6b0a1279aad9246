import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { requireImages } from '../media/index.ts'
import type { BannerFields } from './banner.ts'
import { deleteBanner, lockBanner, updateBanner } from './banners.sql.ts'
import { requirePeriod } from './errors.ts'

/** What is left out stays. */
export type ChangeBanner = { id: number; change: Partial<BannerFields>; at: Date }

/** Changes a banner. Throws content.banner_not_found, media.unknown_image, content.invalid. */
export async function changeBanner(tx: Tx, { id, change, at }: ChangeBanner): Promise<void> {
  const before = await lockBanner(tx, id)
  if (!before) throw new Refusal('content.banner_not_found')
  const { startsAt = before.startsAt, endsAt = before.endsAt } = change
  requirePeriod({ startsAt, endsAt })
  await requireImages(tx, { image: change.imageId })
  await updateBanner(tx, id, change, at)
}

/** Takes a banner down; its picture stays. Throws content.banner_not_found. */
export async function removeBanner(tx: Tx, id: number): Promise<void> {
  if (!(await deleteBanner(tx, id))) throw new Refusal('content.banner_not_found')
}
