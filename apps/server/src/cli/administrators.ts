import { Refusal, fillSentence } from '@hearth/kernel/errors'
import type { Sentence } from '@hearth/kernel/errors'
import { isMobile } from '@hearth/kernel/mobile'
import {
  changePerson, createPerson, hashPassword, passwordFaults, selectUserByLogin, usernameFault,
} from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import { say, withConfigured } from './configured.ts'
import { readPassword } from './read-password.ts'

/** `create-admin <user name> [mobile]`: an administrator; the password is asked for, or read from standard input. */
export async function createAdmin([username = '', mobile]: readonly string[]): Promise<void> {
  const nameFault = usernameFault(username, 'staff')
  if (nameFault) return fail(`${said(nameFault)}\nnpm run hearth -- create-admin <用户名 / user name> [手机号 / mobile]`)
  if (mobile !== undefined && !isMobile(mobile)) return fail('手机号应为 11 位数字。 The mobile number has 11 digits.')
  const passwordHash = await askPassword({ username, mobile })
  if (passwordHash === null) return
  await withConfigured(async ({ db }) => {
    const at = new Date()
    const person = { username, mobile: mobile ?? null, passwordHash, role: 'admin' as const, actorId: null, at }
    const id = await inTransaction(db, (tx) => createPerson(tx, person)).catch((fault: unknown) => {
      if (fault instanceof Refusal) return null
      throw fault
    })
    if (id === null) return fail('用户名或手机号已被使用。 The user name or mobile number is taken.')
    say(`已创建管理员 ${username}（编号 ${id}）。 Administrator created.`)
  })
}

/** `reset-admin-password <user name or mobile>`: another password for an administrator; all his sessions end. */
export async function resetAdminPassword([login = '']: readonly string[]): Promise<void> {
  if (login === '') return fail('npm run hearth -- reset-admin-password <用户名或手机号 / user name or mobile>')
  await withConfigured(async ({ db }) => {
    const user = await selectUserByLogin(db, login)
    if (user?.role !== 'admin') return fail('没有这个管理员。 There is no such administrator.')
    const passwordHash = await askPassword(user)
    if (passwordHash === null) return
    const change = { id: user.id, actorId: user.id, change: { passwordHash }, at: new Date() }
    await inTransaction(db, (tx) => changePerson(tx, change))
    say(`已重设 ${user.username} 的密码，他的登录已全部失效。 Password reset; all sessions have ended.`)
  })
}

async function askPassword(own: { username: string; mobile?: string | null }): Promise<string | null> {
  const password = await readPassword('密码 / Password: ')
  const [fault] = Object.values(passwordFaults({ password, ...own })).flat()
  if (!fault) return hashPassword(password)
  fail(said(fault))
  return null
}

function said({ zh, en }: Sentence): string {
  return `${fillSentence(zh, {})} ${fillSentence(en, {})}`
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}
