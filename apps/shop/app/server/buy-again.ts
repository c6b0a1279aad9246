import { addToCart } from '@hearth/client/api/cart'
import { readOrder } from '@hearth/client/api/orders'
import { ApiRefusal } from '@hearth/client/http'
import type { Http } from '@hearth/client/http'

/** How much of an order found its way into the cart once more. */
export type Again = 'all' | 'some' | 'none'

export function isAgain(word: string | null): word is Again {
  return word === 'all' || word === 'some' || word === 'none'
}

/** Puts what an order was about into the cart, as far as it can still be had. */
export async function buyAgain(http: Http, orderNumber: string): Promise<Again> {
  const { items } = await readOrder(http, orderNumber)
  let added = 0
  for (const item of items) added += (await isAdded(http, item)) ? 1 : 0
  return added === items.length ? 'all' : added > 0 ? 'some' : 'none'
}

async function isAdded(http: Http, { sku_id, quantity }: { sku_id: number; quantity: number }): Promise<boolean> {
  try {
    await addToCart(http, { sku_id, count: quantity })
    return true
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 400) return false
    throw error
  }
}
