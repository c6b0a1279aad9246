import { createPublicKey, createSign } from 'node:crypto'

/** `serial` in hexadecimal, as the company writes it. */
export type CertificateParts = { privatePem: string; serial: string; from: Date; until: Date }

const SHA256_WITH_RSA = sequence(oid('2a864886f70d01010b'), tag(0x05, Buffer.alloc(0)))

/** A self-signed X.509 certificate (RFC 5280) in PEM, such as the company hands out for its signing keys. */
export function certificatePem({ privatePem, serial, from, until }: CertificateParts): string {
  const name = nameOf('Tenpay.com Root CA (simulated)')
  const publicKey = createPublicKey(privatePem).export({ type: 'spki', format: 'der' })
  const body = sequence(
    tag(0xa0, integer(Buffer.from([2]))), integer(Buffer.from(serial, 'hex')), SHA256_WITH_RSA, name,
    sequence(time(from), time(until)), name, publicKey,
  )
  const signature = createSign('RSA-SHA256').update(body).sign(privatePem)
  const der = sequence(body, SHA256_WITH_RSA, tag(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function tag(kind: number, content: Buffer): Buffer {
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([kind, length]), content])
  const digits = length > 0xffff ? 3 : length > 0xff ? 2 : 1
  const size = Buffer.alloc(digits)
  size.writeUIntBE(length, 0, digits)
  return Buffer.concat([Buffer.from([kind, 0x80 | digits]), size, content])
}

function sequence(...parts: Buffer[]): Buffer {
  return tag(0x30, Buffer.concat(parts))
}

function oid(hex: string): Buffer {
  return tag(0x06, Buffer.from(hex, 'hex'))
}

/** A positive number: a leading bit that is set would make it negative. */
function integer(bytes: Buffer): Buffer {
  return tag(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

function nameOf(commonName: string): Buffer {
  return sequence(tag(0x31, sequence(oid('550403'), tag(0x0c, Buffer.from(commonName, 'utf8')))))
}

function time(at: Date): Buffer {
  return tag(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`, 'ascii'))
}
