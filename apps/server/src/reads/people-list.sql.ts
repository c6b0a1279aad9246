import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PageAsk } from '@hearth/kernel/pages'
import { offsetOf } from '@hearth/kernel/pages'
import type { Db } from '../platform/db.ts'

export type PersonRow = {
  id: number; username: string; mobile: string | null; email: string; avatar_url: string; role: string
  is_agent: boolean; is_active: boolean; last_login_at: Date | null; created_at: Date; deletion_due_at: Date | null
  has_password: boolean; identities: ('wechat' | 'qq' | 'alipay')[]; orders_count: number; completed_orders_count: number
}

export type PeopleFilter = {
  search?: string
  phone?: string
  role?: string
  isStaff?: boolean
  isAgent?: boolean
  isActive?: boolean
  ordering?: string
}

const columns = sql`
  u.id, u.username, u.mobile, u.email, u.avatar_url, u.role, u.is_agent, u.is_active, u.last_login_at, u.created_at,
  u.deletion_due_at, u.password_hash is not null as has_password,
  coalesce((select array_agg(i.provider order by i.id) from accounts.identities i where i.user_id = u.id), '{}') as identities,
  (select count(*) from orders.orders o where o.user_id = u.id and o.deleted_at is null) as orders_count,
  (select count(*) from orders.orders o where o.user_id = u.id and o.state = 'completed') as completed_orders_count`

const orderings: Record<string, RawBuilder<unknown>> = {
  date_joined: sql`u.created_at, u.id`,
  '-date_joined': sql`u.created_at desc, u.id desc`,
  last_login_at: sql`u.last_login_at nulls first, u.id`,
  '-last_login_at': sql`u.last_login_at desc nulls last, u.id desc`,
  username: sql`u.username_key, u.id`,
  '-username': sql`u.username_key desc, u.id desc`,
}

/** A page of people who have not deleted their accounts; the newest first unless asked otherwise. */
export async function selectPeople(db: Db, filter: PeopleFilter, ask: PageAsk): Promise<PersonRow[]> {
  const order = orderings[filter.ordering ?? ''] ?? orderings['-date_joined'] ?? sql`u.id`
  const { rows } = await sql<PersonRow>`
    select ${columns} from accounts.users u ${whereOf(filter)}
    order by ${order} limit ${ask.pageSize} offset ${offsetOf(ask)}`.execute(db)
  return rows
}

export async function countPeople(db: Db, filter: PeopleFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from accounts.users u ${whereOf(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

export async function selectPerson(db: Db, id: number): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`
    select ${columns} from accounts.users u where u.id = ${id} and u.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

function whereOf({ search, phone, role, isStaff, isAgent, isActive }: PeopleFilter): RawBuilder<unknown> {
  const rules = [sql`u.deleted_at is null`]
  if (search) {
    rules.push(sql`(position(lower(${search}) in lower(u.username)) > 0 or position(${search} in coalesce(u.mobile, '')) > 0
      or position(lower(${search}) in lower(u.email)) > 0
      or exists (select from accounts.identities i where i.user_id = u.id and i.openid = ${search}))`)
  }
  if (phone) rules.push(sql`position(${phone} in coalesce(u.mobile, '')) > 0`)
  if (role) rules.push(sql`u.role = ${role}`)
  if (isStaff !== undefined) rules.push(sql`(u.role in ('admin', 'support')) = ${isStaff}`)
  if (isAgent !== undefined) rules.push(sql`u.is_agent = ${isAgent}`)
  if (isActive !== undefined) rules.push(sql`u.is_active = ${isActive}`)
  return sql`where ${sql.join(rules, sql` and `)}`
}
