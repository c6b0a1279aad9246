import { consoleApi } from '@hearth/client/console-api'
import { withSessionRenewal } from '@hearth/client/console-session'
import { browserHttp } from '@hearth/client/http'
import { kept, keep } from './kept.ts'
import { spokenLanguage } from './spoken-language.ts'

const RENEWED_AT = 'session-renewed-at'
const plain = browserHttp(spokenLanguage)
const listeners = new Set<() => void>()

/** The one door to the server for every page. */
export const api = consoleApi(withSessionRenewal(plain, {
  renew,
  ended: () => listeners.forEach((listener) => listener()),
  now: () => Date.now(),
}))

/** Calls `listener` whenever the server says that the session is over; answers how to stop. */
export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Refresh tokens rotate and reuse ends the whole family, so two windows must never renew at once: one holds the lock,
 * the next finds that it was done.
 */
async function renew(since: number): Promise<boolean> {
  const once = async () => {
    if (Number(kept(RENEWED_AT) ?? 0) > since) return true
    const answer = await plain({ method: 'POST', path: '/api/auth/refresh/', body: {} })
    if (answer.status !== 200) return false
    keep(RENEWED_AT, String(Date.now()))
    return true
  }
  return 'locks' in navigator ? navigator.locks.request('hearth-session', once) : inTurn(once)
}

let last: Promise<unknown> = Promise.resolve()
/** Without the lock of the browser (plain http on another host) at least this window's calls wait for each other. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine
  return mine
}
