import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Account, isRoot, may, pickAccount } from './embedded-postgres-account.ts'
import { folderFault, startFault } from './embedded-postgres-fault.ts'

/**
 * Where the database lives and whose it is. `dir` is ours and holds `cluster` (the folder of PostgreSQL itself),
 * the password, the log and the lock; `copiesDir` is where programs may be copied to.
 */
export type Place = { dir: string; cluster: string; account: Account; copiesDir: string }

const SYSTEM_DIR = process.platform === 'darwin' ? '/usr/local/var/hearth' : '/var/lib/hearth'

/**
 * Chooses and makes the folder for `dataDir`. Started as root, the database runs as another user: where that user
 * cannot reach `dataDir`, a system folder takes its place, and stays the place once a database is there.
 * Throws a start fault when no folder can be used.
 */
export async function choosePlace(dataDir: string, say: (text: string) => void): Promise<Place> {
  const asked = resolve(dataDir)
  return isRoot() ? placeForRoot(asked, say) : placeAt(await made(asked), null, asked)
}

async function placeForRoot(asked: string, say: (text: string) => void): Promise<Place> {
  const system = systemDirOf(asked)
  const home = (await hasCluster(asked)) ? asked : (await hasCluster(system)) ? system : null
  const account = (home ? await ownerOf(home) : null) ?? (await pickAccount())
  const dir = await made(home ?? asked)
  const reached = await may(account, 'cd "$1"', dir)
  if (home && !reached) {
    throw startFault(`The database in ${dir} belongs to user ${account?.uid}, who can no longer reach it; `
      + 'give the folders above it the right to pass (chmod o+x), or start as that user.')
  }
  if (reached && home !== system) return placeAt(dir, account, SYSTEM_DIR)
  say(`The database user cannot reach ${asked}; the database is kept in ${system}.`)
  return placeAt(await made(system), account, SYSTEM_DIR)
}

/** Where a database for `dataDir` already lies, or null when there is none. Writes nothing. */
export async function findPlace(dataDir: string): Promise<Place | null> {
  const asked = resolve(dataDir)
  for (const dir of [asked, systemDirOf(asked)]) {
    if (await hasCluster(dir)) return placeAt(await realpath(dir), null, SYSTEM_DIR)
  }
  return null
}

function placeAt(dir: string, account: Account, copiesDir: string): Place {
  return { dir, cluster: join(dir, 'cluster'), account, copiesDir }
}

function systemDirOf(asked: string): string {
  return join(SYSTEM_DIR, createHash('sha256').update(asked).digest('hex').slice(0, 16))
}

/** Makes `dir`. Root lets the database user pass it, for it is ours, and those parts of the way that were not there. */
async function made(dir: string): Promise<string> {
  try {
    const first = (await mkdir(dir, { recursive: true })) ?? dir
    for (let part = dir; isRoot() && part.length >= first.length; part = dirname(part)) {
      await chmod(part, (await stat(part)).mode | 0o111)
    }
    return await realpath(dir)
  } catch (error) {
    throw folderFault(dir, error)
  }
}

async function hasCluster(dir: string): Promise<boolean> {
  return stat(join(dir, 'cluster')).then((found) => found.isDirectory(), () => false)
}

/** The user an existing database belongs to, who then runs it; null when it is root's. */
async function ownerOf(dir: string): Promise<Account> {
  const { uid, gid } = await stat(join(dir, 'cluster'))
  return uid > 0 ? { uid, gid } : null
}
