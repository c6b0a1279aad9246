import { AlipayRequestError, AlipaySdk } from 'alipay-sdk'
import { isoShanghai } from '@hearth/kernel/dates'
import type { BrowserIdentityProvider, OutsidePerson } from '../modules/accounts/index.ts'
import type { AlipayLoginConfig } from '../platform/config-providers.ts'
import { providerDown, providerSaidNo } from '../platform/provider-faults.ts'
import { privateKeyText, publicKeyText } from './alipay-keys.ts'
import { readObject, textOf } from './ask.ts'
import type { Fields } from './ask.ts'

const TIMEOUT_MS = 10_000

/**
 * Signing in with Alipay on the web (opendocs.alipay.com: publicAppAuthorize, alipay.system.oauth.token,
 * alipay.user.info.share), by the official SDK, signed with RSA2 in public-key mode.
 */
export function openAlipayLogin(
  config: AlipayLoginConfig, options: { timeoutMs?: number } = {},
): BrowserIdentityProvider {
  const sdk = new AlipaySdk({
    appId: config.appId, privateKey: privateKeyText(config.privateKey), keyType: 'PKCS8',
    alipayPublicKey: publicKeyText(config.alipayPublicKey), gateway: config.gateway, signType: 'RSA2',
    timeout: options.timeoutMs ?? TIMEOUT_MS, camelcase: false,
  })
  return {
    name: 'alipay',
    loginUrl: (state) => {
      const url = new URL(config.authorizeUrl)
      url.search = new URLSearchParams({
        app_id: config.appId, scope: 'auth_user', redirect_uri: config.redirectUri, state,
      }).toString()
      return url.toString()
    },
    exchange: (code) => exchange(sdk, code),
  }
}

async function exchange(sdk: AlipaySdk, code: string): Promise<OutsidePerson> {
  const granted = await call(sdk, 'alipay.system.oauth.token', { grant_type: 'authorization_code', code })
  const token = textOf(granted.access_token)
  const openid = textOf(granted.open_id) ?? textOf(granted.user_id)
  if (!openid || !token) {
    throw providerDown({ provider: 'alipay', action: 'oauth.token', answer: 'no openid or no token', noOpenid: !openid })
  }
  const person = await call(sdk, 'alipay.user.info.share', { auth_token: token })
  const isOther = (['open_id', 'user_id'] as const).some((name) => granted[name] && person[name] && granted[name] !== person[name])
  if (isOther) throw providerDown({ provider: 'alipay', action: 'user.info.share', answer: 'about another person' })
  return { openid, unionid: null, nickname: textOf(person.nick_name) ?? '', avatarUrl: textOf(person.avatar) ?? '' }
}

/**
 * One call, its answer proved by Alipay's signature. A refusal about the code or the token is ProviderSaidNo; what
 * could not be asked, cannot be proved, or failed for any other reason is ProviderDown.
 */
async function call(sdk: AlipaySdk, method: string, params: Record<string, string>): Promise<Fields> {
  const action = method.replace(/^alipay\.(?:system\.)?/, '')
  const timestamp = isoShanghai(new Date()).slice(0, 19).replace('T', ' ')
  const said = await sdk.exec(method, { timestamp, ...params }, { validateSign: true })
    .catch((fault: unknown) => {
      const refusal = refusalIn(fault)
      if (refusal) return refusal
      const answer = (fault instanceof Error ? fault.message : String(fault)).slice(0, 200)
      throw providerDown({ provider: 'alipay', action, answer })
    }) as Fields
  const subCode = textOf(said.sub_code) ?? ''
  // A token is granted without any code; every other answer has one.
  if (subCode === '' && (said.code === undefined || said.code === '10000')) return said
  const answer = `${String(said.code ?? '')} ${subCode} ${textOf(said.sub_msg) ?? textOf(said.msg) ?? ''}`.slice(0, 200)
  const isAboutCode = /^isv\.code-|auth-token/.test(subCode)
  throw isAboutCode ? providerSaidNo({ provider: 'alipay', action, answer }) : providerDown({ provider: 'alipay', action, answer })
}

/**
 * Refusals come as `error_response`, which the SDK looks for but cannot prove. They give nobody anything, so they are
 * believed without proof.
 */
function refusalIn(fault: unknown): Fields | null {
  if (!(fault instanceof AlipayRequestError)) return null
  const refusal = readObject(fault.responseDataRaw ?? '')?.error_response
  return typeof refusal === 'object' && refusal !== null && 'sub_code' in refusal ? refusal as Fields : null
}
