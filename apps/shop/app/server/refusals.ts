import { ApiRefusal } from '@hearth/client/http'
import { shopTexts } from '@hearth/client/texts/shop'
import { signInPath } from '@hearth/client/view/own-path'
import { data, redirect } from 'react-router'
import type { ShopRequest } from '../shop-context.ts'

/** What a form shows of a refusal: one sentence, and what was wrong with which field. */
export type Refused = { message: string; errorCode: string; errors: Record<string, string[]> }

/**
 * What a page throws when the API refuses it: the way to sign-in for 401, else an answer with the same status, which
 * the error page shows. Anything that is no refusal goes on as it is.
 */
export function leaving(error: unknown, url: URL): unknown {
  if (!(error instanceof ApiRefusal)) return error
  if (error.status === 401) return redirect(signInPath(`${url.pathname}${url.search}`))
  const known = [403, 404, 429, 503].includes(error.status)
  if (!known && error.status >= 500) return error
  return data(null, { status: known ? error.status : 404 })
}

/** Waits for a page's data; a refusal leaves the page by {@link leaving}. */
export async function orLeave<T>(work: Promise<T>, url: URL): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw leaving(error, url)
  }
}

/** Nothing of this page is for people who are not signed in. */
export function needsSession(shop: ShopRequest, url: URL): void {
  if (!shop.mayBeSignedIn) throw redirect(signInPath(`${url.pathname}${url.search}`))
}

/** A form's answer to a refusal, with its status; sign-in when the session has ended. */
export function refusedForm(error: unknown, shop: ShopRequest, back: string) {
  if (!(error instanceof ApiRefusal)) throw error
  if (error.status === 401) throw redirect(signInPath(back))
  const words = shopTexts[shop.language].refusal
  const message = error.status >= 500 ? words.network : error.message || words.unknown
  const refused: Refused = { message, errorCode: error.errorCode, errors: error.errors }
  return data({ refused }, { status: error.status })
}

/** One line of text from a form, never a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
