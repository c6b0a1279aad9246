import type { RepairView, UnitByCodeView, UnitView } from '@hearth/contracts/units'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { RepairView, UnitByCodeView, UnitView }
type Pagination = { count: number; page: number; total_pages: number }
export type UnitPage = { data: UnitView[]; pagination: Pagination }

/** B-09: the caller's own machines. */
export function listMyUnits(http: Http, page: number): Promise<UnitPage> {
  return ask(http, { method: 'GET', path: '/api/lifecycle/products/', query: { page, page_size: 12 } })
}

/** B-18; `signature` is the `s` of the scan address. Unknown code and wrong signature are one and the same 404. */
export async function readUnitByCode(http: Http, code: string, signature: string | null): Promise<UnitByCodeView> {
  const answer = await ask<{ data: UnitByCodeView }>(http, {
    method: 'GET', path: '/api/lifecycle/products/get_by_qrcode/', query: { qrcode_id: code, s: signature },
  })
  return answer.data
}

/** B-16 for oneself. */
export function activateUnit(http: Http, code: string): Promise<unknown> {
  return ask(http, { method: 'POST', path: '/api/lifecycle/products/activate/', body: { qrcode_id: code } })
}

/** B-21 for one machine, newest first. */
export async function listRepairs(http: Http, code: string): Promise<RepairView[]> {
  const answer = await ask<{ data: RepairView[] }>(http, {
    method: 'GET', path: '/api/lifecycle/repair-records/', query: { qrcode_id: code, page_size: 20 },
  })
  return answer.data
}

/** B-22. */
export function askRepair(http: Http, body: { qrcode_id: string; reason: string }, onceKey: string): Promise<unknown> {
  const headers = { 'idempotency-key': onceKey }
  return ask(http, { method: 'POST', path: '/api/lifecycle/repair-records/', body, headers })
}
