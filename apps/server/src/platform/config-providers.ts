import { readWechatPay } from './config-wechat-pay.ts'
import type { WechatPayConfig } from './config-wechat-pay.ts'

export type { WechatPayConfig }
export type Env = Record<string, string | undefined>
export type Bad = (variable: string, what: string) => void

/** Keys and addresses of a merchant at Alipay. `sellerId` is the merchant's own account there (2088…). */
export type AlipayConfig = {
  appId: string
  privateKey: string
  alipayPublicKey: string
  gateway: string
  /** Where buyers' browsers go, when that is another address than the one this server reaches. */
  pageGateway: string | null
  sellerId: string | null
}

/** Signing in with Alipay: the merchant's keys, and where browsers go and come back. */
export type AlipayLoginConfig = Pick<AlipayConfig, 'appId' | 'privateKey' | 'alipayPublicKey' | 'gateway'> & {
  authorizeUrl: string
  redirectUri: string
}

export type WechatConfig = { appId: string; secret: string; baseUrl: string; isSimulated: boolean }

export type QqConfig = {
  clientId: string
  clientSecret: string
  redirectUri: string
  baseUrl: string
  /** Where browsers go, when that is another address than the one this server reaches. */
  pageBaseUrl: string | null
}

/** `templates` are the company's codes of the texts it has approved. */
export type SmsConfig = {
  accessKeyId: string
  accessKeySecret: string
  signName: string
  templates: { verify: string; reset_password: string }
  endpoint: string
}

/** The outside companies; null where no account there is configured. */
export type ProvidersConfig = {
  alipay: AlipayConfig | null
  wechat: WechatConfig | null
  wechatPay: WechatPayConfig | null
  qq: QqConfig | null
  sms: SmsConfig | null
  /** Where browsers come back after they signed in outside, whichever company or simulator it was. */
  loginRedirects: { qq: string; alipay: string }
}

const ALIPAY = ['ALIPAY_APPID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY']
const WECHAT = ['WECHAT_APPID', 'WECHAT_SECRET']
const QQ = ['QQ_CLIENT_ID', 'QQ_CLIENT_SECRET']
const SMS = [
  'SMS_ACCESS_KEY_ID', 'SMS_ACCESS_KEY_SECRET', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_VERIFY', 'SMS_TEMPLATE_RESET',
]
const ADDRESSES = ['WECHAT_BASE_URL', 'SMS_ENDPOINT', 'QQ_REDIRECT_URI', 'ALIPAY_LOGIN_REDIRECT_URI']

/** The accounts at outside companies. Each is there whole or not at all; a missing part is told to `bad`. */
export function readProviders(env: Env, publicUrl: string, bad: Bad): ProvidersConfig {
  for (const name of ADDRESSES) if (env[name] && !URL.canParse(env[name])) bad(name, 'must be an address')
  const loginRedirects = {
    qq: env.QQ_REDIRECT_URI || `${publicUrl}/oauth/qq`,
    alipay: env.ALIPAY_LOGIN_REDIRECT_URI || `${publicUrl}/oauth/alipay`,
  }
  return {
    alipay: isThere(env, ALIPAY, 'Alipay', bad) ? alipay(env) : null,
    wechat: isThere(env, WECHAT, 'signing in with WeChat', bad) ? wechat(env) : null,
    wechatPay: readWechatPay(env, bad),
    qq: isThere(env, QQ, 'signing in with QQ', bad) ? qq(env, loginRedirects.qq) : null,
    sms: isThere(env, SMS, 'sending text messages', bad) ? sms(env) : null,
    loginRedirects,
  }
}

/** What production refuses: a company on this machine or simulated, and a way back that is not encrypted. */
export function providerProblems(env: Env, bad: Bad): void {
  for (const name of ['ALIPAY_GATEWAY', 'WECHAT_BASE_URL', 'WECHAT_PAY_BASE_URL', 'SMS_ENDPOINT']) {
    if (isHome(env[name] ?? '')) bad(name, 'is a simulator')
  }
  for (const name of ['QQ_REDIRECT_URI', 'ALIPAY_LOGIN_REDIRECT_URI']) {
    if (env[name] && !env[name].startsWith('https://')) bad(name, 'must begin with https://')
  }
}

function isHome(address: string): boolean {
  return /\/dev\/sim\/|localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]/i.test(address)
}

function isThere(env: Env, names: readonly string[], what: string, bad: Bad): boolean {
  if (!names.some((name) => env[name])) return false
  for (const name of names) if (!env[name]) bad(name, `is missing while ${what} is switched on`)
  return true
}

function alipay(env: Env): AlipayConfig {
  return {
    appId: env.ALIPAY_APPID ?? '',
    privateKey: env.ALIPAY_PRIVATE_KEY ?? '',
    alipayPublicKey: env.ALIPAY_PUBLIC_KEY ?? '',
    gateway: env.ALIPAY_GATEWAY || 'https://openapi.alipay.com/gateway.do',
    pageGateway: null,
    sellerId: env.ALIPAY_SELLER_ID || null,
  }
}

function wechat(env: Env): WechatConfig {
  return {
    appId: env.WECHAT_APPID ?? '',
    secret: env.WECHAT_SECRET ?? '',
    baseUrl: (env.WECHAT_BASE_URL || 'https://api.weixin.qq.com').replace(/\/+$/, ''),
    isSimulated: false,
  }
}

function qq(env: Env, redirectUri: string): QqConfig {
  return {
    clientId: env.QQ_CLIENT_ID ?? '',
    clientSecret: env.QQ_CLIENT_SECRET ?? '',
    redirectUri,
    baseUrl: 'https://graph.qq.com',
    pageBaseUrl: null,
  }
}

function sms(env: Env): SmsConfig {
  return {
    accessKeyId: env.SMS_ACCESS_KEY_ID ?? '',
    accessKeySecret: env.SMS_ACCESS_KEY_SECRET ?? '',
    signName: env.SMS_SIGN_NAME ?? '',
    templates: { verify: env.SMS_TEMPLATE_VERIFY ?? '', reset_password: env.SMS_TEMPLATE_RESET ?? '' },
    endpoint: (env.SMS_ENDPOINT || 'https://dysmsapi.aliyuncs.com').replace(/\/+$/, ''),
  }
}
