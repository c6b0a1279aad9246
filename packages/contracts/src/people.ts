import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Role, UserView } from './accounts.ts'
import { IdentityProvider } from './identities.ts'
import { Instant, PageOf, orNull, pageQuery } from './shared.ts'

/** `search` looks into name, mobile and mail; a whole openid finds its person too. */
export const PeopleQuery = Type.Object({
  ...pageQuery,
  search: Type.Optional(Type.String({ maxLength: 100 })),
  phone: Type.Optional(Type.String({ maxLength: 20 })),
  role: Type.Optional(Role),
  is_staff: Type.Optional(Type.Boolean()),
  is_agent: Type.Optional(Type.Boolean()),
  is_active: Type.Optional(Type.Boolean()),
  ordering: Type.Optional(Type.String({ maxLength: 40, description: 'date_joined, last_login_at, username; - reverses' })),
})

/** A person as administrators see him; no password hash, no openid. */
export const PersonView = Type.Object({
  ...UserView.properties,
  is_active: Type.Boolean(),
  has_password: Type.Boolean(),
  identities: Type.Array(IdentityProvider),
  deletes_at: orNull(Instant),
})
export type PersonView = Static<typeof PersonView>
export const PeoplePage = PageOf(PersonView)

/** with what hangs on him. */
export const PersonDetail = Type.Object({
  ...PersonView.properties,
  counts: Type.Object({
    orders: Type.Integer(), units: Type.Integer(), addresses: Type.Integer(), cart_lines: Type.Integer(),
    sessions: Type.Integer({ description: 'Signed-in devices' }), repairs: Type.Integer(),
  }),
})
export type PersonDetail = Static<typeof PersonDetail>

const writable = {
  username: Type.String({ minLength: 1, maxLength: 150 }),
  password: Type.Optional(Type.String({ maxLength: 200, description: '8 to 20 characters; left out: no password' })),
  role: Type.Optional(Role),
  phone: Type.Optional(orNull(Type.String({ maxLength: 20 }))),
  mobile: Type.Optional(orNull(Type.String({ maxLength: 20, description: 'The same as phone' }))),
  email: Type.Optional(Type.String({ maxLength: 254 })),
  is_agent: Type.Optional(Type.Boolean()),
  is_active: Type.Optional(Type.Boolean({ description: 'false blocks the account and ends its sessions' })),
}
/** a whole person. */
export const PersonBody = Type.Object(writable)
/** what is left out stays. */
export const PersonPatch = Type.Object({ ...writable, username: Type.Optional(writable.username) })
export type PersonPatch = Static<typeof PersonPatch>
export type PersonBody = Static<typeof PersonBody>

/** G-13: agents (1), customers (2) and employees (3) in the words of source 001. */
export const LifecycleUserBody = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 150 }),
  password: Type.Optional(Type.String({ maxLength: 200 })),
  user_type: Type.Integer({ minimum: 1, maximum: 3, description: '1 agent, 2 customer, 3 employee' }),
  phone: Type.Optional(orNull(Type.String({ maxLength: 20 }))),
  email: Type.Optional(Type.String({ maxLength: 254 })),
})
export type LifecycleUserBody = Static<typeof LifecycleUserBody>

export const SessionsEnded = Type.Object({ ended: Type.Integer() })
export type SessionsEnded = Static<typeof SessionsEnded>
