import type { Static } from 'typebox'
import type { LifecycleUser, PasswordSignIn, ProfileView } from '@hearth/contracts/accounts'
import type { AddressView } from '@hearth/contracts/customers'
import type { OrderDetail, OrderQuery, OrderView, ShipBody } from '@hearth/contracts/orders'
import type {
  PeopleQuery, PersonBody, PersonDetail, PersonPatch, PersonView, SessionsEnded,
} from '@hearth/contracts/people'
import type {
  BulkCreateBody, BulkShippingBody, ProductTypeBody, ProductTypeView, RepairChange, RepairsQuery, RepairView,
  UnitByCodeView, UnitsQuery, UnitView,
} from '@hearth/contracts/units'
import { bulkCalls } from './console-api-bulk.ts'
import { catalogCalls } from './console-api-catalog.ts'
import { contentCalls } from './console-api-content.ts'
import { orderDeskCalls } from './console-api-orders.ts'
import { moneyCalls } from './console-api-money.ts'
import { mediaCalls } from './console-api-media.ts'
import { shippingCalls } from './console-api-shipping.ts'
import { everyPage, PAGE, paged } from './console-pages.ts'
import type { Listed } from './console-pages.ts'
import { ask } from './http.ts'
import type { Call, Http } from './http.ts'

export type { Listed }

export type NewUnits = Static<typeof BulkCreateBody>
export type UnitsToAgent = Static<typeof BulkShippingBody>
export type NewProductType = Static<typeof ProductTypeBody>
type RepairUpdate = Static<typeof RepairChange>

export type PeopleAsk = Static<typeof PeopleQuery>

type LifecycleWire<T> = { status: 'success'; data: T }
type LifecycleListWire<T> = { status: 'success'; data: T[]; pagination: { count: number; page: number } }

const LIFECYCLE = '/api/lifecycle'

/** Every call of the merchant console over an injected way to travel. Each throws `ApiRefusal` on a refusal. */
export function consoleApi(http: Http) {
  return {
    ...sessionCalls(http), ...orderCalls(http), ...unitCalls(http), ...repairCalls(http), ...peopleCalls(http),
    ...mediaCalls(http), ...catalogCalls(http), ...contentCalls(http), ...bulkCalls(http),
    ...shippingCalls(http), ...orderDeskCalls(http), ...moneyCalls(http),
  }
}
export type ConsoleApi = ReturnType<typeof consoleApi>

function sessionCalls(http: Http) {
  return {
    /** Sets the session cookies; 403 when the account has no business in the console. */
    signIn: (body: PasswordSignIn) => ask<unknown>(http, { method: 'POST', path: '/api/auth/password/', body }),
    signOut: () => ask<unknown>(http, { method: 'POST', path: '/api/auth/logout/', body: {} }),
    profile: () => ask<ProfileView>(http, { method: 'GET', path: '/api/user/profile/' }),
  }
}

function orderCalls(http: Http) {
  const move = (orderNumber: string, name: string, body: unknown) =>
    ask<OrderView>(http, { method: 'PATCH', path: `/api/orders/${encodeURIComponent(orderNumber)}/${name}/`, body })
  return {
    orders: (query: OrderQuery) => paged<OrderView>(http, { method: 'GET', path: '/api/orders/', query }),
    order: (orderNumber: string) =>
      ask<OrderDetail>(http, { method: 'GET', path: `/api/orders/${encodeURIComponent(orderNumber)}/` }),
    /** Codes that are refused are named in `facts.codes: [{ code, reason }]`; then nothing was shipped. */
    shipOrder: (orderNumber: string, body: ShipBody) => move(orderNumber, 'ship', body),
    cancelOrder: (orderNumber: string, reason: string) => move(orderNumber, 'cancel', { reason }),
    completeOrder: (orderNumber: string, note: string) => move(orderNumber, 'complete', { note }),
  }
}

function unitCalls(http: Http) {
  return {
    units: (query: UnitsQuery) =>
      lifecycleList<UnitView>(http, { method: 'GET', path: `${LIFECYCLE}/products/`, query }),
    unit: (id: number) => lifecycle<UnitView>(http, { method: 'GET', path: `${LIFECYCLE}/products/${id}/` }),
    unitByCode: (code: string) => lifecycle<UnitByCodeView>(http, {
      method: 'GET', path: `${LIFECYCLE}/products/get_by_qrcode/`, query: { qrcode_id: code },
    }),
    /** All or nothing; repeating it with the same key creates nothing twice. */
    createUnits: (body: NewUnits, key: string) => lifecycle<{ count: number; units: UnitView[] }>(http, {
      method: 'POST', path: `${LIFECYCLE}/products/bulk_create/`, body, headers: { 'idempotency-key': key },
    }),
    /** All or nothing; refused codes are named in `facts.codes`. */
    shipUnits: (body: UnitsToAgent, key: string) => lifecycle<{ count: number; qrcode_ids: string[] }>(http, {
      method: 'POST', path: `${LIFECYCLE}/products/bulk_shipping/`, body, headers: { 'idempotency-key': key },
    }),
    /** All of them, for choosing. */
    productTypes: () => everyPage((page) => lifecycleList<ProductTypeView>(http, {
      method: 'GET', path: `${LIFECYCLE}/product-types/`, query: { page, page_size: PAGE },
    })),
    createProductType: (body: NewProductType) =>
      lifecycle<ProductTypeView>(http, { method: 'POST', path: `${LIFECYCLE}/product-types/`, body }),
    agents: () => lifecycle<LifecycleUser[]>(http, { method: 'GET', path: `${LIFECYCLE}/users/agents/` }),
  }
}

function repairCalls(http: Http) {
  const change = (id: number, body: RepairUpdate) =>
    lifecycle<RepairView>(http, { method: 'PUT', path: `${LIFECYCLE}/repair-records/${id}/`, body })
  return {
    repairs: (query: Static<typeof RepairsQuery>) =>
      lifecycleList<RepairView>(http, { method: 'GET', path: `${LIFECYCLE}/repair-records/`, query }),
    repair: (id: number) => lifecycle<RepairView>(http, { method: 'GET', path: `${LIFECYCLE}/repair-records/${id}/` }),
    takeRepair: (id: number) => change(id, { status: 'in_progress' }),
    cancelRepair: (id: number) => change(id, { status: 'cancelled' }),
    completeRepair: (id: number, result: string) => lifecycle<RepairView>(http, {
      method: 'POST', path: `${LIFECYCLE}/repair-records/${id}/complete_repair/`, body: { result },
    }),
  }
}

/** Administrators only. */
function peopleCalls(http: Http) {
  const of = (id: number) => `/api/users/${id}/`
  const act = <T>(id: number, name: string) => ask<T>(http, { method: 'POST', path: `${of(id)}${name}/`, body: {} })
  return {
    people: (query: PeopleAsk) => paged<PersonView>(http, { method: 'GET', path: '/api/users/', query }),
    person: (id: number) => ask<PersonDetail>(http, { method: 'GET', path: of(id) }),
    createPerson: (body: PersonBody) => ask<PersonDetail>(http, { method: 'POST', path: '/api/users/', body }),
    /** What is left out stays. */
    changePerson: (id: number, body: PersonPatch) => ask<PersonDetail>(http, { method: 'PATCH', path: of(id), body }),
    /** What stands in the way is counted in `facts.counts`; then nothing was deleted. */
    removePerson: (id: number) => ask<null>(http, { method: 'DELETE', path: of(id) }),
    makeAdmin: (id: number) => act<PersonDetail>(id, 'set_admin'),
    unmakeAdmin: (id: number) => act<PersonDetail>(id, 'unset_admin'),
    endSessions: (id: number) => act<SessionsEnded>(id, 'end_sessions'),
    addressesOf: (id: number) => ask<AddressView[]>(http, { method: 'GET', path: `${of(id)}addresses/` }),
  }
}

/** Where the picture code with this id is; each try uses it up. */
export function pictureCodePath(id: string): string {
  return `/api/image_codes/${encodeURIComponent(id)}/`
}

/** Where the QR picture of a unit is; an `<img>` carries the session cookie by itself. */
export function qrPicturePath(unitId: number, format: 'png' | 'svg'): string {
  return `${LIFECYCLE}/products/${unitId}/qrcode/?format=${format}`
}

async function lifecycle<T>(http: Http, call: Call): Promise<T> {
  return (await ask<LifecycleWire<T>>(http, call)).data
}

async function lifecycleList<T>(http: Http, call: Call): Promise<Listed<T>> {
  const answer = await ask<LifecycleListWire<T>>(http, call)
  return { rows: answer.data, total: answer.pagination.count, page: answer.pagination.page }
}
