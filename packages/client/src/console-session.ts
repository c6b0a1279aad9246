import type { Http } from './http.ts'

export type SessionKeeping = {
  /** Gets fresh cookies unless another window got them after `since`; false when the session is over. */
  renew: (since: number) => Promise<boolean>
  /** The session is over: show the sign-in page. */
  ended: () => void
  now: () => number
}

/** These answer 401 for their own reasons. */
const OWN_401 = ['/api/auth/password/', '/api/auth/refresh/']

/**
 * Repeats a call once after renewing the session when it was answered 401. A 401 of an outside company
 * (`SUPPLIER_AUTH_FAILED`, contract §0.3) is an answer like any other.
 */
export function withSessionRenewal(http: Http, keeping: SessionKeeping): Http {
  return async (call) => {
    const asked = keeping.now()
    const answer = await http(call)
    if (answer.status !== 401 || OWN_401.includes(call.path) || isSuppliers(answer.body)) return answer
    const second = await keeping.renew(asked) ? await http(call) : answer
    if (second.status === 401 && !isSuppliers(second.body)) keeping.ended()
    return second
  }
}

function isSuppliers(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error_code' in body && body.error_code === 'SUPPLIER_AUTH_FAILED'
}
