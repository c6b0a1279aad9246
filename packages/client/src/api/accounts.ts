import type { Static } from 'typebox'
import type { AuthorizationView, PasswordSignIn, ProfileView, WhoAmI } from '@hearth/contracts/accounts'
import type { BindBody, BoundView, CallbackView, IdentityProvider, IdentityView, LoginUrl, SessionView } from '@hearth/contracts/identities'
import type {
  ChangePasswordBody, CodeSent, DeletionBody, DeletionView, Done, ForgotPasswordBody, MobileCount, PasswordChanged,
  ProfileBody, RegisteredView, RegistrationBody, ResetPasswordBody, UsernameCount,
} from '@hearth/contracts/registration'
import { ApiRefusal, ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { CallbackView, IdentityProvider, IdentityView, ProfileView, SessionView, WhoAmI }
/** The companies whose sign-in page a browser can be sent to. */
export type BrowserProvider = Exclude<IdentityProvider, 'wechat'>
/** A picture code answered: which picture, and what is written in it. */
export type PictureAnswer = { image_code_id: string; text: string }

/** D-06; the answer's `Set-Cookie` headers carry the session. */
export function signIn(http: Http, body: PasswordSignIn): Promise<Static<typeof AuthorizationView>> {
  return ask(http, { method: 'POST', path: '/api/authorizations/', body })
}

/** G-11; clears the session's cookies. */
export function signOut(http: Http): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/auth/logout/', body: {} })
}

/** Ends every session of the account, this one too. */
export function signOutEverywhere(http: Http): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/auth/logout_all/', body: {} })
}

/** A-06 with the cookie `hearth_refresh`. */
export function refreshSession(http: Http): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/auth/refresh/', body: {} })
}

/** D-09. */
export function whoAmI(http: Http): Promise<WhoAmI> {
  return ask(http, { method: 'GET', path: '/api/user/' })
}

/** D-01: 404 for a name that is no user name. */
export function countUsername(http: Http, username: string): Promise<UsernameCount> {
  return ask(http, { method: 'GET', path: `/api/usernames/${encodeURIComponent(username)}/count/` })
}

/** D-02: 404 for what is no mobile number. */
export function countMobile(http: Http, mobile: string): Promise<MobileCount> {
  return ask(http, { method: 'GET', path: `/api/mobiles/${encodeURIComponent(mobile)}/count/` })
}

/** D-03: where the picture with this id comes from; the id is made by who asks. */
export function picturePath(id: string): string {
  return `/api/image_codes/${id}/`
}

/** D-04; the picture is spent by the try, right or wrong. */
export function sendSmsCode(http: Http, mobile: string, picture: PictureAnswer): Promise<CodeSent> {
  return ask(http, { method: 'GET', path: `/api/sms_codes/${encodeURIComponent(mobile)}/`, query: picture })
}

/** D-05; the answer's cookies sign the new account in. */
export function register(http: Http, body: RegistrationBody): Promise<RegisteredView> {
  return ask(http, { method: 'POST', path: '/api/users/', body })
}

/** D-07, G-05: the company's page to go to; its `Set-Cookie` has to reach the browser that goes there. */
export function startOauth(
  http: Http, provider: BrowserProvider, query: { next: string; purpose: 'sign-in' | 'link' },
): Promise<LoginUrl> {
  return ask(http, { method: 'GET', path: `/api/oauth/${provider}/authorization/`, query })
}

/** G-04, G-05: what the browser brought back → signed in, or a proof to bind. */
export function finishOauth(
  http: Http, provider: BrowserProvider, query: { code?: string; auth_code?: string; state: string },
): Promise<CallbackView> {
  return ask(http, { method: 'GET', path: `/api/oauth/${provider}/user/`, query })
}

/** D-08: binds to the account with this mobile, or makes one; signed in afterwards. */
export function bindIdentity(http: Http, provider: BrowserProvider, body: BindBody): Promise<BoundView> {
  return ask(http, { method: 'POST', path: `/api/oauth/${provider}/user/`, body })
}

export function listIdentities(http: Http): Promise<IdentityView[]> {
  return ask(http, { method: 'GET', path: '/api/user/identities/' })
}

/** Binds the proof's person to the account that is signed in. */
export function linkIdentity(http: Http, proof: string): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/user/identities/', body: { access_token: proof } })
}

/** 409 when it is the last way in. */
export function unlinkIdentity(http: Http, provider: string): Promise<unknown> {
  return ask(http, { method: 'DELETE', path: `/api/user/identities/${encodeURIComponent(provider)}/` })
}

/** G-06, first step; the same answer for an unknown account. */
export function askResetCode(http: Http, body: ForgotPasswordBody): Promise<Done> {
  return ask(http, { method: 'POST', path: '/api/password/forgot/', body })
}

/** G-06, second step. */
export function resetPassword(http: Http, body: ResetPasswordBody): Promise<Done> {
  return ask(http, { method: 'POST', path: '/api/password/reset/', body })
}

/** G-07; every other session ends, the answer's cookies go on with this one. */
export function changePassword(http: Http, body: ChangePasswordBody): Promise<PasswordChanged> {
  return ask(http, { method: 'PUT', path: '/api/user/password/', body })
}

/** */
export function readProfile(http: Http): Promise<ProfileView> {
  return ask(http, { method: 'GET', path: '/api/user/profile/' })
}

/** */
export function changeProfile(http: Http, body: ProfileBody): Promise<ProfileView> {
  return ask(http, { method: 'PATCH', path: '/api/user/profile/', body })
}

/** The account's picture, by a call that can carry a form of parts. */
export function sendAvatar(http: Http, file: File): Promise<ProfileView> {
  const body = new FormData()
  body.set('file', file)
  return ask(http, { method: 'POST', path: '/api/user/avatar/', body })
}

/** The same from a browser's own page, because {@link Http} there speaks JSON only. */
export async function uploadAvatar(file: File, language: string): Promise<ProfileView> {
  const body = new FormData()
  body.set('file', file)
  const response = await fetch('/api/user/avatar/', {
    method: 'POST', body, credentials: 'same-origin', headers: { accept: 'application/json', 'accept-language': language },
  })
  const said: unknown = await response.json().catch(() => ({}))
  if (!response.ok) throw new ApiRefusal(response.status, said as object)
  return said as ProfileView
}

/** The devices that are signed in. */
export function listSessions(http: Http): Promise<SessionView[]> {
  return ask(http, { method: 'GET', path: '/api/user/sessions/' })
}

export function endSession(http: Http, id: string): Promise<unknown> {
  return ask(http, { method: 'DELETE', path: `/api/user/sessions/${encodeURIComponent(id)}/` })
}

/** 409 while orders are open. */
export function askDeletion(http: Http, proof: DeletionBody): Promise<DeletionView> {
  return ask(http, { method: 'POST', path: '/api/user/deletion/', body: proof })
}

export function takeBackDeletion(http: Http): Promise<unknown> {
  return ask(http, { method: 'DELETE', path: '/api/user/deletion/' })
}
