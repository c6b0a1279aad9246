import { useEffect } from 'react'
import { useShop } from './use-shop.ts'

/** Where a browser keeps looks made without signing in. */
export const LOOKS = 'hearth_looks'

/** Remembers that this SKU was looked at. */
export function LookedAt({ skuId }: { skuId: number }) {
  const isSignedIn = useShop().user !== null
  useEffect(() => {
    import('./looks.ts').then(({ noteLook }) => noteLook(skuId, isSignedIn), () => null)
  }, [skuId, isSignedIn])
  return null
}

/** On the first page after the sign-in, what was looked at before goes into the account. */
export function MergeLooks() {
  const isSignedIn = useShop().user !== null
  useEffect(() => {
    if (isSignedIn && hasLooks()) import('./looks.ts').then(({ mergeLooks }) => mergeLooks(), () => null)
  }, [isSignedIn])
  return null
}

function hasLooks(): boolean {
  try {
    return localStorage.getItem(LOOKS) !== null
  } catch {
    return false
  }
}
