import type { CartBody, CartLineView } from '@hearth/contracts/cart'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { CartLineView }
const path = '/api/cart/'

/** D-15; `id` of a line is its SKU. */
export function readCart(http: Http): Promise<CartLineView[]> {
  return ask(http, { method: 'GET', path })
}

/** D-14: adds to what is there. */
export function addToCart(http: Http, body: CartBody): Promise<unknown> {
  return ask(http, { method: 'POST', path, body })
}

/** D-16: sets count and tick of a line. */
export function setCartLine(http: Http, body: CartBody): Promise<unknown> {
  return ask(http, { method: 'PUT', path, body })
}

/** D-17. */
export function removeFromCart(http: Http, skuId: number): Promise<unknown> {
  return ask(http, { method: 'DELETE', path, body: { sku_id: skuId } })
}

/** D-18: ticks or unticks every line. */
export function tickWholeCart(http: Http, selected: boolean): Promise<unknown> {
  return ask(http, { method: 'PUT', path: '/api/cart/selection/', body: { selected } })
}
