import { createPrivateKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { WechatPayConfig } from '../platform/config-providers.ts'
import { providerDown, providerSaidNo } from '../platform/provider-faults.ts'
import type { ProviderFault } from '../platform/provider-faults.ts'
import { readObject, textOf } from './ask.ts'
import type { Fields } from './ask.ts'
import { readBounded } from './bill-download.ts'
import { openCompanyKeys } from './wechat-pay-keys.ts'
import type { CompanyKeys, Signed } from './wechat-pay-keys.ts'

const ANSWER_BYTES = 1_000_000
const TIMEOUT_MS = 10_000

/** The merchant's side of the API (pay.weixin.qq.com, APIv3): who calls, and how answers are proved. */
export type WechatPayClient = {
  config: WechatPayConfig
  privateKey: KeyObject
  keys: CompanyKeys
  now(): Date
  timeoutMs: number
}

export type Call = { action: string; method: 'GET' | 'POST'; path: string; body?: Fields }
/** A proved answer. `code` is the company's word for a refusal; null when it did what was asked. */
export type Said = { fields: Fields; code: string | null; message: string }

export type ClientOptions = { now(): Date; timeoutMs?: number }

export function openClient(config: WechatPayConfig, { now, timeoutMs = TIMEOUT_MS }: ClientOptions): WechatPayClient {
  const privateKey = createPrivateKey(config.privateKey)
  const bare = { config, privateKey, now, timeoutMs }
  const fetchCertificates = async () => {
    const answer = await send({ ...bare, asked: null }, { action: 'certificates', method: 'GET', path: '/v3/certificates' })
    const data = answer.status === 200 ? readObject(answer.body)?.data : null
    if (!Array.isArray(data)) throw down('certificates', `HTTP ${answer.status}`)
    return { ...answer, certificates: data as Fields[] }
  }
  return { ...bare, keys: openCompanyKeys({ config, now, fetchCertificates }) }
}

export function down(action: string, answer: string): ProviderFault {
  return providerDown({ provider: 'wechat', action, answer })
}

/** A refusal in the company's own words, without anything that might name the buyer. */
export function saidNo(action: string, said: Said): ProviderFault {
  const words = said.message.replace(/[\w-]{24,}/g, '…').slice(0, 200)
  return providerSaidNo({ provider: 'wechat', action, answer: `${said.code ?? ''} ${words}`.trim() })
}

/**
 * One call. Its answer counts only when the company signed it: refusals too, since "no such order" moves money as much
 * as "paid". What could not be asked or proved, a 5xx, a 429 and a 401 are ProviderDown.
 */
export async function call(client: WechatPayClient, asked: Call): Promise<Said> {
  const answer = await send({ ...client, asked: client.keys.asked }, asked)
  if (answer.status >= 500 || answer.status === 429 || answer.status === 401) {
    throw down(asked.action, `HTTP ${answer.status} ${textOf(readObject(answer.body)?.code) ?? ''}`.trim())
  }
  if (!(await client.keys.isProven(answer))) throw down(asked.action, `HTTP ${answer.status}, not proved to be the company's`)
  if (answer.status === 204) return { fields: {}, code: null, message: '' }
  const fields = readObject(answer.body)
  if (!fields) throw down(asked.action, `HTTP ${answer.status}, no JSON object`)
  if (answer.status === 200) return { fields, code: null, message: '' }
  return { fields: {}, code: textOf(fields.code) ?? `HTTP ${answer.status}`, message: textOf(fields.message) ?? '' }
}

type Sender = Omit<WechatPayClient, 'keys'> & { asked: string | null }

async function send(sender: Sender, { action, method, path, body }: Call): Promise<Signed & { status: number }> {
  const url = new URL(`${sender.config.baseUrl}${path}`)
  const text = body ? JSON.stringify(body) : ''
  const headers = {
    authorization: authorization(sender, method, url, text), accept: 'application/json', 'user-agent': 'hearth',
    ...(body ? { 'content-type': 'application/json' } : {}), ...(sender.asked ? { 'wechatpay-serial': sender.asked } : {}),
  }
  try {
    const answer = await fetch(url, {
      method, headers, ...(body ? { body: text } : {}), redirect: 'error', signal: AbortSignal.timeout(sender.timeoutMs),
    })
    const bytes = await readBounded(answer, ANSWER_BYTES)
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: bytes.toString('utf8') }
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? ` (${fault.cause.message})` : ''
    throw down(action, `${fault instanceof Error ? fault.message : 'no answer'}${cause}`.slice(0, 200))
  }
}

/** The header that proves who asks: signed over method, path, time, nonce and body. */
export function authorization(
  sender: Pick<WechatPayClient, 'config' | 'privateKey' | 'now'>, method: string, url: URL, body: string,
): string {
  const { mchId, serial } = sender.config
  const at = Math.floor(sender.now().getTime() / 1_000)
  const nonce = Formatter.nonce()
  const signature = Rsa.sign(Formatter.request(method, `${url.pathname}${url.search}`, at, nonce, body), sender.privateKey)
  return Formatter.authorization(mchId, nonce, signature, at, serial)
}
