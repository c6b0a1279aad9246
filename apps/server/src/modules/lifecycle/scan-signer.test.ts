import { expect, test } from 'vitest'
import { scanSignerOf } from './scan-signer.ts'

const old = { keyId: 'aaaa', key: Buffer.alloc(32, 1) }
const fresh = { keyId: 'b-_b', key: Buffer.alloc(32, 2) }

test('a signature is its key and twelve characters of the HMAC', () => {
  expect(scanSignerOf([old]).sign('QR001')).toBe('aaaaRQRWmjUZKpWy')
})

test('the scan URL carries code and signature', () => {
  const signer = scanSignerOf([fresh])
  const signature = signer.sign('QR.1_a-B')
  expect(signer.scanUrl('https://shop.example', 'QR.1_a-B')).toBe(`https://shop.example/q/QR.1_a-B?s=${signature}`)
  expect(signature).toMatch(/^b-_b[A-Za-z0-9_-]{12}$/)
})

test('what an older key signed still verifies after a new one signs', () => {
  const printed = scanSignerOf([old]).sign('QR001')
  const now = scanSignerOf([fresh, old])
  expect(now.verify('QR001', printed)).toBe(true)
  expect(now.verify('QR001', now.sign('QR001'))).toBe(true)
  expect(scanSignerOf([fresh]).verify('QR001', printed)).toBe(false)
})

test('every altered character of code or signature is refused', () => {
  const signer = scanSignerOf([old])
  const signature = signer.sign('QR001')
  for (let place = 0; place < signature.length; place += 1) {
    const altered = signature.slice(0, place) + (signature[place] === 'x' ? 'y' : 'x') + signature.slice(place + 1)
    expect(signer.verify('QR001', altered)).toBe(false)
  }
  for (const code of ['QR002', 'qr001', 'QR0011', 'QR00', '']) expect(signer.verify(code, signature)).toBe(false)
})

test.each([
  '', 'aaaa', 'aaaaAAAAAAAAAAA', 'aaaaAAAAAAAAAAAAA', 'aaaa============', 'aaaa 12345678901',
  'aaaa汉字汉字汉字汉字汉字汉字',
])('a signature of another form is refused: %j', (signature) => {
  expect(scanSignerOf([old]).verify('QR001', signature)).toBe(false)
})
