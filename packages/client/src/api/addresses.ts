import type { AreaView, AreaWithSubs } from '@hearth/contracts/areas'
import type { AddressBody, AddressView, ParsedAddress } from '@hearth/contracts/customers'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { AddressBody, AddressView, AreaView, ParsedAddress }

/** How many addresses one person may keep. */
export const MAX_ADDRESSES = 20

/** own addresses, the default one first. */
export function listAddresses(http: Http): Promise<AddressView[]> {
  return ask(http, { method: 'GET', path: '/api/addresses/' })
}

/** */
export function addAddress(http: Http, body: AddressBody): Promise<AddressView> {
  return ask(http, { method: 'POST', path: '/api/addresses/', body })
}

/** A-12; 404 for other people's. */
export function readAddress(http: Http, id: number): Promise<AddressView> {
  return ask(http, { method: 'GET', path: `/api/addresses/${id}/` })
}

/** what is left out stays. */
export function changeAddress(http: Http, id: number, body: AddressBody): Promise<AddressView> {
  return ask(http, { method: 'PATCH', path: `/api/addresses/${id}/`, body })
}

/** */
export function removeAddress(http: Http, id: number): Promise<unknown> {
  return ask(http, { method: 'DELETE', path: `/api/addresses/${id}/` })
}

export function makeDefaultAddress(http: Http, id: number): Promise<AddressView> {
  return ask(http, { method: 'POST', path: `/api/addresses/${id}/set_default/`, body: {} })
}

/** what a pasted text says. */
export function parseAddress(http: Http, address: string): Promise<ParsedAddress> {
  return ask(http, { method: 'POST', path: '/api/addresses/parse/', body: { address } })
}

/** D-11: an area with what lies in it. */
export function readArea(http: Http, id: number): Promise<AreaWithSubs> {
  return ask(http, { method: 'GET', path: `/api/areas/${id}/` })
}

/** D-10 without a parent: provinces; D-11 with one: what lies in it. */
export async function listAreas(http: Http, parentId: number | null): Promise<AreaView[]> {
  if (parentId === null) return ask(http, { method: 'GET', path: '/api/areas/' })
  return (await readArea(http, parentId)).subs
}
