import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { KeyPair } from '../payment-company/keys.ts'

/** What the company calls a key of its own that it hands out as a public key. Its certificate goes by its serial. */
export function publicKeyId({ serial }: KeyPair): string {
  return `PUB_KEY_ID_01${BigInt(`0x${serial}`).toString().slice(0, 28)}`
}

/** The APIv3 key of the merchant with this key pair. */
export function apiV3KeyOf(merchant: KeyPair): string {
  return createHash('sha256').update(`${merchant.privatePem} APIv3`).digest('hex').slice(0, 32)
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
