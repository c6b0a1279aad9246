import { keepLooks } from '@hearth/client/api/finding'
import { ApiRefusal, browserHttp } from '@hearth/client/http'
import { looksOf, withLook } from '@hearth/client/view/looks'
import { LOOKS } from './looked-at.tsx'

const http = browserHttp(() => document.documentElement.lang)
/** One after the other: looks made before the sign-in are older than the first one after it. */
let asking: Promise<unknown> = Promise.resolve()

/** The SKUs that were looked at in this browser without signing in, the newest first. */
export function ownLooks(): number[] {
  try {
    return looksOf(localStorage.getItem(LOOKS))
  } catch {
    return []
  }
}

/** Keeps a look: with the account of who is signed in, else in this browser. */
export function noteLook(skuId: number, isSignedIn: boolean): void {
  if (!isSignedIn) return write(withLook(ownLooks(), skuId))
  asking = asking.then(() => keepLooks(http, { sku_id: skuId })).catch((error: unknown) => {
    if (error instanceof ApiRefusal && error.status === 401) write(withLook(ownLooks(), skuId))
  })
}

/** Gives what this browser kept to the account; what could not be given stays for the next page. */
export function mergeLooks(): void {
  asking = asking.then(async () => {
    const given = ownLooks()
    if (given.length === 0) return
    await keepLooks(http, { sku_ids: given.toReversed() })
    write(ownLooks().filter((skuId) => !given.includes(skuId)))
  }).catch(() => null)
}

function write(looks: number[]): void {
  try {
    if (looks.length === 0) localStorage.removeItem(LOOKS)
    else localStorage.setItem(LOOKS, JSON.stringify(looks))
  } catch {
    // A browser that keeps nothing has no history.
  }
}
