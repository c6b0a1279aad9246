import { openSession, openTokens } from '../apps/server/src/modules/accounts/index.ts'
import { inTransaction, openDb } from '../apps/server/src/platform/db.ts'
import { BUYER_QTY } from './shop-rows.ts'

const ACCESS_DAYS = 7
const device = { userAgent: 'bench', address: '127.0.0.0', deviceId: null }

/**
 * A fresh access token per buyer, by his place, through the module's own functions: signing in is not measured.
 * Sessions are kept between runs.
 */
export async function signInBuyers(url: string, secretKey: string, at: Date): Promise<string[]> {
  const db = openDb({ url, maxConnections: 4 })
  try {
    const tokens = await openTokens(db, [secretKey], ACCESS_DAYS)
    const read = () => db.selectFrom('accounts.sessions')
      .distinctOn('user_id').select(['id', 'user_id']).orderBy('user_id').execute()
    let sessions = await read()
    if (sessions.length < BUYER_QTY) {
      await inTransaction(db, async (tx) => {
        for (let userId = sessions.length + 1; userId <= BUYER_QTY; userId += 1) {
          await openSession(tx, tokens, { userId, device, refreshDays: 30, at })
        }
      })
      sessions = await read()
    }
    return await Promise.all(sessions.map((row) => tokens.sign({ userId: row.user_id, sessionId: row.id, now: at })))
  } finally {
    await db.destroy()
  }
}
