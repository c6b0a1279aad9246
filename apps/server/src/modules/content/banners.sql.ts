import type { Tx } from '../../platform/db.ts'
import type { BannerFields } from './banner.ts'

export async function insertBanner(tx: Tx, fields: BannerFields, at: Date): Promise<number> {
  const row = await tx.insertInto('content.banners')
    .values({ ...columns(fields), image_id: fields.imageId, created_at: at, updated_at: at })
    .returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** @returns its period, or null when there is no such banner */
export async function lockBanner(tx: Tx, id: number): Promise<{ startsAt: Date | null; endsAt: Date | null } | null> {
  const row = await tx.selectFrom('content.banners').select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? null
}

export async function updateBanner(tx: Tx, id: number, change: Partial<BannerFields>, at: Date): Promise<void> {
  await tx.updateTable('content.banners').set({ ...columns(change), updated_at: at }).where('id', '=', id).execute()
}

/** @returns whether there was one */
export async function deleteBanner(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.deleteFrom('content.banners').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** What is undefined is not written. */
function columns(fields: Partial<BannerFields>) {
  return {
    image_id: fields.imageId, title: fields.title, link_url: fields.linkUrl, position: fields.position,
    sort_order: fields.sortOrder, is_active: fields.isActive, starts_at: fields.startsAt, ends_at: fields.endsAt,
  }
}
