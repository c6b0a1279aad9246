import { createPrivateKey, createPublicKey, createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { keysFor } from '../../platform/secrets.ts'

/** Both sides' RSA-2048 keys as PEM: the merchant signs with his, the company with its own. */
export type SimulatorKeys = {
  merchantPrivate: string
  merchantPublic: string
  companyPrivate: string
  companyPublic: string
}

/** The keys of this database, made once and kept sealed. */
export async function openKeys(db: Db, secretKeys: readonly string[]): Promise<SimulatorKeys> {
  const [kept] = await keysFor(db, 'alipay-simulator', secretKeys, () => JSON.stringify([newKey(), newKey()]))
  const [merchantPrivate = '', companyPrivate = ''] = JSON.parse(kept?.value ?? '[]') as string[]
  return {
    merchantPrivate, merchantPublic: publicPart(merchantPrivate),
    companyPrivate, companyPublic: publicPart(companyPrivate),
  }
}

function newKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
}

function publicPart(privatePem: string): string {
  return String(createPublicKey(createPrivateKey(privatePem)).export({ type: 'spki', format: 'pem' }))
}

export function rsa2Sign(privatePem: string, content: string): string {
  return createSign('RSA-SHA256').update(content, 'utf8').sign(privatePem, 'base64')
}

export function rsa2Verify(publicPem: string, content: string, sign: string): boolean {
  return createVerify('RSA-SHA256').update(content, 'utf8').verify(publicPem, sign, 'base64')
}

/** `a=1&b=2`, sorted by name: what the company signs and checks. Names in `without` do not take part. */
export function signContent(fields: Record<string, string>, without: readonly string[]): string {
  return Object.keys(fields).filter((name) => !without.includes(name) && fields[name] !== '').sort()
    .map((name) => `${name}=${fields[name]}`).join('&')
}
