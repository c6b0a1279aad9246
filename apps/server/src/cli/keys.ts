import { PROOF_KEYS, TOKEN_KEYS, newProofKey, newTokenKey } from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import { resealSecrets, rotateKey } from '../platform/secrets.ts'
import { say, withConfigured } from './configured.ts'

/** `rotate-keys`: new keys sign from now on; what the old ones signed stays good until it expires. */
export async function rotateKeys(): Promise<void> {
  await withConfigured(({ db, config }) => inTransaction(db, async (tx) => {
    const tokens = await rotateKey(tx, TOKEN_KEYS, config.secretKey, newTokenKey())
    const proofs = await rotateKey(tx, PROOF_KEYS, config.secretKey, newProofKey())
    say(`已启用新密钥 ${tokens}、${proofs}，无需重启，也没有人被退出登录。 New keys sign; nobody was signed out.`)
  }))
}

/** `reseal`: seals every stored key with SECRET_KEY, so that SECRET_KEY_FALLBACKS can be emptied. */
export async function reseal(): Promise<void> {
  await withConfigured(({ db, config }) => inTransaction(db, async (tx) => {
    const count = await resealSecrets(tx, [config.secretKey, ...config.secretKeyFallbacks])
    say(`${count} 个密钥已用当前 SECRET_KEY 重新封存。 Sealed with the present SECRET_KEY.`)
  }))
}
