import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const ALGORITHM = 'ACS3-HMAC-SHA256'

export type SignedCall = {
  method: string
  /** Path and query as they came over the wire. */
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

export type Signer = { keyId: string; signedHeaders: string[]; signature: string }

/** Who says that he signed; null when the header is none of this algorithm. */
export function readAuthorization(header: string): Signer | null {
  const match = /^ACS3-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(header)
  if (!match) return null
  return { keyId: match[1] ?? '', signedHeaders: (match[2] ?? '').split(';'), signature: match[3] ?? '' }
}

/**
 * Whether a call was signed with this secret (help.aliyun.com, request syntax and signature method V3). Every header
 * `x-acs-…`, `host` and a `content-type` must have taken part.
 */
export function isSigned(call: SignedCall, signer: Signer, secret: string): boolean {
  const payload = sha256(call.body)
  const due = Object.keys(call.headers).filter((name) => /^x-acs-|^host$|^content-type$/.test(name))
  if (due.some((name) => !signer.signedHeaders.includes(name))) return false
  const wanted = createHmac('sha256', secret).update(`${ALGORITHM}\n${sha256(canonicalText(call, signer, payload))}`).digest()
  return timingSafeEqual(wanted, Buffer.from(signer.signature, 'hex'))
}

function canonicalText(call: SignedCall, signer: Signer, payload: string): string {
  const { pathname, searchParams } = new URL(call.url, 'http://any')
  const query = [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&')
  const headers = signer.signedHeaders.map((name) => `${name}:${String(call.headers[name] ?? '').trim()}\n`).join('')
  return [call.method, pathname, query, headers, signer.signedHeaders.join(';'), payload].join('\n')
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
