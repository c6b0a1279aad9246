import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { startFault } from './embedded-postgres-fault.ts'

const run = promisify(execFile)

/** The OS user PostgreSQL runs as; null means the one we are. */
export type Account = { uid: number; gid: number } | null

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Whom to step down to: PostgreSQL refuses to run as root. Null for an ordinary user and on Windows.
 * Throws a start fault when this machine lets us become nobody else.
 */
export async function pickAccount(): Promise<Account> {
  if (!isRoot()) return null
  for (const find of [named('postgres'), named('hearth'), created('hearth'), named('nobody')]) {
    const account = await find()
    if (account && (await may(account, 'true', '/'))) return account
  }
  throw startFault('PostgreSQL refuses to run as root and this machine lets us step down to no other user; '
    + 'start as an ordinary user or name a database server with DATABASE_URL.')
}

/** Whether `account` may do what the shell line says; `$1` in it is `path`. Not asked on Windows. */
export async function may(account: Account, line: string, path: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  try {
    await run('/bin/sh', ['-c', line, 'sh', path], { ...account, cwd: '/' })
    return true
  } catch {
    return false
  }
}

function named(name: string): () => Promise<Account> {
  return async () => {
    const [uid, gid] = await Promise.all([numberOf('-u', name), numberOf('-g', name)])
    return uid > 0 && gid >= 0 ? { uid, gid } : null
  }
}

function created(name: string): () => Promise<Account> {
  return async () => {
    await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
      .catch(() => run('adduser', ['-S', '-D', '-H', name])).catch(() => undefined)
    return named(name)()
  }
}

async function numberOf(flag: string, name: string): Promise<number> {
  return run('id', [flag, name]).then((done) => Number.parseInt(done.stdout, 10), () => -1)
}
