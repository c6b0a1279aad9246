import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { keepImages } from './media.sql.ts'

const UNKNOWN = { zh: '没有这张图片，请重新上传。', en: 'There is no such picture. Upload it again.' }

/**
 * Makes sure that pictures exist, and go on existing until the transaction ends. `ids` by the field that names each.
 * Throws media.unknown_image, naming the fields.
 */
export async function requireImages(tx: Tx, ids: Record<string, number | null | undefined>): Promise<void> {
  const asked = Object.entries(ids).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  if (asked.length === 0) return
  const found = await keepImages(tx, asked.map(([, id]) => id))
  const unknown = asked.filter(([, id]) => !found.includes(id)).map(([field]) => [field, [UNKNOWN]] as const)
  if (unknown.length > 0) throw new Refusal('media.unknown_image', { fields: Object.fromEntries(unknown) })
}
