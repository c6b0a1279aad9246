import type { ShipCheck, ShipCheckLine, ShipSheet } from '@hearth/contracts/shipping'
import type { Static } from 'typebox'
import { ask } from './http.ts'
import type { Http } from './http.ts'

/** Many parcels at once. Staff. */
export function shippingCalls(http: Http) {
  return {
    /** What shipping each would be answered; nothing is shipped by asking. */
    checkShipping: (lines: ShipCheckLine[]) =>
      ask<ShipCheck>(http, { method: 'POST', path: '/api/orders/ship_check/', body: { lines } }),
    /** The cells of a file. */
    readShipSheet: (file: File) => {
      const body = new FormData()
      body.set('file', file)
      return ask<Static<typeof ShipSheet>>(http, { method: 'POST', path: '/api/orders/ship_sheet/', body })
    },
  }
}
