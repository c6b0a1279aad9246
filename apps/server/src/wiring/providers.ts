import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import { openAlipayLogin } from '../providers/alipay-login.ts'
import { openAlipay } from '../providers/alipay.ts'
import { openQqLogin } from '../providers/qq.ts'
import { openAliyunSms } from '../providers/sms-aliyun.ts'
import { openWechatPay } from '../providers/wechat-pay.ts'
import { openWechatLogin } from '../providers/wechat-login.ts'
import { openAlipayLoginSimulator } from '../simulators/alipay-login/index.ts'
import { openAlipaySimulator } from '../simulators/alipay/index.ts'
import { openQqSimulator } from '../simulators/qq/index.ts'
import { openSmsSimulator } from '../simulators/sms/index.ts'
import { openWechatPaySimulator } from '../simulators/wechat-pay/index.ts'
import { openWechatSimulator } from '../simulators/wechat/index.ts'
import type { Deps } from '../http/deps.ts'
import type { DeskParts } from '../http/dev-desk/index.ts'

const ALIPAY_AUTHORIZE = 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm'

export type OpenSimulators = { db: Db; secretKeys: readonly string[]; now(): Date; log: Deps['log'] }

/** The simulated companies of this process, which it reaches over loopback HTTP; none in production. */
export async function openSimulators(config: Config, parts: OpenSimulators): Promise<DeskParts | null> {
  if (config.isProduction) return null
  const { db, now } = parts
  const { loginRedirects, publicUrl } = config
  const at = (company: string) => `http://127.0.0.1:${config.port}/dev/sim/${company}`
  const pageAt = (company: string) => `${publicUrl}/dev/sim/${company}`
  const alipay = await openAlipaySimulator({ ...parts, baseUrl: at('alipay'), loginBaseUrl: pageAt('alipay-login') })
  const alipayLogin = await openAlipayLoginSimulator({
    db, now, appId: alipay.config.appId, pageBaseUrl: pageAt('alipay-login'), redirectUri: loginRedirects.alipay,
  })
  const qq = await openQqSimulator({
    db, now, baseUrl: at('qq'), pageBaseUrl: pageAt('qq'), redirectUri: loginRedirects.qq,
  })
  const wechat = await openWechatSimulator({ db, now, baseUrl: at('wechat') })
  const wechatPay = await openWechatPaySimulator({
    ...parts, baseUrl: at('wechat-pay'), pageBaseUrl: pageAt('wechat-pay'), appId: wechat.config.appId,
  })
  return { alipay, alipayLogin, qq, wechat, wechatPay, sms: await openSmsSimulator({ db, now, baseUrl: at('sms') }) }
}

export type Providers = Pick<Deps, 'payments' | 'identities' | 'sms'>

/** Every outside company that is configured; a simulator stands in for the others, where there are simulators. */
export function openProviders(config: Config, desk: DeskParts | null, now: () => Date): Providers {
  const alipay = config.alipay ?? (desk && {
    ...desk.alipay.config, pageGateway: `${config.publicUrl}/dev/sim/alipay/gateway.do`,
  })
  const alipayLogin = config.alipay
    ? { ...config.alipay, authorizeUrl: ALIPAY_AUTHORIZE, redirectUri: config.loginRedirects.alipay }
    : desk && { ...desk.alipay.config, ...desk.alipayLogin.config }
  const wechatPay = config.wechatPay ?? desk?.wechatPay.config
  const wechat = config.wechat ?? desk?.wechat.config
  const qq = config.qq ?? desk?.qq.config
  const sms = config.sms ?? desk?.sms.config
  return {
    payments: {
      alipay: alipay ? openAlipay(alipay) : null,
      wechat: wechatPay ? openWechatPay(wechatPay, { now }) : null,
    },
    identities: {
      qq: qq ? openQqLogin(qq) : null,
      alipay: alipayLogin ? openAlipayLogin(alipayLogin) : null,
      wechat: wechat ? openWechatLogin(wechat) : null,
    },
    sms: sms ? openAliyunSms(sms) : null,
  }
}
