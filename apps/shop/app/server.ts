import type { Http } from '@hearth/client/http'
import { refreshSession } from '@hearth/client/api/accounts'
import { speakEnglish } from '@hearth/client/texts/shop-english'
import { speakEnglishAccount } from '@hearth/client/texts/shop-english-account'
import { languageOf } from '@hearth/client/view/language'
import type { Language } from '@hearth/client/view/language'
import { RouterContextProvider, createRequestHandler } from 'react-router'
import * as build from 'virtual:react-router/server-build'
import { cookieJar } from './server/cookie-jar.ts'
import type { CookieJar } from './server/cookie-jar.ts'
import { shopContext } from './shop-context.ts'
import type { CodeDrawing } from './shop-context.ts'

/**
 * What the server gives for one request. `http` answers API calls for this browser: it forwards the browser's
 * cookies, `Origin` and address, lets the call's own headers win over forwarded ones, and answers with `headers`.
 */
export type Provided = {
  http: Http
  nonce: string
  publicUrl: string
  now: Date
  drawCode: (text: string) => CodeDrawing
  language?: Language
  report?: (fault: unknown) => void
}

speakEnglish()
speakEnglishAccount()
const answer = createRequestHandler(build, 'production')
const YEAR_S = 31_536_000

/**
 * Answers one request for a page, for a page's data (`….data`) or for a form. The origin of `request.url` has to be
 * the one the browser sees, because forms from another `Origin` are refused. Every `Set-Cookie` of the API's answers
 * is passed on.
 */
export async function handle(request: Request, provided: Provided): Promise<Response> {
  const url = new URL(request.url)
  const cookies = request.headers.get('cookie') ?? ''
  const language = provided.language ?? languageOf(url, cookies)
  const jar = cookieJar(cookies)
  const http = talking(provided.http, jar, language)
  await keepSignedIn(request, http, jar)
  const context = new RouterContextProvider()
  context.set(shopContext, {
    http,
    nonce: provided.nonce,
    publicUrl: provided.publicUrl.replace(/\/$/, ''),
    language,
    now: provided.now,
    drawCode: provided.drawCode,
    mayBeSignedIn: jar.has('hearth_access'),
    mayHaveCart: jar.has('hearth_access') || jar.has('hearth_cart'),
    report: provided.report ?? ((fault) => console.error(fault)),
  })
  const response = await answer(request, context)
  for (const line of jar.lines) response.headers.append('set-cookie', line)
  if (url.searchParams.has('lang')) {
    response.headers.append('set-cookie', `hearth_lang=${language}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`)
  }
  return response
}

export { languageOf }

/** The server's way of calling, speaking the person's language and remembering cookies that the API hands out. */
function talking(http: Http, jar: CookieJar, language: Language): Http {
  return async (call) => {
    const headers: Record<string, string> = { 'accept-language': language, ...call.headers }
    if (jar.lines.length > 0) headers.cookie = jar.header()
    const given = await http({ ...call, headers })
    jar.take(given.headers?.getSetCookie() ?? [])
    return given
  }
}

/** A session whose access token has run out goes on with its refresh token when a page is opened. */
async function keepSignedIn(request: Request, http: Http, jar: CookieJar): Promise<void> {
  const opensPage = request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html')
  if (!opensPage || jar.has('hearth_access') || !jar.has('hearth_refresh')) return
  await refreshSession(http).catch(() => null)
}
