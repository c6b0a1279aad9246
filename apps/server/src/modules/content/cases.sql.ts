import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { CaseBlock, CaseFields } from './case.ts'

export async function insertCase(tx: Tx, fields: CaseFields, at: Date): Promise<number> {
  const { title, coverImageId, sortOrder, isActive } = fields
  const row = await tx.insertInto('content.cases').values({
    title, cover_image_id: coverImageId, sort_order: sortOrder, is_active: isActive, created_at: at, updated_at: at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Nobody else writes it until the transaction ends. @returns when it was changed last, or null when there is none */
export async function lockCase(tx: Tx, id: number): Promise<Date | null> {
  const row = await tx.selectFrom('content.cases').select('updated_at').where('id', '=', id).forUpdate().executeTakeFirst()
  return row?.updated_at ?? null
}

/** What is undefined is not written. No two changes have the same `updated_at`, so that it tells them apart. */
export async function updateCase(tx: Tx, id: number, change: Partial<CaseFields>, at: Date): Promise<void> {
  const { title, coverImageId, sortOrder, isActive } = change
  await tx.updateTable('content.cases').set({
    title, cover_image_id: coverImageId, sort_order: sortOrder, is_active: isActive,
    updated_at: sql<Date>`greatest(${at}::timestamptz, updated_at + interval '1 millisecond')`,
  }).where('id', '=', id).execute()
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
