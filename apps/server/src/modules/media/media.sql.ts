import { sql } from 'kysely'
import type { PageAsk } from '@hearth/kernel/pages'
import { offsetOf } from '@hearth/kernel/pages'
import type { Db, Tx } from '../../platform/db.ts'
import type { Image, Picture } from './image.ts'

const columns = [
  'id', 'path', 'original_name as originalName', 'content_type as contentType', 'size_bytes as sizeBytes',
  'width_px as widthPx', 'height_px as heightPx', 'placeholder', 'uploaded_by as uploadedBy', 'created_at as createdAt',
] as const

export type NewImage = { path: string; name: string; picture: Picture; uploadedBy: number; at: Date }

/** Keeps a picture; the same person's same picture is the row that is there, which stays locked. */
export async function insertImage(tx: Tx, { path, name, picture, uploadedBy, at }: NewImage): Promise<Image> {
  return tx.insertInto('media.images').values({
    path, sha256: picture.sha256, original_name: name, content_type: picture.contentType,
    size_bytes: picture.bytes.length, width_px: picture.widthPx, height_px: picture.heightPx,
    placeholder: picture.placeholder, uploaded_by: uploadedBy, uploaded_at: at, created_at: at,
  }).onConflict((on) => on.columns(['uploaded_by', 'sha256']).doUpdateSet({ uploaded_at: at }))
    .returning(columns).executeTakeFirstOrThrow()
}

export async function selectImage(db: Db | Tx, id: number): Promise<Image | null> {
  const row = await db.selectFrom('media.images').select(columns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Nobody can begin to use it until the transaction ends: whoever names it waits. */
export async function lockImage(tx: Tx, id: number): Promise<Image | null> {
  const row = await tx.selectFrom('media.images').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? null
}

/** `search` looks into the names; `path` is that of one. Left out: all. */
export type ImageFilter = { search?: string; path?: string }

/** The newest first. */
export async function selectImages(db: Db, filter: ImageFilter, ask: PageAsk): Promise<Image[]> {
  return db.selectFrom('media.images').select(columns).where(wanted(filter))
    .orderBy('created_at', 'desc').orderBy('id', 'desc').limit(ask.pageSize).offset(offsetOf(ask)).execute()
}

export async function countImages(db: Db, filter: ImageFilter): Promise<number> {
  const row = await db.selectFrom('media.images').select(sql<number>`count(*)`.as('n')).where(wanted(filter))
    .executeTakeFirstOrThrow()
  return row.n
}

/** @returns those of the ids that exist; they stay until the transaction ends */
export async function keepImages(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.selectFrom('media.images').select('id').where('id', 'in', [...ids]).orderBy('id')
    .forKeyShare().execute()
  return rows.map((row) => row.id)
}

export async function deleteImage(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('media.images').where('id', '=', id).execute()
}

/** Locks an image if it was last uploaded before `before`. */
export async function lockOldImage(tx: Tx, id: number, before: Date): Promise<Image | null> {
  const row = await tx.selectFrom('media.images').select(columns).where('id', '=', id)
    .where('uploaded_at', '<', before).forUpdate().executeTakeFirst()
  return row ?? null
}

/** @returns those of the paths that are pictures of ours */
export async function selectKnownPaths(db: Db, paths: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('media.images').select('path').where('path', 'in', [...paths]).execute()
  return rows.map((row) => row.path)
}

function wanted({ search, path }: ImageFilter) {
  const named = search ? sql`position(lower(${search}) in lower(original_name)) > 0` : sql`true`
  return sql<boolean>`(${named} and ${path === undefined ? sql`true` : sql`path = ${path}`})`
}
