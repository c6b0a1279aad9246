import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import { inTransaction } from './db.ts'

/** A key kept in the database, sealed with SECRET_KEY (AES-256-GCM). */
export type Secret = { keyId: string; value: string; createdAt: Date }

const sealKeys = new Map<string, Buffer>()
function sealKey(secretKey: string): Buffer {
  const known = sealKeys.get(secretKey)
  if (known) return known
  const made = scryptSync(secretKey, 'hearth secrets', 32, { N: 16_384, r: 8, p: 1 })
  sealKeys.set(secretKey, made)
  return made
}

export function seal(secretKey: string, plain: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealKey(secretKey), iv)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Opens with the first of the keys that fits (SECRET_KEY, then its fallbacks). Throws when none does. */
export function unseal(secretKeys: readonly string[], sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  for (const secretKey of secretKeys) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', sealKey(secretKey), bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    } catch {
      continue
    }
  }
  throw new Error('A stored key cannot be opened: SECRET_KEY has changed. Put the old one into SECRET_KEY_FALLBACKS.')
}

/**
 * The live keys of a purpose, newest first; the first signs, the others still verify. Makes one when there is none,
 * once for all processes.
 */
export async function keysFor(
  db: Db, purpose: string, secretKeys: readonly string[], make: () => string,
): Promise<Secret[]> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('platform.secrets'), hashtext(${purpose}))`.execute(tx)
    const found = await readKeys(tx, purpose, secretKeys)
    return found.length > 0 ? found : [await addKey(tx, purpose, secretKeys[0] ?? '', make())]
  })
}

/** The keys of a purpose as they are now; other processes may add some at any time. */
export type KeyRing = {
  /** The key that signs. */
  newest(): Promise<Secret>
  /** A key that still verifies; null when it is unknown or retired. */
  byId(keyId: string): Promise<Secret | null>
}

const FRESH_MS = 30_000
const ASK_AGAIN_MS = 2_000

/** Opens the keys of a purpose and hears of rotation: within half a minute, or when an unknown key turns up. */
export async function openKeyRing(
  db: Db, purpose: string, secretKeys: readonly string[], make: () => string,
): Promise<KeyRing> {
  const read = () => keysFor(db, purpose, secretKeys, make)
  let keys = await read()
  let readAt = Date.now()
  const refresh = async (afterMs: number) => {
    if (Date.now() - readAt < afterMs) return
    readAt = Date.now()
    keys = await read()
  }
  return {
    newest: async () => {
      await refresh(FRESH_MS)
      const key = keys[0]
      if (!key) throw new Error(`There is no key for ${purpose}`)
      return key
    },
    byId: async (keyId) => {
      const find = () => keys.find((key) => key.keyId === keyId) ?? null
      await refresh(find() ? FRESH_MS : ASK_AGAIN_MS)
      return find()
    },
  }
}

/** Adds a key to a purpose; from now on it signs, and the ones before it only verify. */
export async function rotateKey(tx: Tx, purpose: string, secretKey: string, value: string): Promise<string> {
  return (await addKey(tx, purpose, secretKey, value)).keyId
}

/** Retires the keys that another followed before `followedBefore`: what they signed has expired. */
export async function retireKeys(db: Db, purpose: string, followedBefore: Date): Promise<number> {
  const done = await sql`update platform.secrets as s set retired_at = now()
    where s.purpose = ${purpose} and s.retired_at is null and exists (
      select from platform.secrets as n
      where n.purpose = s.purpose and n.id > s.id and n.created_at < ${followedBefore})`.execute(db)
  return Number(done.numAffectedRows ?? 0)
}

/** Seals every stored key anew with the first of the keys, so that the others can leave the configuration. */
export async function resealSecrets(tx: Tx, secretKeys: readonly string[]): Promise<number> {
  const rows = await tx.selectFrom('platform.secrets').select(['id', 'sealed']).forUpdate().execute()
  for (const row of rows) {
    const sealed = seal(secretKeys[0] ?? '', unseal(secretKeys, row.sealed))
    await tx.updateTable('platform.secrets').set({ sealed }).where('id', '=', row.id).execute()
  }
  return rows.length
}

async function readKeys(tx: Tx, purpose: string, secretKeys: readonly string[]): Promise<Secret[]> {
  const rows = await tx.selectFrom('platform.secrets').selectAll()
    .where('purpose', '=', purpose).where('retired_at', 'is', null).orderBy('id', 'desc').execute()
  return rows.map((row) => ({ keyId: row.key_id, value: unseal(secretKeys, row.sealed), createdAt: row.created_at }))
}

async function addKey(tx: Tx, purpose: string, secretKey: string, value: string): Promise<Secret> {
  const keyId = randomBytes(3).toString('base64url')
  const createdAt = new Date()
  await tx.insertInto('platform.secrets')
    .values({ purpose, key_id: keyId, sealed: seal(secretKey, value), created_at: createdAt }).execute()
  return { keyId, value, createdAt }
}
