import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { requireImages } from '../media/index.ts'
import type { CaseBlock, CaseFields } from './case.ts'
import { deleteCase, insertCase, lockCase, replaceBlocks, updateCase } from './cases.sql.ts'
import { refuseFields } from './errors.ts'

const MISSING = { zh: '此项必填。', en: 'This field is required.' }
const NO_PICTURE = { zh: '文字段落不带图片。', en: 'A block of text has no picture.' }

/** Publishes a case. Throws media.unknown_image, content.invalid. @returns its id */
export async function createCase(
  tx: Tx, { blocks, at, ...fields }: CaseFields & { blocks: readonly CaseBlock[]; at: Date },
): Promise<number> {
  await requireCase(tx, fields.coverImageId, blocks)
  const id = await insertCase(tx, fields, at)
  await replaceBlocks(tx, id, blocks)
  return id
}

/**
 * What is left out stays; `blocks` take the place of all there were. `knownAt`: the `updated_at` that the caller saw;
 * null when he does not care what changed since.
 */
export type ChangeCase = {
  id: number; change: Partial<CaseFields>; blocks: readonly CaseBlock[] | undefined; knownAt: Date | null; at: Date
}

/**
 * Changes a case. Throws content.case_not_found, content.changed_meanwhile, media.unknown_image, content.invalid.
 */
export async function changeCase(tx: Tx, { id, change, blocks, knownAt, at }: ChangeCase): Promise<void> {
  const updatedAt = await lockCase(tx, id)
  if (!updatedAt) throw new Refusal('content.case_not_found')
  if (knownAt && knownAt.getTime() !== updatedAt.getTime()) {
    throw new Refusal('content.changed_meanwhile', { updated_at: isoShanghai(updatedAt) })
  }
  await requireCase(tx, change.coverImageId, blocks ?? [])
  await updateCase(tx, id, change, at)
  if (blocks) await replaceBlocks(tx, id, blocks)
}

/** Takes a case away; its pictures stay. Throws content.case_not_found. */
export async function removeCase(tx: Tx, id: number): Promise<void> {
  if (!(await deleteCase(tx, id))) throw new Refusal('content.case_not_found')
}

async function requireCase(tx: Tx, coverImageId: number | undefined, blocks: readonly CaseBlock[]): Promise<void> {
  const wrong = blocks.flatMap(({ blockType, text, imageId }, at) => {
    const field = `detail_blocks.${at}`
    if (blockType === 'image') return imageId === null ? [[`${field}.image_id`, [MISSING]] as const] : []
    const faults = text.trim() === '' ? [[`${field}.text`, [MISSING]] as const] : []
    return imageId === null ? faults : [...faults, [`${field}.image_id`, [NO_PICTURE]] as const]
  })
  if (wrong.length > 0) refuseFields(Object.fromEntries(wrong.map(([field, said]) => [field, [...said]])))
  const shown = blocks.map(({ imageId }, at) => [`detail_blocks.${at}.image_id`, imageId] as const)
  await requireImages(tx, { cover_image_id: coverImageId, ...Object.fromEntries(shown) })
}
