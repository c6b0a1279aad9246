import { sendJob } from '../../platform/jobs.ts'
import type { Tx } from '../../platform/db.ts'
import type { Image } from './image.ts'
import { insertImage } from './media.sql.ts'
import type { NewImage } from './media.sql.ts'

/** Keeps a picture, and has its variants made once that is certain; the same person's same picture is kept once. */
export async function keepImage(tx: Tx, asked: NewImage): Promise<Image> {
  const image = await insertImage(tx, asked)
  if (image.path === asked.path) await sendJob(tx, 'make-variants', { path: image.path })
  return image
}
