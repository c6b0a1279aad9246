import {
  createCipheriv, createHash, createPrivateKey, createPublicKey, createSign, createVerify, generateKeyPairSync,
  randomBytes,
} from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { keysFor, rotateKey } from '../../platform/secrets.ts'

/** A key of the company: what it is called on the wire, `PUB_KEY_ID_…` or the serial of its certificate. */
export type SigningKey = { id: string; serial: string; privatePem: string; publicPem: string }

/** The merchant's key pair and APIv3 key, and the company's keys, the newest first. All RSA-2048 as PEM. */
export type SimulatorKeys = {
  merchantPrivate: string
  merchantPublic: string
  merchantSerial: string
  apiV3Key: string
  company: SigningKey[]
}

const MERCHANT = 'wechat-pay-simulator-merchant'
const COMPANY = 'wechat-pay-simulator'

// Several databases of one process may have the same keys: making one takes a while.
const made = new Map<string, string>()
const newKey = (purpose: string) => made.get(purpose) ?? made.set(purpose, makeKey()).get(purpose) ?? ''

/** The keys of this database, made once and kept sealed. */
export async function openKeys(db: Db, secretKeys: readonly string[]): Promise<SimulatorKeys> {
  const [merchant] = await keysFor(db, MERCHANT, secretKeys, () => newKey(MERCHANT))
  const company = await keysFor(db, COMPANY, secretKeys, () => newKey(COMPANY))
  const merchantPrivate = merchant?.value ?? ''
  return {
    merchantPrivate, merchantPublic: publicPart(merchantPrivate), merchantSerial: serialOf(merchantPrivate),
    apiV3Key: createHash('sha256').update(`${merchantPrivate} APIv3`).digest('hex').slice(0, 32),
    company: company.map(({ value }) => signingKey(value)),
  }
}

/** Gives the company another key. From now on it may sign with either. */
export async function addCompanyKey(db: Db, secretKeys: readonly string[]): Promise<void> {
  await inTransaction(db, (tx) => rotateKey(tx, COMPANY, secretKeys[0] ?? '', makeKey()))
}

function makeKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
}

function publicPart(privatePem: string): string {
  return String(createPublicKey(createPrivateKey(privatePem)).export({ type: 'spki', format: 'pem' }))
}

/** 40 hexadecimal digits that belong to this key. */
function serialOf(privatePem: string): string {
  return createHash('sha1').update(publicPart(privatePem)).digest('hex').toUpperCase()
}

function signingKey(privatePem: string): SigningKey {
  const serial = serialOf(privatePem)
  const digits = BigInt(`0x${serial}`).toString().slice(0, 28)
  return { id: `PUB_KEY_ID_01${digits}`, serial, privatePem, publicPem: publicPart(privatePem) }
}

export function sha256Sign(privatePem: string, content: string): string {
  return createSign('RSA-SHA256').update(content, 'utf8').sign(privatePem, 'base64')
}

export function sha256Verify(publicPem: string, content: string, sign: string): boolean {
  return createVerify('RSA-SHA256').update(content, 'utf8').verify(publicPem, sign, 'base64')
}

/** The APIv3 wrapping of a secret text: AEAD_AES_256_GCM, the tag behind the text. */
export type Sealed = { algorithm: 'AEAD_AES_256_GCM'; nonce: string; associated_data: string; ciphertext: string }

export function sealText(apiV3Key: string, plain: string, associatedData: string): Sealed {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key, 'utf8'), nonce)
  cipher.setAAD(Buffer.from(associatedData, 'utf8'))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: associatedData, ciphertext: sealed.toString('base64') }
}
