import { isoShanghai } from '@hearth/kernel/dates'
import { isStaff, userType } from '../modules/accounts/index.ts'
import type { Role } from '../modules/accounts/index.ts'
import type { Files } from '../platform/files.ts'
import type { PersonSummary } from '../reads/person-summary.sql.ts'

const company = { has_company_info: false, company_status: null, company_name: null }

/** The person as source 000 sees him; no password hash, no permission columns. */
export function userView(person: PersonSummary, files: Files) {
  const { id, username, mobile, email, role, is_agent, orders_count, completed_orders_count } = person
  const standing = { role: role as Role, isAgent: is_agent }
  return {
    id, username, mobile, phone: mobile, email, avatar_url: files.url(person.avatar_url), role: standing.role,
    is_staff: isStaff(standing), is_agent, user_type: userType(standing),
    last_login_at: person.last_login_at && isoShanghai(person.last_login_at),
    date_joined: isoShanghai(person.created_at),
    orders_count, completed_orders_count, company_info: null,
  }
}

/** */
export function profileView(person: PersonSummary, files: Files) {
  const { id, username, avatar_url, phone, mobile, email, role, is_staff, is_agent, last_login_at, orders_count } =
    userView(person, files)
  return {
    id, username, avatar_url, phone, mobile, email, role, is_staff, is_agent, ...company, last_login_at, orders_count,
    has_password: person.has_password, deletes_at: person.deletion_due_at && isoShanghai(person.deletion_due_at),
  }
}

type LifecycleColumns = Pick<PersonSummary, 'id' | 'username' | 'email' | 'mobile' | 'role' | 'is_agent'>

/** B-03: exactly the source's keys. */
export function lifecycleUserView(person: LifecycleColumns) {
  const standing = { role: person.role as Role, isAgent: person.is_agent }
  return {
    id: person.id, username: person.username, email: person.email, phone: person.mobile, user_type: userType(standing),
    wechat_profile: null,
  }
}

/** B-02. */
export function lifecycleMeView(person: LifecycleColumns) {
  return { ...lifecycleUserView(person), role: person.role as Role, is_admin: person.role === 'admin' }
}
