import type { CashierView, PayMethodsView } from '@hearth/contracts/cashier'
import type { PaymentStarted, PaymentView } from '@hearth/contracts/payments'
import type { Static } from 'typebox'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type { CashierView }
export type Started = Static<typeof PaymentStarted>

/** D-22: hands over what Alipay appended to the return address; the server proves it. */
export function reportAlipayReturn(http: Http, query: Record<string, string>): Promise<{ trade_id: string }> {
  return ask(http, { method: 'PUT', path: '/api/payment/status/', query })
}

/** The ways to pay that are open now. */
export async function listPayMethods(http: Http): Promise<PayMethodsView['methods']> {
  return (await ask<PayMethodsView>(http, { method: 'GET', path: '/api/payments/methods/' })).methods
}

/** Where one's own order stands with its money; may be asked for every few seconds. */
export function readCashier(http: Http, orderNumber: string): Promise<CashierView> {
  return ask(http, { method: 'GET', path: `/api/orders/${encodeURIComponent(orderNumber)}/cashier/` })
}

/** opens an attempt to pay one's own order, or finds the live one. */
export async function openPayment(http: Http, orderId: number, method: string): Promise<PaymentView> {
  const body = { order_id: orderId, method }
  const answer = await ask<PaymentView | { payment: PaymentView }>(http, { method: 'POST', path: '/api/payments/', body })
  return 'payment' in answer ? answer.payment : answer
}

type Start = { provider: string; channel: string | null; onceKey: string }

/** how the person pays this attempt; the same key twice gives the same answer. */
export function startPayment(http: Http, paymentId: number, { provider, channel, onceKey }: Start): Promise<Started> {
  return ask(http, {
    method: 'POST', path: `/api/payments/${paymentId}/start/`, body: { provider, ...(channel ? { channel } : {}) },
    headers: { 'idempotency-key': onceKey },
  })
}

/** Sends what proves a bank transfer: a picture, a note, or both. */
export function sendProof(http: Http, paymentId: number, proof: { file: File | null; note: string }): Promise<unknown> {
  const body = new FormData()
  if (proof.file) body.append('file', proof.file)
  if (proof.note) body.append('note', proof.note)
  return ask(http, { method: 'POST', path: `/api/payments/${paymentId}/proof/`, body })
}
