import { startOauth } from '@hearth/client/api/accounts'
import type { BrowserProvider } from '@hearth/client/api/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { ownPath } from '@hearth/client/view/own-path'
import { data, redirectDocument } from 'react-router'
import type { ShopRequest } from '../shop-context.ts'
import { freshState } from './form-state.ts'
import { refusedForm } from './refusals.ts'

/** A sign-in at a company that waits for the person's yes: its sealed proof, what for, and where to go then. */
export type Waiting = { provider: BrowserProvider; proof: string; purpose: 'sign-in' | 'link'; next: string }

const COOKIE = 'hearth_bind'
const TEN_MINUTES_S = 600

export function isBrowserProvider(name: string | undefined): name is BrowserProvider {
  return name === 'qq' || name === 'alipay'
}

/** Sends the browser to the company's own page; the API's cookie, by which it knows the browser again, goes along. */
export async function goToCompany(
  shop: ShopRequest, provider: BrowserProvider, way: { next: string; purpose: Waiting['purpose']; back: string },
) {
  try {
    const { login_url } = await startOauth(shop.http, provider, { next: way.next, purpose: way.purpose })
    return redirectDocument(login_url)
  } catch (error) {
    const { data: answer, init } = refusedForm(error, shop, way.back)
    // That a company is closed or silent is no fault of ours; the API says which.
    const isTheirs = error instanceof ApiRefusal && [502, 503].includes(error.status) && error.message !== ''
    const refused = isTheirs ? { ...answer.refused, message: error.message } : answer.refused
    return data({ ...freshState(), refused, needsPicture: false }, init ?? {})
  }
}

export function keepWaiting(shop: ShopRequest, waiting: Waiting): string {
  const value = Buffer.from(JSON.stringify(waiting)).toString('base64url')
  return cookieLine(shop, value, TEN_MINUTES_S)
}

export function dropWaiting(shop: ShopRequest): string {
  return cookieLine(shop, '', 0)
}

/** What waits in this browser, or null. The proof is checked by the API; the path on has to be our own. */
export function readWaiting(request: Request): Waiting | null {
  const cookies = request.headers.get('cookie') ?? ''
  const value = cookies.split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
  if (!value) return null
  try {
    const { provider, proof, purpose, next } = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<Waiting>
    if (!isBrowserProvider(provider) || typeof proof !== 'string') return null
    return { provider, proof, purpose: purpose === 'link' ? 'link' : 'sign-in', next: ownPath(next) }
  } catch {
    return null
  }
}

function cookieLine(shop: ShopRequest, value: string, seconds: number): string {
  const secure = shop.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
