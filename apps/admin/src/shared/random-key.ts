/** 32 hexadecimal digits; works where the page is not served over https, too. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A random UUID, version 4. */
export function randomUuid(): string {
  const hex = randomKey()
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Read aloud and typed: no letters or digits that look alike. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A password of 14 clear characters. */
export function randomPassword(): string {
  // The remainder favours some characters by a hair; at 14 of 54 that costs less than a bit in all.
  return [...crypto.getRandomValues(new Uint32Array(14))].map((number) => CLEAR.charAt(number % CLEAR.length)).join('')
}
