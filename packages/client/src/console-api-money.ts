import type { BookBalances, BookEntryView, BookQuery } from '@hearth/contracts/book'
import type {
  ConfirmTransferBody, PaymentAnswer, PaymentQuery, PaymentView, TransferConfirmed,
} from '@hearth/contracts/payments'
import type {
  CasesQuery, CaseView, RunStart, RunView, RunsQuery,
} from '@hearth/contracts/reconciliation'
import type {
  PaymentCaseQuery, PaymentCaseView, PaymentWork, RefundBody, RefundPayOutBody, RefundQuery,
  RefundRepeatBody, RefundView,
  SuspenseQuery, SuspenseView,
} from '@hearth/contracts/refunds'
import type { Static } from 'typebox'
import { paged } from './console-pages.ts'
import { ask } from './http.ts'
import type { Http } from './http.ts'

const once = (key: string) => ({ 'idempotency-key': key })

/** Payments, refunds and money in suspense for staff; the book and reconciliation for administrators. */
export function moneyCalls(http: Http) {
  return { ...paymentCalls(http), ...refundCalls(http), ...suspenseCalls(http), ...bookCalls(http) }
}

function paymentCalls(http: Http) {
  const of = (id: number) => `/api/payments/${id}/`
  return {
    payments: (query: Static<typeof PaymentQuery>) => paged<PaymentView>(http, { method: 'GET', path: '/api/payments/', query }),
    payment: (id: number) => ask<PaymentView>(http, { method: 'GET', path: of(id) }),
    /** What arrived at the bank; `settlement` says what became of it. */
    confirmTransfer: (id: number, body: Static<typeof ConfirmTransferBody>, key: string) =>
      ask<TransferConfirmed>(http, { method: 'POST', path: `${of(id)}confirm/`, body, headers: once(key) }),
    rejectTransfer: (id: number, reason: string) =>
      ask<PaymentAnswer>(http, { method: 'POST', path: `${of(id)}reject/`, body: { reason } }),
    paymentWork: () => ask<Static<typeof PaymentWork>>(http, { method: 'GET', path: '/api/payment-work/' }),
  }
}

function refundCalls(http: Http) {
  const of = (id: number) => `/api/refunds/${id}/`
  const act = (id: number, name: string, body: object, key: string) =>
    ask<RefundView>(http, { method: 'POST', path: `${of(id)}${name}/`, body, headers: once(key) })
  return {
    refunds: (query: RefundQuery) => paged<RefundView>(http, { method: 'GET', path: '/api/refunds/', query }),
    refund: (id: number) => ask<RefundView>(http, { method: 'GET', path: of(id) }),
    createRefund: (body: Static<typeof RefundBody>, key: string) =>
      ask<RefundView>(http, { method: 'POST', path: '/api/refunds/', body, headers: once(key) }),
    /** Sends it (again), under its one number. */
    startRefund: (id: number, reason: string, key: string) => act(id, 'start', reason === '' ? {} : { reason }, key),
    askRefund: (id: number) => ask<RefundView>(http, { method: 'POST', path: `${of(id)}ask/`, body: {} }),
    /** A refund by bank that somebody has paid out. */
    succeedRefund: (id: number, transactionId: string, key: string) =>
      act(id, 'succeed', { transaction_id: transactionId }, key),
    /** A refund that its company does not do, paid out by hand. */
    payOutRefund: (id: number, body: Static<typeof RefundPayOutBody>, key: string) => act(id, 'pay_out', body, key),
    /** Money of a refund that had left twice has come back, or is lost. */
    settleRepeat: (id: number, body: Static<typeof RefundRepeatBody>, key: string) => act(id, 'settle_repeat', body, key),
    giveUpRefund: (id: number, reason: string, key: string) => act(id, 'fail', { reason }, key),
  }
}

function suspenseCalls(http: Http) {
  const act = (id: number, name: string, body: object, key: string) =>
    ask<SuspenseView>(http, { method: 'POST', path: `/api/suspense/${id}/${name}/`, body, headers: once(key) })
  return {
    suspense: (query: SuspenseQuery) => paged<SuspenseView>(http, { method: 'GET', path: '/api/suspense/', query }),
    oneSuspense: (id: number) => ask<SuspenseView>(http, { method: 'GET', path: `/api/suspense/${id}/` }),
    refundSuspense: (id: number, reason: string, key: string) => act(id, 'refund', { reason }, key),
    reviveSuspense: (id: number, reason: string, key: string) => act(id, 'revive', { reason }, key),
    matchSuspense: (id: number, body: { order_number: string; reason: string }, key: string) => act(id, 'match', body, key),
    paymentCases: (query: Static<typeof PaymentCaseQuery>) =>
      paged<PaymentCaseView>(http, { method: 'GET', path: '/api/payment-cases/', query }),
    closePaymentCase: (id: number, reason: string, key: string) => ask<PaymentCaseView>(http, {
      method: 'POST', path: `/api/payment-cases/${id}/close/`, body: { reason }, headers: once(key),
    }),
  }
}

function bookCalls(http: Http) {
  const runs = '/api/reconciliation/runs/'
  const cases = '/api/reconciliation/cases/'
  return {
    bookEntries: (query: BookQuery) => paged<BookEntryView>(http, { method: 'GET', path: '/api/money-book/', query }),
    bookBalances: () => ask<Static<typeof BookBalances>>(http, { method: 'GET', path: '/api/money-book/balances/' }),
    runs: (query: Static<typeof RunsQuery>) => paged<RunView>(http, { method: 'GET', path: runs, query }),
    startRun: (body: Static<typeof RunStart>) => ask<RunView>(http, { method: 'POST', path: runs, body }),
    billCases: (query: Static<typeof CasesQuery>) => paged<CaseView>(http, { method: 'GET', path: cases, query }),
    applyBillCase: (id: number) => ask<CaseView>(http, { method: 'POST', path: `${cases}${id}/apply/`, body: {} }),
    dismissBillCase: (id: number, reason: string) =>
      ask<CaseView>(http, { method: 'POST', path: `${cases}${id}/dismiss/`, body: { reason } }),
  }
}
