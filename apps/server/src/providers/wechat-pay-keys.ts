import { X509Certificate, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { WechatPayConfig } from '../platform/config-providers.ts'
import { textOf } from './ask.ts'
import type { Fields } from './ask.ts'

const CLOCK_MS = 300_000
const MINUTE_MS = 60_000
const STALE_MS = 10 * 3_600_000

/** A text that the company signed, with the headers it came with (lower-case names). */
export type Signed = { headers: Record<string, string>; body: string }
/** A platform certificate in force between two instants. */
type Certificate = { key: KeyObject; from: number; until: number }
export type FetchCertificates = () => Promise<Signed & { certificates: Fields[] }>

/** The keys by which the company proves what it says: several at once while they change. */
export type CompanyKeys = {
  /** The key that answers are asked to be signed with; null in certificate mode. */
  readonly asked: string | null
  /** Whether the company signed this, within five minutes of the application's clock. */
  isProven(said: Signed): Promise<boolean>
}

export type OpenCompanyKeys = { config: WechatPayConfig; now(): Date; fetchCertificates: FetchCertificates }

/**
 * Opens the company's keys. Public keys come from the configuration. Platform certificates come from there and from the
 * company: when a serial turns up that nobody knows (asked at most once a minute), and every ten hours.
 */
export function openCompanyKeys({ config, now, fetchCertificates }: OpenCompanyKeys): CompanyKeys {
  const publicKeys = new Map(config.publicKeys.map(({ id, pem }) => [id, createPublicKey(pem)]))
  const given = new Map(config.certificates.map(readCertificate))
  let fetched = new Map<string, Certificate>()
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | null = null
  const find = (serial: string): KeyObject | null => {
    const certificate = fetched.get(serial) ?? given.get(serial)
    const at = now().getTime()
    const isInForce = certificate && certificate.from <= at && at < certificate.until
    return publicKeys.get(serial) ?? (isInForce ? certificate.key : null)
  }
  const refresh = async () => {
    const answer = await fetchCertificates()
    const fresh = new Map(answer.certificates.map((each) => openCertificate(config.apiV3Key, each)))
    // Whoever sealed them has the APIv3 key; still, one of them or a key known before must have signed the answer.
    const signer = answer.headers['wechatpay-serial'] ?? ''
    const key = publicKeys.get(signer) ?? fresh.get(signer)?.key ?? given.get(signer)?.key
    if (key && isSignedBy(key, answer)) fetched = fresh
  }
  const askAgain = async (afterMs: number) => {
    const at = now().getTime()
    if (at >= askedAt && at - askedAt < afterMs) return asking
    askedAt = at
    asking = refresh().catch(() => undefined).finally(() => void (asking = null))
    return asking
  }
  const keyOf = async (serial: string): Promise<KeyObject | null> => {
    if (serial.startsWith('PUB_KEY_ID_')) return publicKeys.get(serial) ?? null
    if (!/^[0-9A-F]{8,64}$/i.test(serial)) return null
    await askAgain(find(serial) ? STALE_MS : MINUTE_MS)
    return find(serial)
  }
  return {
    asked: config.publicKeys[0]?.id ?? null,
    isProven: async (said) => {
      const at = Number(said.headers['wechatpay-timestamp'])
      if (!(Math.abs(now().getTime() - at * 1_000) <= CLOCK_MS)) return false
      const key = await keyOf(said.headers['wechatpay-serial'] ?? '')
      return key !== null && isSignedBy(key, said)
    },
  }
}

/** SHA-256 with RSA over time, nonce and body, each with a line break behind it. */
function isSignedBy(key: KeyObject, { headers, body }: Signed): boolean {
  const { 'wechatpay-timestamp': at, 'wechatpay-nonce': nonce, 'wechatpay-signature': signature } = headers
  if (!at || !nonce || !signature) return false
  try {
    return Rsa.verify(Formatter.response(at, nonce, body), signature, key)
  } catch {
    return false
  }
}

function readCertificate(pem: string): [string, Certificate] {
  const certificate = new X509Certificate(pem)
  const [from, until] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
  return [certificate.serialNumber, { key: certificate.publicKey, from, until }]
}

function openCertificate(apiV3Key: string, said: Fields): [string, Certificate] {
  return readCertificate(openSealed(apiV3Key, said.encrypt_certificate))
}

/** Opens what the company sealed with the APIv3 key (AEAD_AES_256_GCM). Throws when it is not sealed with it. */
export function openSealed(apiV3Key: string, sealed: unknown): string {
  const { ciphertext, nonce, associated_data: data, algorithm } = sealed as Fields
  if (algorithm !== 'AEAD_AES_256_GCM') throw new Error('Sealed by another algorithm')
  return Aes.AesGcm.decrypt(textOf(ciphertext) ?? '', apiV3Key, textOf(nonce) ?? '', textOf(data) ?? '')
}
