import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export type Demo = {
  units: { created: string[]; shipped: string[]; activated: string[]; in_repair: string[] }
  orders: Record<string, string[]>
  skus: { plenty: number[]; last_piece: number[] }
}

/** A handful of everything, newest first, for the developer desk. */
export async function selectDemo(db: Db): Promise<Demo> {
  const { rows } = await sql<Demo>`
    with unit as (
      select n.code, n.id, case when exists (
        select 1 from lifecycle.repairs r where r.unit_id = n.id and r.state in ('pending', 'in_progress'))
        then 'in_repair' else n.state end as state
      from lifecycle.units n order by n.id desc limit 2000),
    numbered as (select o.state, o.number, row_number() over (partition by o.state order by o.id desc) as n from orders.orders o),
    free as (
      select s.id, v.on_hand_qty - v.held_qty as qty from catalog.skus s join stock.levels v on v.sku_id = s.id
      where s.is_launched)
    select
      (select json_build_object(
        'created', coalesce(json_agg(code order by id desc) filter (where state = 'created'), '[]'),
        'shipped', coalesce(json_agg(code order by id desc) filter (where state = 'shipped'), '[]'),
        'activated', coalesce(json_agg(code order by id desc) filter (where state = 'activated'), '[]'),
        'in_repair', coalesce(json_agg(code order by id desc) filter (where state = 'in_repair'), '[]')) from unit) as units,
      (select coalesce(json_object_agg(state, numbers), '{}') from (
        select state, json_agg(number order by n) as numbers from numbered where n <= 20 group by state) g) as orders,
      json_build_object(
        'plenty', (select coalesce(json_agg(id), '[]') from (select id from free where qty >= 20 order by id limit 20) p),
        'last_piece', (select coalesce(json_agg(id), '[]') from (select id from free where qty = 1 order by id limit 20) l)) as skus
    `.execute(db)
  const found = rows[0]
  if (!found) throw new Error('The demo query gave no row')
  return found
}
