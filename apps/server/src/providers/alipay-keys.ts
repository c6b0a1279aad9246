import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/**
 * A merchant's private key as the SDK wants it: the base64 of its PKCS8 form. Takes PKCS1 or PKCS8, with or without the
 * PEM lines, with real line breaks or the two characters `\n`. Throws when it is no RSA private key.
 */
export function privateKeyText(text: string): string {
  return bare(readPrivateKey(text).export({ type: 'pkcs8', format: 'pem' }))
}

/** Alipay's public key likewise. Throws when it is no public key. */
export function publicKeyText(text: string): string {
  const key = createPublicKey({ key: Buffer.from(bare(text), 'base64'), format: 'der', type: 'spki' })
  return bare(key.export({ type: 'spki', format: 'pem' }))
}

/** Several public keys, separated by commas: while Alipay changes its key, both are good. */
export function publicKeyTexts(text: string): [string, ...string[]] {
  const [first = '', ...others] = text.split(',').map((each) => each.trim()).filter((each) => each !== '')
  return [publicKeyText(first), ...others.map(publicKeyText)]
}

function readPrivateKey(text: string): KeyObject {
  const der = Buffer.from(bare(text), 'base64')
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } catch {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs1' })
  }
}

function bare(text: string | Buffer): string {
  return String(text).replace(/-----[A-Z ]+-----/g, '').replaceAll('\\n', '').replace(/\s+/g, '')
}
