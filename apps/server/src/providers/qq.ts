import type { BrowserIdentityProvider, OutsidePerson } from '../modules/accounts/index.ts'
import type { QqConfig } from '../platform/config-providers.ts'
import { providerDown, providerSaidNo } from '../platform/provider-faults.ts'
import { askText, readObject, textOf } from './ask.ts'
import type { Fields } from './ask.ts'

const TIMEOUT_MS = 10_000

/** Signing in with QQ Connect (wiki.connect.qq.com: authorization code, OpenID, get_user_info). */
export function openQqLogin(config: QqConfig, options: { timeoutMs?: number } = {}): BrowserIdentityProvider {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  return {
    name: 'qq',
    loginUrl: (state) => addressOf(config.pageBaseUrl ?? config.baseUrl, '/oauth2.0/authorize', {
      response_type: 'code', client_id: config.clientId, redirect_uri: config.redirectUri, state, scope: 'get_user_info',
    }).toString(),
    exchange: (code) => exchange(config, code, timeoutMs),
  }
}

function addressOf(base: string, path: string, query: Record<string, string>): URL {
  const url = new URL(`${base}${path}`)
  url.search = new URLSearchParams(query).toString()
  return url
}

async function exchange(config: QqConfig, code: string, timeoutMs: number): Promise<OutsidePerson> {
  // One limit for all three questions: somebody waits in front of a page.
  const signal = AbortSignal.timeout(timeoutMs)
  const ask = async (action: string, path: string, query: Record<string, string>) => {
    const url = addressOf(config.baseUrl, path, query)
    return saidBy(action, await askText({ provider: 'qq', action, url, signal }))
  }
  const { clientId, clientSecret, redirectUri } = config
  const granted = await ask('token', '/oauth2.0/token', {
    grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret, code,
    redirect_uri: redirectUri, fmt: 'json',
  })
  const token = textOf(granted.access_token)
  if (!token) throw providerDown({ provider: 'qq', action: 'token', answer: 'no access token' })
  const who = await ask('me', '/oauth2.0/me', { access_token: token, fmt: 'json' })
  const openid = textOf(who.openid)
  if (!openid) throw providerDown({ provider: 'qq', action: 'me', answer: 'no openid', noOpenid: true })
  // A token that was made for another application proves nothing here.
  if (textOf(who.client_id) !== clientId) {
    throw providerDown({ provider: 'qq', action: 'me', answer: 'a token of another application' })
  }
  const person = await ask('get_user_info', '/user/get_user_info', {
    access_token: token, oauth_consumer_key: clientId, openid,
  })
  return {
    openid, unionid: textOf(who.unionid), nickname: textOf(person.nickname) ?? '',
    avatarUrl: textOf(person.figureurl_qq_2) ?? textOf(person.figureurl_qq_1) ?? '',
  }
}

/** The fields of an answer: JSON, JSON inside `callback( … );`, or a form. Throws its refusal. */
function saidBy(action: string, text: string): Fields {
  const inner = /^\s*callback\s*\(([\s\S]*)\)\s*;?\s*$/.exec(text)?.[1] ?? text
  const said = readObject(inner) ?? Object.fromEntries(new URLSearchParams(inner.trim()))
  const errcode = Number(said.error ?? said.ret ?? 0)
  if (errcode === 0) return said
  const errmsg = textOf(said.error_description) ?? textOf(said.msg) ?? ''
  throw providerSaidNo({
    provider: 'qq', action, answer: `${errcode} ${errmsg}`.slice(0, 200), errcode, errmsg,
  })
}
