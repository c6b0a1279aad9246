import { dictionary } from '@zxcvbn-ts/language-common'
import type { Sentence } from '@hearth/kernel/errors'

// Known from leaks; a guesser tries them first. Shorter ones are refused for their length anyway.
const common = new Set((dictionary['passwords-common'] as string[]).filter((each) => each.length >= 8))
const EXTRA = /^(?:woaini\d+|zhang?wei\d*|a?123456789a?|qq\d{6,}|(.)\1+)$/i

const wrong = {
  form: { zh: '密码为 8 到 20 个字符。', en: 'A password has 8 to 20 characters.' },
  twice: { zh: '两次输入的密码不一致。', en: 'The two passwords differ.' },
  common: { zh: '这个密码太常见，容易被猜到，请换一个。', en: 'This password is too common. Choose another one.' },
  own: { zh: '密码里不要用自己的用户名或手机号。', en: 'Do not use your user name or mobile number in the password.' },
}

export type NewPassword = { password: string; password2?: string; username?: string; mobile?: string | null }

/** What is wrong with a new password, by field; empty when nothing is. */
export function passwordFaults(given: NewPassword): Partial<Record<'password' | 'password2', Sentence[]>> {
  const { password, password2, username, mobile } = given
  const length = [...password].length
  if (length < 8 || length > 20) return { password: [wrong.form] }
  const plain = password.toLowerCase()
  if (common.has(plain) || EXTRA.test(plain)) return { password: [wrong.common] }
  const isOwn = [username, mobile].some((own) => own && own.length >= 5 && plain.includes(own.toLowerCase()))
  if (isOwn) return { password: [wrong.own] }
  return password2 !== undefined && password2 !== password ? { password2: [wrong.twice] } : {}
}
