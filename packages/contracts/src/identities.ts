import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, oneOf } from './shared.ts'

export const identityProviders = ['wechat', 'qq', 'alipay'] as const
export const IdentityProvider = oneOf(identityProviders)
export type IdentityProvider = Static<typeof IdentityProvider>

/** `code` is what `wx.login` gave. */
export const WechatSignIn = Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }) })

/** D-07, G-05. `purpose=link` binds to the account that is signed in instead of signing in. */
export const AuthorizationQuery = Type.Object({
  next: Type.Optional(Type.String({ maxLength: 500, description: 'A path of our own; anything else is refused' })),
  purpose: Type.Optional(oneOf(['sign-in', 'link'])),
})
export const LoginUrl = Type.Object({ login_url: Type.String() })
export type LoginUrl = Static<typeof LoginUrl>

/** G-04, G-05: what the company sent back with the browser. Alipay calls its code `auth_code`. */
export const CallbackQuery = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 500 })),
  auth_code: Type.Optional(Type.String({ maxLength: 500 })),
  state: Type.Optional(Type.String({ maxLength: 2000 })),
})

const signedIn = {
  token: Type.String(), access: Type.String(), refresh: Type.String(), id: Id, username: Type.String(),
}
/** Known: signed in. Unknown, or asked for with `purpose=link`: `access_token`, a sealed proof for 10 minutes. */
export const CallbackView = Type.Union([
  Type.Object({ ...signedIn, next: Type.String() }),
  Type.Object({ access_token: Type.String(), purpose: oneOf(['sign-in', 'link']), next: Type.String() }),
])
export type CallbackView = Static<typeof CallbackView>

/** D-08: binds to the account with this mobile (its password), or makes one. */
export const BindBody = Type.Object({
  mobile: Type.String({ maxLength: 20 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
  sms_code: Type.String({ maxLength: 20 }),
  access_token: Type.String({ minLength: 1, maxLength: 2000 }),
})
export type BindBody = Static<typeof BindBody>
export const BoundView = Type.Object(signedIn)
export type BoundView = Static<typeof BoundView>

/** A way to sign in that is linked to an account. Its id at the company stays inside. */
export const IdentityView = Type.Object({ provider: IdentityProvider, nickname: Type.String(), linked_at: Instant })
export type IdentityView = Static<typeof IdentityView>
export const LinkBody = Type.Object({ access_token: Type.String({ minLength: 1, maxLength: 2000 }) })

/** A device that is signed in. */
export const SessionView = Type.Object({
  id: Type.String({ format: 'uuid' }),
  device: Type.String({ description: 'Browser and system in words, e.g. "Chrome · Windows"' }),
  kind: oneOf(['phone', 'desk', 'mini-program', 'other']),
  address: Type.String({ description: 'Network address of the last use, its last part hidden' }),
  created_at: Instant,
  last_used_at: Instant,
  is_current: Type.Boolean(),
})
export type SessionView = Static<typeof SessionView>
