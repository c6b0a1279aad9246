import { PROOF_KEYS, TOKEN_KEYS, newProofKey, newTokenKey, openProofs, openTokens } from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { resealSecrets, rotateKey } from '../platform/secrets.ts'
import { say, withConfigured } from './configured.ts'

/** `rotate-keys`: new keys sign from now on; what the old ones signed stays good until it expires. */
export async function rotateKeys(): Promise<void> {
  await withConfigured(async ({ db, config }) => {
    // A key sealed with a SECRET_KEY that opens none of the others would be nobody's.
    await openTokens(db, [config.secretKey], config.accessDays)
    await openProofs(db, [config.secretKey])
    await inTransaction(db, (tx) => addKeys(tx, config.secretKey))
  })
}

async function addKeys(tx: Tx, secretKey: string): Promise<void> {
  const tokens = await rotateKey(tx, TOKEN_KEYS, secretKey, newTokenKey())
  const proofs = await rotateKey(tx, PROOF_KEYS, secretKey, newProofKey())
  say(`已启用新密钥 ${tokens}、${proofs}，无需重启，也没有人被退出登录。 New keys sign; nobody was signed out.`)
}

/** `reseal`: seals every stored key with SECRET_KEY, so that SECRET_KEY_FALLBACKS can be emptied. */
export async function reseal(): Promise<void> {
  await withConfigured(({ db, config }) => inTransaction(db, async (tx) => {
    const count = await resealSecrets(tx, [config.secretKey, ...config.secretKeyFallbacks])
    say(`${count} 个密钥已用当前 SECRET_KEY 重新封存。 Sealed with the present SECRET_KEY.`)
  }))
}
