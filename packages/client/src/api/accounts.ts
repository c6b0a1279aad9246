import type { Static } from 'typebox'
import type { AuthorizationView, PasswordSignIn, ProfileView, WhoAmI } from '@hearth/contracts/accounts'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { ProfileView, WhoAmI }

/** D-06; the answer's `Set-Cookie` headers carry the session. */
export function signIn(http: Http, body: PasswordSignIn): Promise<Static<typeof AuthorizationView>> {
  return ask(http, { method: 'POST', path: '/api/authorizations/', body })
}

/** G-11; clears the session's cookies. */
export function signOut(http: Http): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/auth/logout/', body: {} })
}

/** A-06 with the cookie `hearth_refresh`. */
export function refreshSession(http: Http): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/auth/refresh/', body: {} })
}

/** D-09. */
export function whoAmI(http: Http): Promise<WhoAmI> {
  return ask(http, { method: 'GET', path: '/api/user/' })
}

/** */
export function readProfile(http: Http): Promise<ProfileView> {
  return ask(http, { method: 'GET', path: '/api/user/profile/' })
}
