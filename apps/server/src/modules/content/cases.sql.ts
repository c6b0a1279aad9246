import type { Tx } from '../../platform/db.ts'
import type { CaseBlock, CaseFields } from './case.ts'

export async function insertCase(tx: Tx, fields: CaseFields, at: Date): Promise<number> {
  const { title, coverImageId, sortOrder, isActive } = fields
  const row = await tx.insertInto('content.cases').values({
    title, cover_image_id: coverImageId, sort_order: sortOrder, is_active: isActive, created_at: at, updated_at: at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** What is undefined is not written. @returns whether there is such a case; then nobody else writes it meanwhile */
export async function updateCase(tx: Tx, id: number, change: Partial<CaseFields>, at: Date): Promise<boolean> {
  const { title, coverImageId, sortOrder, isActive } = change
  const row = await tx.updateTable('content.cases').set({
    title, cover_image_id: coverImageId, sort_order: sortOrder, is_active: isActive, updated_at: at,
  }).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Puts these blocks in the place of all there were. */
export async function replaceBlocks(tx: Tx, caseId: number, blocks: readonly CaseBlock[]): Promise<void> {
  await tx.deleteFrom('content.case_blocks').where('case_id', '=', caseId).execute()
  if (blocks.length === 0) return
  await tx.insertInto('content.case_blocks').values(blocks.map(({ blockType, text, imageId, sortOrder }) => ({
    case_id: caseId, block_type: blockType, text, image_id: imageId, sort_order: sortOrder,
  }))).execute()
}

/** Takes a case away with its blocks. @returns whether there was one */
export async function deleteCase(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.deleteFrom('content.cases').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}
