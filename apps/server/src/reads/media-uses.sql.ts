import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'

/** How many of each kind show a picture. */
export type MediaUses = {
  products: number; skus: number; brands: number; categories: number; avatars: number
  banners: number; cases: number; contents: number; proofs: number
}

const NONE: MediaUses = {
  products: 0, skus: 0, brands: 0, categories: 0, avatars: 0, banners: 0, cases: 0, contents: 0, proofs: 0,
}

/** What shows this picture, by its id or by its path. */
export async function selectMediaUses(db: Db | Tx, { id, path }: { id: number; path: string }): Promise<MediaUses> {
  const { rows } = await sql<MediaUses>`select
    (select count(*) from catalog.products where main_images @> array[${path}] or detail_images @> array[${path}]) as products,
    (select count(*) from catalog.skus where image = ${path}) as skus,
    (select count(*) from catalog.brands where logo = ${path}) as brands,
    (select count(*) from catalog.categories where logo = ${path}) as categories,
    (select count(*) from accounts.users where avatar_url = ${path}) as avatars,
    (select count(*) from content.banners where image_id = ${id}) as banners,
    (select count(*) from content.cases c where cover_image_id = ${id}
      or exists (select from content.case_blocks b where b.case_id = c.id and b.image_id = ${id})) as cases,
    (select count(*) from content.entries where image_id = ${id}) as contents,
    (select count(*) from payments.bank_proofs where image_path = ${path}) as proofs`.execute(db)
  return rows[0] ?? NONE
}

export type MediaUse = { kind: keyof MediaUses; id: number; name: string }

/** The first `limit` things that show this picture, with their names, the newest of each kind first. */
export async function selectMediaUsers(
  db: Db, { id, path }: { id: number; path: string }, limit: number,
): Promise<MediaUse[]> {
  const { rows } = await sql<MediaUse>`select kind, id, name from (
    select 1 as place, 'products' as kind, id, name from catalog.products
      where main_images @> array[${path}] or detail_images @> array[${path}]
    union all select 2, 'skus', id, name from catalog.skus where image = ${path}
    union all select 3, 'brands', id, name from catalog.brands where logo = ${path}
    union all select 4, 'categories', id, name from catalog.categories where logo = ${path}
    union all select 5, 'avatars', id, username from accounts.users where avatar_url = ${path}
    union all select 6, 'banners', id, title from content.banners where image_id = ${id}
    union all select 7, 'cases', id, title from content.cases c where cover_image_id = ${id}
      or exists (select from content.case_blocks b where b.case_id = c.id and b.image_id = ${id})
    union all select 8, 'contents', e.id, e.title from content.entries e where e.image_id = ${id}
    union all select 9, 'proofs', b.payment_id, p.order_number from payments.bank_proofs b
      join payments.payments p on p.id = b.payment_id where b.image_path = ${path}
  ) as uses order by place, id desc limit ${limit}`.execute(db)
  return rows
}

/** Pictures last uploaded before `before` that nothing shows and no administrator uploaded; the oldest first. */
export async function selectOrphanImages(db: Db, before: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with old as materialized (
      select i.id, i.path, i.uploaded_at from media.images i join accounts.users u on u.id = i.uploaded_by
      where i.uploaded_at < ${before} and u.role <> 'admin'
    )
    select old.id from old
    where not exists (select from content.banners b where b.image_id = old.id)
      and not exists (select from content.cases c where c.cover_image_id = old.id)
      and not exists (select from content.case_blocks b where b.image_id = old.id)
      and not exists (select from content.entries e where e.image_id = old.id)
      and old.path not in (
        select unnest(main_images || detail_images) from catalog.products where exists (select from old)
        union all select image from catalog.skus where exists (select from old)
        union all select logo from catalog.brands union all select logo from catalog.categories
        union all select avatar_url from accounts.users where avatar_url <> '' and exists (select from old)
        union all select image_path from payments.bank_proofs where image_path is not null)
    order by old.uploaded_at, old.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** The manuals that products have: stored paths, and other people's URLs. */
export async function selectManualPaths(db: Db): Promise<string[]> {
  const { rows } = await sql<{ url: string }>`
    select distinct manual ->> 'url' as url from catalog.products, jsonb_array_elements(manuals) as manual`.execute(db)
  return rows.map((row) => row.url)
}

/** The pictures that prove bank transfers. */
export async function selectProofPaths(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('payments.bank_proofs').select('image_path').where('image_path', 'is not', null).execute()
  return rows.flatMap(({ image_path: path }) => path ?? [])
}
