import type { AreaView, AreaWithSubs } from '@hearth/contracts/areas'
import type { AddressBody, AddressView } from '@hearth/contracts/customers'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { AddressView, AreaView }

/** own addresses, the default one first. */
export function listAddresses(http: Http): Promise<AddressView[]> {
  return ask(http, { method: 'GET', path: '/api/addresses/' })
}

/** */
export function addAddress(http: Http, body: AddressBody): Promise<AddressView> {
  return ask(http, { method: 'POST', path: '/api/addresses/', body })
}

/** D-10 without a parent: provinces; D-11 with one: what lies in it. */
export async function listAreas(http: Http, parentId: number | null): Promise<AreaView[]> {
  if (parentId === null) return ask(http, { method: 'GET', path: '/api/areas/' })
  const area = await ask<AreaWithSubs>(http, { method: 'GET', path: `/api/areas/${parentId}/` })
  return area.subs
}
