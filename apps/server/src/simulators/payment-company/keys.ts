import { createHash, createPrivateKey, createPublicKey, createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { keysFor, rotateKey } from '../../platform/secrets.ts'
import type { CompanyName } from './books.ts'
import { putSigner, selectSigner } from './books.sql.ts'

/** An RSA-2048 key pair as PEM. `serial`: 40 hexadecimal digits that belong to it. */
export type KeyPair = { serial: string; privatePem: string; publicPem: string }

/** The merchant's key, and the company's, the newest first. */
export type Keys = { merchant: KeyPair; company: KeyPair[] }

/** The names of the company's keys, the newest first, and by which it signs now. */
export type DeskKeys = { names: string[]; signs_with: string }

/** The keys of both sides in one database, made once and kept sealed. */
export type KeyRing = {
  /** As this process knows them; `again`: as they are now, since another process may have added some. */
  keys(again?: boolean): Promise<Keys>
  /** The key by which the company signs now; `name` is the one it was told, null when it was told none. */
  signing(): Promise<{ key: KeyPair; name: string | null }>
  /** Gives the company another key, which it does not use yet. */
  add(): Promise<KeyPair>
  /** From now on the company signs by the key of this name. */
  signWith(name: string): Promise<void>
}

/** `namesOf`: what a key is called on the wire. */
export type OpenKeyRing = {
  db: Db
  secretKeys: readonly string[]
  company: CompanyName
  namesOf(key: KeyPair): readonly string[]
}

// Several databases of one process may have the same keys: making one takes a while.
const made = new Map<string, string>()
const newKey = (purpose: string) => made.get(purpose) ?? made.set(purpose, makeKey()).get(purpose) ?? ''

export async function openKeyRing({ db, secretKeys, company, namesOf }: OpenKeyRing): Promise<KeyRing> {
  const [MERCHANT, COMPANY] = [`${company}-pay-simulator-merchant`, `${company}-pay-simulator`]
  const read = async (): Promise<Keys> => {
    const [merchant] = await keysFor(db, MERCHANT, secretKeys, () => newKey(MERCHANT))
    const own = await keysFor(db, COMPANY, secretKeys, () => newKey(COMPANY))
    return { merchant: pairOf(merchant?.value ?? ''), company: own.map(({ value }) => pairOf(value)) }
  }
  let known = await read()
  const keys = async (again = false) => (again ? (known = await read()) : known)
  return {
    keys,
    signing: async () => {
      const name = await selectSigner(db, company)
      const find = (pairs: readonly KeyPair[]) => pairs.find((pair) => name !== null && namesOf(pair).includes(name))
      // The oldest until another was chosen: rotation first adds a key and signs by it later.
      const key = find(known.company) ?? (name ? find((await keys(true)).company) : null) ?? known.company.at(-1)
      if (!key) throw new Error(`The simulated company ${company} has no key`)
      return { key, name }
    },
    add: async () => {
      await inTransaction(db, (tx) => rotateKey(tx, COMPANY, secretKeys[0] ?? '', makeKey()))
      const [newest] = (await keys(true)).company
      if (!newest) throw new Error(`The simulated company ${company} has no key`)
      return newest
    },
    signWith: (name) => inTransaction(db, (tx) => putSigner(tx, company, name)),
  }
}

function makeKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
}

function pairOf(privatePem: string): KeyPair {
  const publicPem = String(createPublicKey(createPrivateKey(privatePem)).export({ type: 'spki', format: 'pem' }))
  return { privatePem, publicPem, serial: createHash('sha1').update(publicPem).digest('hex').toUpperCase() }
}

/** RSA with SHA-256 in base64: both companies' way to sign. */
export function sha256Sign(privatePem: string, content: string): string {
  return createSign('RSA-SHA256').update(content, 'utf8').sign(privatePem, 'base64')
}

export function sha256Verify(publicPem: string, content: string, sign: string): boolean {
  return createVerify('RSA-SHA256').update(content, 'utf8').verify(publicPem, sign, 'base64')
}
