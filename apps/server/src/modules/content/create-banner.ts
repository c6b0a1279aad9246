import type { Tx } from '../../platform/db.ts'
import { requireImages } from '../media/index.ts'
import type { BannerFields } from './banner.ts'
import { insertBanner } from './banners.sql.ts'
import { requirePeriod } from './errors.ts'

/** Puts up a banner. Throws media.unknown_image, content.invalid. @returns its id */
export async function createBanner(tx: Tx, { at, ...fields }: BannerFields & { at: Date }): Promise<number> {
  requirePeriod(fields)
  await requireImages(tx, { image: fields.imageId })
  return insertBanner(tx, fields, at)
}
