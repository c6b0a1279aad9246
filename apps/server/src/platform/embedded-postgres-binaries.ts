import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, may } from './embedded-postgres-account.ts'
import { codeOf, startFault } from './embedded-postgres-fault.ts'

/** Where the programs of PostgreSQL lie, and the version of the package they came in. */
export type Binaries = { native: string; version: string }

const SUFFIX = process.platform === 'win32' ? '.exe' : ''

export function programOf(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.native, 'bin', name + SUFFIX)
}

/**
 * Programs that `account` can run: those of the installed package, or a copy under `copiesDir` when the package lies
 * where that user cannot reach it or cannot be completed where it is.
 */
export async function findBinaries(
  account: Account, copiesDir: string, say: (text: string) => void,
): Promise<Binaries> {
  const installed = await installedBinaries()
  const whole = await completed(installed.native)
  if (whole && (await runs(account, installed))) return installed
  if (whole && !account) throw unrunnable(installed)
  const copy = { ...installed, native: join(copiesDir, `postgresql-${installed.version}`) }
  if (!(await exists(copy.native))) {
    say(`The programs of PostgreSQL are copied to ${copy.native}, where the database user can reach them …`)
    await copyPrograms(installed.native, copy.native)
  }
  if (await runs(account, copy)) return copy
  throw unrunnable(copy)
}

function unrunnable(binaries: Binaries): Error {
  return startFault(`The programs of PostgreSQL in ${binaries.native} do not run on this machine `
    + '(on Linux they need glibc); remove that folder and install again, or name a database server with DATABASE_URL.')
}

async function installedBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres')
    const root = dirname(dirname(createRequire(library).resolve(name)))
    const about: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version: String((about as { version: unknown }).version) }
  } catch (error) {
    throw startFault(`The package ${name} is not installed; run npm ci, `
      + 'or name a database server with DATABASE_URL.', error)
  }
}

/** Makes up for an install script that may have been skipped: links between the libraries, and the right to execute. */
async function completed(native: string): Promise<boolean> {
  try {
    for (const { source, target } of await linksOf(native)) {
      const link = join(dirname(native), target)
      if (await exists(link)) continue
      await symlink(relative(dirname(target), source), link).catch(unlessThere)
    }
    for (const name of ['postgres', 'initdb', 'pg_ctl']) {
      const program = join(native, 'bin', name + SUFFIX)
      const { mode } = await stat(program)
      if ((mode & 0o555) !== 0o555) await chmod(program, 0o755)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false
    throw error
  }
}

async function linksOf(native: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  return JSON.parse(text) as { source: string; target: string }[]
}

async function runs(account: Account, binaries: Binaries): Promise<boolean> {
  const check = '"$1/bin/postgres" --version >/dev/null && test -x "$1/bin/initdb" '
    + '&& test -r "$1/share/postgresql/postgres.bki"'
  return may(account, check, binaries.native)
}

/** Copies beside the goal and renames: a copy cut short is never taken for a whole one. */
async function copyPrograms(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}.draft`
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  await rm(draft, { recursive: true, force: true })
  await cp(from, join(draft, 'native'), {
    recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a'),
  })
  await completed(join(draft, 'native'))
  await openToAll(draft)
  await rename(join(draft, 'native'), to).catch(unlessThere)
  await rm(draft, { recursive: true, force: true })
}

async function openToAll(dir: string): Promise<void> {
  await chmod(dir, 0o755)
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(dir) === 'bin' ? 0o755 : 0o644)
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(() => true, () => false)
}

function unlessThere(error: unknown): void {
  if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error
}
