import { sql } from 'kysely'
import { orderStatuses } from '@hearth/kernel/order-status'
import type { Db } from '../platform/db.ts'

export type Demo = {
  units: { created: string[]; shipped: string[]; activated: string[]; in_repair: string[] }
  orders: Record<string, string[]>
  skus: { plenty: number[]; last_piece: number[] }
}

const unitStates = ['created', 'shipped', 'activated', 'in_repair']
const UNITS_EACH = 60
const ORDERS_EACH = 20
const SKUS_EACH = 20
const PLENTY_QTY = 20

/** A handful of everything, newest first, for the developer desk. Every state has its list, if an empty one. */
export async function selectDemo(db: Db): Promise<Demo> {
  const { rows } = await sql<Demo>`
    with unit as (
      select n.code, n.id, case when exists (
        select 1 from lifecycle.repairs r where r.unit_id = n.id and r.state in ('pending', 'in_progress'))
        then 'in_repair' else n.state end as state
      from lifecycle.units n order by n.id desc limit 2000),
    counted_unit as (select unit.*, row_number() over (partition by state order by id desc) as place from unit),
    counted_order as (
      select state, number, row_number() over (partition by state order by id desc) as place from orders.orders
      where deleted_at is null),
    free as (
      select s.id, v.on_hand_qty - v.held_qty as qty from catalog.skus s
      join catalog.products p on p.id = s.product_id and p.is_active join stock.levels v on v.sku_id = s.id
      where s.is_launched)
    select
      (select json_object_agg(k.state, coalesce(g.codes, '[]')) from unnest(${unitStates}::text[]) k(state)
        left join (select state, json_agg(code order by place) as codes from counted_unit
          where place <= ${UNITS_EACH}::int group by state) g using (state)) as units,
      (select json_object_agg(k.state, coalesce(g.numbers, '[]')) from unnest(${[...orderStatuses]}::text[]) k(state)
        left join (select state, json_agg(number order by place) as numbers from counted_order
          where place <= ${ORDERS_EACH}::int group by state) g using (state)) as orders,
      json_build_object(
        'plenty', (select coalesce(json_agg(id order by id), '[]') from (
          select id from free where qty >= ${PLENTY_QTY}::int order by id limit ${SKUS_EACH}::int) p),
        'last_piece', (select coalesce(json_agg(id order by id), '[]') from (
          select id from free where qty = 1 order by id limit ${SKUS_EACH}::int) l)) as skus`.execute(db)
  const found = rows[0]
  if (!found) throw new Error('The demo query gave no row')
  return found
}
