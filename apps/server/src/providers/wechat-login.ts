import type { MiniProgramIdentityProvider, OutsidePerson } from '../modules/accounts/index.ts'
import type { WechatConfig } from '../platform/config-providers.ts'
import { providerDown, providerSaidNo } from '../platform/provider-faults.ts'
import { askText, readObject, textOf } from './ask.ts'

const TIMEOUT_MS = 10_000
const FACTS = { provider: 'wechat', action: 'jscode2session' }

/**
 * Signing in with WeChat's mini-program (developers.weixin.qq.com, code2Session). The session key of the answer is
 * not kept. A refusal carries `errcode` and `errmsg`; an answer without openid is a ProviderDown with `noOpenid`.
 */
export function openWechatLogin(
  config: WechatConfig, options: { timeoutMs?: number } = {},
): MiniProgramIdentityProvider {
  return {
    name: 'wechat',
    isSimulated: config.isSimulated,
    exchange: (code) => exchange(config, code, options.timeoutMs ?? TIMEOUT_MS),
  }
}

async function exchange(config: WechatConfig, code: string, timeoutMs: number): Promise<OutsidePerson> {
  const url = new URL(`${config.baseUrl}/sns/jscode2session`)
  url.search = new URLSearchParams({
    appid: config.appId, secret: config.secret, js_code: code, grant_type: 'authorization_code',
  }).toString()
  const said = readObject(await askText({ ...FACTS, url, signal: AbortSignal.timeout(timeoutMs) }))
  if (!said) throw providerDown({ ...FACTS, answer: 'no JSON' })
  const errcode = Number(said.errcode ?? 0)
  if (errcode !== 0) {
    const errmsg = textOf(said.errmsg) ?? ''
    throw providerSaidNo({ ...FACTS, answer: `${errcode} ${errmsg}`.slice(0, 200), errcode, errmsg })
  }
  const openid = textOf(said.openid)
  if (!openid) throw providerDown({ ...FACTS, answer: 'no openid', noOpenid: true })
  return { openid, unionid: textOf(said.unionid), nickname: '', avatarUrl: '' }
}
