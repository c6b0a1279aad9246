import { randomUUID } from 'node:crypto'
import type { Sentence } from '@hearth/kernel/errors'

// Letters of other alphabets that are drawn like Latin ones; a name of theirs must not pass for another person's.
const LOOK_ALIKES = new Map([
  ...zip('аеорсухіјѕԁһкмтвн', 'aeopcyxijsdhkmtbh'), // Cyrillic
  ...zip('αοριυκνχτ', 'aopiukvxt'), // Greek
  ...zip('օսո', 'oun'), // Armenian
])
// Names that speak for the shop.
const RESERVED = /^(?:admin(?:istrator)?|root|system|official|hearth|support|service|管理员|系统管理员|系统消息|官方|官方客服|平台客服|客服|客服中心)\d*$/i

function zip(from: string, to: string): [string, string][] {
  return [...from].map((letter, place) => [letter, [...to][place] ?? letter])
}

/** A name as it is compared with others: width, case and look-alike letters folded. */
export function usernameKey(username: string): string {
  const plain = username.trim().normalize('NFKC').toLowerCase()
  return [...plain].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('')
}

const wrong = {
  form: { zh: '5 到 20 个字：汉字、字母、数字或下划线。', en: '5 to 20 characters: letters, digits or underscores.' },
  digits: { zh: '不能全是数字。', en: 'Digits alone are not enough.' },
  mixed: { zh: '不能混用不同文字里相似的字母。', en: 'Letters of different alphabets cannot be mixed.' },
  reserved: { zh: '这个用户名不能使用。', en: 'This user name cannot be used.' },
}

/** What is wrong with a name (contract D-05); null when nothing is. Staff may give names that speak for the shop. */
export function usernameFault(username: string, by: 'chosen by himself' | 'made by staff' = 'chosen by himself'): Sentence | null {
  if (!/^[\p{L}\p{N}_]{5,20}$/u.test(username)) return wrong.form
  if (/^\p{N}+$/u.test(username)) return wrong.digits
  if (username.normalize('NFKC') !== username || isMixed(username)) return wrong.mixed
  return by === 'chosen by himself' && RESERVED.test(usernameKey(username)) ? wrong.reserved : null
}

/** Latin goes with Chinese, Japanese and Korean; any other script stands alone. */
function isMixed(username: string): boolean {
  const letters = [...username].filter((letter) => /\p{L}/u.test(letter))
  const familiar = /[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Common}]/u
  const strange = letters.filter((letter) => !familiar.test(letter))
  return strange.length > 0 && strange.length < letters.length
}

/** For somebody who has not chosen a name yet. */
export function madeUpName(): string {
  return `用户_${randomUUID().replaceAll('-', '').slice(0, 16)}`
}

export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text)
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"',;:\\]+@[^\s@.<>"',;:\\]+(?:\.[^\s@.<>"',;:\\]+)+$/.test(text)
}
