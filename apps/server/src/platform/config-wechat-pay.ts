import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Bad, Env } from './config-providers.ts'

/**
 * Keys and addresses of a merchant at WeChat Pay. `publicKeys` are the company's own, by `PUB_KEY_ID_…`, the one asked
 * for first; `certificates` are the platform's in PEM, beside those that are fetched. During a rotation several count.
 */
export type WechatPayConfig = {
  mchId: string
  appId: string
  apiV3Key: string
  privateKey: string
  /** The serial of the merchant's own certificate. */
  serial: string
  publicKeys: { id: string; pem: string }[]
  certificates: string[]
  baseUrl: string
  isSimulated: boolean
}

const NAMES = ['MCHID', 'API_V3_KEY', 'SERIAL_NO', 'PRIVATE_KEY', 'PUBLIC_KEY_ID', 'PUBLIC_KEY', 'PLATFORM_CERT']

/**
 * The account at WeChat Pay, switched on by WECHAT_PAY_ENABLE_REAL: then it is there whole, and what is missing or
 * cannot be read is told to `bad`. Keys are texts or, with `_PATH` behind the name, files.
 */
export function readWechatPay(env: Env, bad: Bad): WechatPayConfig | null {
  const isOn = /^(1|true|yes|y|on|t)$/i.test(env.WECHAT_PAY_ENABLE_REAL ?? '')
  const named = NAMES.flatMap((name) => [`WECHAT_PAY_${name}`, `WECHAT_PAY_${name}_PATH`]).filter((name) => env[name])
  if (!isOn) {
    if (named.length > 0 && !env.WECHAT_PAY_ENABLE_REAL) bad('WECHAT_PAY_ENABLE_REAL', `is missing while ${named[0]} is set: true switches WeChat Pay on`)
    return null
  }
  const needed = (name: string) => {
    const value = env[name]?.trim() ?? ''
    if (value === '') bad(name, 'is missing while WeChat Pay is switched on')
    return value
  }
  const config: WechatPayConfig = {
    mchId: needed('WECHAT_PAY_MCHID'),
    appId: env.WECHAT_PAY_APPID || needed('WECHAT_APPID'),
    apiV3Key: needed('WECHAT_PAY_API_V3_KEY'),
    privateKey: keyText(env, 'WECHAT_PAY_PRIVATE_KEY', bad),
    serial: needed('WECHAT_PAY_SERIAL_NO').toUpperCase(),
    publicKeys: publicKeys(env, bad),
    certificates: pemBlocks(keyText(env, 'WECHAT_PAY_PLATFORM_CERT', bad)),
    baseUrl: (env.WECHAT_PAY_BASE_URL || 'https://api.mch.weixin.qq.com').replace(/\/+$/, ''),
    isSimulated: false,
  }
  checkParts(env, config, bad)
  return config
}

function checkParts(env: Env, config: WechatPayConfig, bad: Bad): void {
  if (env.WECHAT_PAY_BASE_URL && !URL.canParse(env.WECHAT_PAY_BASE_URL)) bad('WECHAT_PAY_BASE_URL', 'must be an address')
  if (config.mchId && !/^\d{8,12}$/.test(config.mchId)) bad('WECHAT_PAY_MCHID', 'must be the merchant number, 8 to 12 digits')
  if (config.apiV3Key && Buffer.byteLength(config.apiV3Key) !== 32) bad('WECHAT_PAY_API_V3_KEY', 'must have 32 characters')
  if (config.serial && !/^[0-9A-F]{8,64}$/.test(config.serial)) bad('WECHAT_PAY_SERIAL_NO', 'must be hexadecimal digits')
  if (!env.WECHAT_PAY_PRIVATE_KEY && !env.WECHAT_PAY_PRIVATE_KEY_PATH) {
    bad('WECHAT_PAY_PRIVATE_KEY', 'is missing while WeChat Pay is switched on (or set WECHAT_PAY_PRIVATE_KEY_PATH)')
  }
  if (config.privateKey && !isReadable(() => createPrivateKey(config.privateKey))) {
    bad('WECHAT_PAY_PRIVATE_KEY', 'is no private key in PEM')
  }
  if (config.publicKeys.some(({ pem }) => !isReadable(() => createPublicKey(pem)))) {
    bad('WECHAT_PAY_PUBLIC_KEY', 'is no public key in PEM')
  }
  if (config.certificates.some((pem) => !isReadable(() => new X509Certificate(pem)))) {
    bad('WECHAT_PAY_PLATFORM_CERT', 'is no certificate in PEM')
  }
}

function isReadable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/** Ids and keys belong together in their order; none of both: certificate mode. */
function publicKeys(env: Env, bad: Bad): WechatPayConfig['publicKeys'] {
  const ids = (env.WECHAT_PAY_PUBLIC_KEY_ID ?? '').split(',').map((id) => id.trim()).filter(Boolean)
  const pems = pemBlocks(keyText(env, 'WECHAT_PAY_PUBLIC_KEY', bad))
  if (ids.length > pems.length) bad('WECHAT_PAY_PUBLIC_KEY', 'is missing: each id of WECHAT_PAY_PUBLIC_KEY_ID needs its key')
  if (ids.length < pems.length) bad('WECHAT_PAY_PUBLIC_KEY_ID', 'is missing: each key of WECHAT_PAY_PUBLIC_KEY needs its id')
  for (const id of ids) if (!/^PUB_KEY_ID_\w+$/.test(id)) bad('WECHAT_PAY_PUBLIC_KEY_ID', `must begin with PUB_KEY_ID_, not ${id.slice(0, 11)}`)
  return ids.flatMap((id, at) => (pems[at] ? [{ id, pem: pems[at] }] : []))
}

function pemBlocks(text: string): string[] {
  return text.match(/-----BEGIN [A-Z ]+-----[\s\S]+?-----END [A-Z ]+-----/g) ?? []
}

/** A text of keys in PEM: given itself (line breaks may be the two characters `\n`), or as paths, comma separated. */
function keyText(env: Env, name: string, bad: Bad): string {
  const path = `${name}_PATH`
  if (env[name]) return env[name].replaceAll('\\n', '\n')
  return (env[path] ?? '').split(',').filter(Boolean).map((each) => readKeyFile(each.trim(), path, bad)).join('\n')
}

function readKeyFile(path: string, name: string, bad: Bad): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    bad(name, `names a file that cannot be read: ${path}`)
    return ''
  }
}
