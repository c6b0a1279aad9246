import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PageAsk } from '@hearth/kernel/pages'
import { offsetOf } from '@hearth/kernel/pages'
import type { Db, Tx } from '../platform/db.ts'

/** `shownAt`: only what is active and current at that instant; left out: everything. */
export type ContentFilter = { id?: number; shownAt?: Date }
type Period = { starts_at: Date | null; ends_at: Date | null }
type Dates = { created_at: Date; updated_at: Date }

export type BannerRow = Period & Dates & {
  id: number; title: string; link_url: string; position: 'home' | 'gift' | 'designer'; order: number
  is_active: boolean; image_id: number; image_path: string
}
export type BannerFilter = ContentFilter & { position?: string }

/** Banners with their pictures, in their order. */
export async function selectBanners(db: Db | Tx, filter: BannerFilter, ask?: PageAsk): Promise<BannerRow[]> {
  const { rows } = await sql<BannerRow>`
    select b.id, b.title, b.link_url, b.position, b.sort_order as "order", b.is_active, b.image_id, i.path as image_path,
      b.starts_at, b.ends_at, b.created_at, b.updated_at
    from content.banners b join media.images i on i.id = b.image_id ${bannersOf(filter)}
    order by b.sort_order, b.id ${pageOf(ask)}`.execute(db)
  return rows
}

export async function countBanners(db: Db, filter: BannerFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from content.banners b ${bannersOf(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

export type EntryRow = Period & Dates & {
  id: number; title: string; url: string; image_id: number | null; image_path: string; text: string | null
  sequence: number; is_active: boolean; key: string; key_name: string
}

/** Advertising with its slots, by key and in its order. */
export async function selectEntries(db: Db | Tx, filter: ContentFilter & { key?: string }): Promise<EntryRow[]> {
  const { id, key, shownAt } = filter
  const rules = [...shown('e', shownAt), ...(id === undefined ? [] : [sql`e.id = ${id}`]), ...(key === undefined ? [] : [sql`s.key = ${key}`])]
  const { rows } = await sql<EntryRow>`
    select e.id, e.title, e.url, e.image_id, coalesce(i.path, '') as image_path, e.text, e.sequence, e.is_active,
      s.key, s.name as key_name, e.starts_at, e.ends_at, e.created_at, e.updated_at
    from content.entries e join content.slots s on s.id = e.slot_id left join media.images i on i.id = e.image_id
    ${where(rules)} order by s.key, e.sequence, e.id`.execute(db)
  return rows
}

export type CaseRow = Dates & {
  id: number; title: string; order: number; is_active: boolean; cover_image_id: number; cover_path: string
}

/** Cases with their covers, in their order; `activeOnly` leaves out the others. */
export async function selectCases(
  db: Db | Tx, { id, activeOnly }: { id?: number; activeOnly: boolean }, ask?: PageAsk,
): Promise<CaseRow[]> {
  const rules = [...(id === undefined ? [] : [sql`c.id = ${id}`]), ...(activeOnly ? [sql`c.is_active`] : [])]
  const { rows } = await sql<CaseRow>`
    select c.id, c.title, c.sort_order as "order", c.is_active, c.cover_image_id, i.path as cover_path, c.created_at,
      c.updated_at
    from content.cases c join media.images i on i.id = c.cover_image_id ${where(rules)}
    order by c.sort_order, c.id ${pageOf(ask)}`.execute(db)
  return rows
}

export async function countCases(db: Db, activeOnly: boolean): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from content.cases c
    ${where(activeOnly ? [sql`c.is_active`] : [])}`.execute(db)
  return rows[0]?.n ?? 0
}

export type BlockRow = {
  id: number; block_type: 'text' | 'image'; text: string; order: number; image_id: number | null; image_path: string
}

/** The blocks of a case, in their order. */
export async function selectCaseBlocks(db: Db | Tx, caseId: number): Promise<BlockRow[]> {
  const { rows } = await sql<BlockRow>`
    select b.id, b.block_type, b.text, b.sort_order as "order", b.image_id, coalesce(i.path, '') as image_path
    from content.case_blocks b left join media.images i on i.id = b.image_id
    where b.case_id = ${caseId} order by b.sort_order, b.id`.execute(db)
  return rows
}

function bannersOf({ id, position, shownAt }: BannerFilter): RawBuilder<unknown> {
  return where([
    ...shown('b', shownAt), ...(id === undefined ? [] : [sql`b.id = ${id}`]),
    ...(position === undefined ? [] : [sql`b.position = ${position}`]),
  ])
}

function shown(table: string, at: Date | undefined): RawBuilder<unknown>[] {
  if (!at) return []
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return [sql`${column('is_active')} and coalesce(${column('starts_at')} <= ${at}, true)
    and coalesce(${column('ends_at')} > ${at}, true)`]
}

function where(rules: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return rules.length === 0 ? sql`` : sql`where ${sql.join([...rules], sql` and `)}`
}

function pageOf(ask: PageAsk | undefined): RawBuilder<unknown> {
  return ask ? sql`limit ${ask.pageSize} offset ${offsetOf(ask)}` : sql``
}
