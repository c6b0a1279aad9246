import { createHash } from 'node:crypto'
import { Refusal } from '@hearth/kernel/errors'
import type { Db, Tx } from './db.ts'

/** A key of the caller's, within a scope (user and route), and what he sent with it. No key: none asked for. */
export type Once = { scope: string; key: string | undefined; body: unknown; at: Date }
export type StoredAnswer<T> = { answer: T; repeated: boolean }

const KEPT_MS = 24 * 3_600_000

export const idempotencyErrors = {
  'idempotency.other_body': {
    status: 409, code: 'IDEMPOTENCY_CONFLICT',
    zh: '这个 Idempotency-Key 已用于另一个请求。请换一个新的。',
    en: 'This Idempotency-Key was used for another request. Use a new one.',
  },
} as const

/**
 * Runs `work` once per key: its answer is stored in the same transaction and repeated for 24 hours. A twin that comes
 * while the first still runs waits for it. A refusal rolls the key back, so it is not stored.
 * Throws idempotency.other_body.
 */
export async function runOnce<T>(tx: Tx, once: Once, work: () => Promise<T>): Promise<StoredAnswer<T>> {
  if (!once.key) return { answer: await work(), repeated: false }
  const { scope, key, at } = once
  const hash = createHash('sha256').update(JSON.stringify(once.body ?? null)).digest('hex')
  await tx.deleteFrom('platform.idempotency_keys').where('scope', '=', scope).where('key', '=', key)
    .where('created_at', '<', new Date(at.getTime() - KEPT_MS)).execute()
  const mine = await tx.insertInto('platform.idempotency_keys')
    .values({ scope, key, body_hash: hash, created_at: at, answer: null })
    .onConflict((on) => on.doNothing()).returning('key').executeTakeFirst()
  if (!mine) return { answer: await storedAnswer<T>(tx, once, hash), repeated: true }
  const answer = await work()
  await tx.updateTable('platform.idempotency_keys').set({ answer: JSON.stringify(answer) })
    .where('scope', '=', scope).where('key', '=', key).execute()
  return { answer, repeated: false }
}

/** Whether an answer is stored under this key already; a hint for what need not be asked again. */
export async function isKeyKnown(db: Db, { scope, key, at }: Once): Promise<boolean> {
  if (!key) return false
  const row = await db.selectFrom('platform.idempotency_keys').select('key').where('scope', '=', scope)
    .where('key', '=', key).where('created_at', '>=', new Date(at.getTime() - KEPT_MS)).executeTakeFirst()
  return row !== undefined
}

async function storedAnswer<T>(tx: Tx, once: Once, hash: string): Promise<T> {
  const stored = await tx.selectFrom('platform.idempotency_keys').select(['body_hash', 'answer'])
    .where('scope', '=', once.scope).where('key', '=', once.key ?? '').executeTakeFirstOrThrow()
  if (stored.body_hash !== hash) throw new Refusal('idempotency.other_body')
  return stored.answer as T
}
