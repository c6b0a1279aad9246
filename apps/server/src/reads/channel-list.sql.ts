import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'

export type ChannelRow = {
  id: number; group_id: number; category_id: number; category: string; name: string; url: string; sequence: number
}

/** Channels by group and in their order; `id` narrows to one. */
export async function selectChannels(db: Db | Tx, id?: number): Promise<ChannelRow[]> {
  const { rows } = await sql<ChannelRow>`
    select h.id, h.group_id, h.category_id, c.name as category, h.name, h.url, h.sequence
    from content.channels h join catalog.categories c on c.id = h.category_id
    ${id === undefined ? sql`` : sql`where h.id = ${id}`}
    order by h.group_id, h.sequence, h.id`.execute(db)
  return rows
}

export type CategoryRow = { id: number; parent_id: number | null; name: string; logo: string }

/** Categories that channels show: theirs, and the two levels below. */
export async function selectChannelCategories(db: Db): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    with recursive below as (
      select c.id, c.parent_id, c.name, c.logo, c.sort_order, 1 as depth from catalog.categories c
      where c.id in (select category_id from content.channels)
      union select c.id, c.parent_id, c.name, c.logo, c.sort_order, depth + 1
      from catalog.categories c join below b on c.parent_id = b.id where depth < 3
    )
    select distinct on (sort_order, id) id, parent_id, name, logo from below order by sort_order, id`.execute(db)
  return rows
}
