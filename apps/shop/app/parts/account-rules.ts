import type { zh } from '@hearth/client/texts/shop-codes'

const MOBILE = /^1[3-9]\d{9}$/
const USERNAME = /^[\p{L}\p{N}_]{5,20}$/u

export const isMobile = (text: string): boolean => MOBILE.test(text)
export const isUsername = (text: string): boolean => USERNAME.test(text) && !/^\d+$/.test(text)

/** `138****1234`: enough to know one's own number by. */
export function maskedMobile(mobile: string): string {
  return isMobile(mobile) ? `${mobile.slice(0, 3)}****${mobile.slice(7)}` : mobile
}

/** How hard a password is to guess, by its length and the kinds of its characters. */
export function strengthOf(password: string): keyof typeof zh.strength {
  if (password.length < 8) return 'short'
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  const isDull = new Set(password).size < 5
  if (isDull || kinds < 2) return 'weak'
  return kinds >= 3 && password.length >= 10 ? 'strong' : 'fair'
}
