import type { RefusalTable } from '@hearth/kernel/errors'

export type Role = 'individual' | 'dealer' | 'support' | 'admin'

/** Who is asking: the person behind a session that still stands. */
export type Person = {
  id: number
  username: string
  mobile: string | null
  email: string
  role: Role
  isAgent: boolean
  sessionId: string
}

type Standing = { role: Role; isAgent: boolean }

/** Customer service and administrators. */
export function isStaff(person: Standing): boolean {
  return person.role === 'admin' || person.role === 'support'
}

/** Who has work in the console: staff and agents. */
export function isConsolePerson(person: Standing): boolean {
  return isStaff(person) || person.isAgent
}

/** Source 001's number (contract §5.2): 1 agent, 3 employee, 2 everyone else. */
export function userType(person: Standing): number {
  if (person.isAgent) return 1
  return isStaff(person) ? 3 : 2
}

export const accountErrors = {
  'accounts.wrong_login': { status: 401, code: 'UNAUTHORIZED', zh: '账号或密码不正确。', en: 'Wrong account or password.' },
  'accounts.not_for_console': {
    status: 403, code: 'FORBIDDEN', zh: '这个账号不能进入管理后台。', en: 'This account has no access to the console.',
  },
  'accounts.refresh_refused': {
    status: 401, code: 'UNAUTHORIZED', zh: '登录已失效，请重新登录。', en: 'Your session has ended. Please sign in again.',
  },
  'accounts.wechat_not_set_up': {
    status: 503, code: 'SERVICE_UNAVAILABLE', zh: '微信登录尚未开通，请用密码登录。', en: 'WeChat sign-in is not set up. Use your password.',
  },
} as const satisfies RefusalTable
