import type { FastifyReply, FastifyRequest } from 'fastify'
import { openSession } from '../modules/accounts/index.ts'
import type { TokenPair } from '../modules/accounts/index.ts'
import { mergeGuestCart } from '../modules/cart/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { guestHashOf } from './cart-cookie.ts'
import { refuseForeignPage } from './access.ts'
import type { Deps } from './deps.ts'
import { deviceOf } from './device.ts'
import { setSessionCookies } from './session-cookies.ts'

export type SignedIn = TokenPair & { id: number; username: string; token: string }
/** `passwordHash` is the one that let him in, when a password did. */
export type Who = { id: number; username: string; passwordHash?: string | null }

/**
 * Signs in whom `find` finds or makes: his session and the anonymous cart he brings, in one transaction. Unless told
 * otherwise the browser gets its cookies.
 */
export async function signInAs(
  deps: Deps, request: FastifyRequest, reply: FastifyReply,
  { find, setsCookies = true }: { find: (tx: Tx) => Promise<Who>; setsCookies?: boolean },
): Promise<SignedIn> {
  if (setsCookies) refuseForeignPage(deps, request)
  const { config, tokens } = deps
  const at = deps.now()
  const guestHash = guestHashOf(request)
  const device = deviceOf(request, reply, config)
  const { who, pair } = await inTransaction(deps.db, async (tx) => {
    const found = await find(tx)
    if (guestHash) await mergeGuestCart(tx, { guestHash, userId: found.id, at })
    const session = { userId: found.id, passwordHash: found.passwordHash, device, refreshDays: config.refreshDays, at }
    return { who: found, pair: await openSession(tx, tokens, session) }
  })
  deps.metrics.signIns.inc({ outcome: 'ok' })
  if (setsCookies) setSessionCookies(reply, config, pair)
  return { ...pair, token: pair.access, id: who.id, username: who.username }
}
