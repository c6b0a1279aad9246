import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, oneOf, orNull } from './shared.ts'

export const roles = ['individual', 'dealer', 'support', 'admin'] as const
export const Role = oneOf(roles)
export type Role = Static<typeof Role>

/** Sign-in by name or mobile and password (D-06, A-05, B-01). */
export const PasswordSignIn = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 150, description: 'User name or mobile number' }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
  image_code_id: Type.Optional(Type.String({ pattern: '^[\\w-]{1,64}$', description: 'After failures: the picture code (D-03)' })),
  text: Type.Optional(Type.String({ maxLength: 10, description: 'What the picture says' })),
})
export type PasswordSignIn = Static<typeof PasswordSignIn>

export const RefreshBody = Type.Object({
  refresh: Type.Optional(Type.String({ minLength: 1, maxLength: 4000, description: 'Or the cookie hearth_refresh' })),
})

/** Fresh tokens; access 7 days, refresh 30 days, rotating (decisions 14 and 17). */
export const TokenPair = Type.Object({ access: Type.String(), refresh: Type.String() })

const company = orNull(Type.Object({ company_name: Type.String(), status: Type.String() }))

/** The person as source 000 sees him (§2.1), without password hash and permission columns. */
export const UserView = Type.Object({
  id: Id,
  username: Type.String(),
  mobile: orNull(Type.String()),
  phone: orNull(Type.String()),
  email: Type.String(),
  avatar_url: Type.String(),
  role: Role,
  is_staff: Type.Boolean(),
  is_agent: Type.Boolean(),
  user_type: Type.Integer({ description: '1 agent, 2 customer, 3 employee' }),
  last_login_at: orNull(Instant),
  date_joined: Instant,
  orders_count: Type.Integer(),
  completed_orders_count: Type.Integer(),
  company_info: company,
})
export type UserView = Static<typeof UserView>

/** D-06. */
export const AuthorizationView = Type.Object({
  username: Type.String(),
  user_id: Id,
  token: Type.String({ description: 'The access token' }),
  access: Type.String(),
  refresh: Type.String(),
})

/** */
export const ConsoleSignInView = Type.Object({ access: Type.String(), refresh: Type.String(), user: UserView })

/** D-09. */
export const WhoAmI = Type.Object({
  id: Id, username: Type.String(), mobile: orNull(Type.String()), email: Type.String(),
})
export type WhoAmI = Static<typeof WhoAmI>

/** */
export const ProfileView = Type.Object({
  id: Id,
  username: Type.String(),
  avatar_url: Type.String(),
  phone: orNull(Type.String()),
  mobile: orNull(Type.String()),
  email: Type.String(),
  role: Role,
  is_staff: Type.Boolean(),
  is_agent: Type.Boolean(),
  has_company_info: Type.Boolean(),
  company_status: orNull(Type.String()),
  company_name: orNull(Type.String()),
  last_login_at: orNull(Instant),
  orders_count: Type.Integer(),
  has_password: Type.Boolean(),
  deletes_at: orNull(Instant),
})
export type ProfileView = Static<typeof ProfileView>

/** The person as source 001 sees him (B-02, B-03). */
export const LifecycleUser = Type.Object({
  id: Id,
  username: Type.String(),
  email: Type.String(),
  phone: orNull(Type.String()),
  user_type: Type.Integer(),
  wechat_profile: Type.Null(),
})
export const LifecycleMe = Type.Object({ ...LifecycleUser.properties, role: Role, is_admin: Type.Boolean() })
export const LifecycleSignIn = Type.Object({ access: Type.String(), refresh: Type.String(), user: LifecycleMe })
export type LifecycleUser = Static<typeof LifecycleUser>

export const SignedOut = Type.Object({ message: Type.String() })
