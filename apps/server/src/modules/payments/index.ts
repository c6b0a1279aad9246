export { paymentErrors } from './errors.ts'
export { isOpen, nextAskAt, paymentMachine } from './payment.ts'
export type { Payment, PaymentMethod, PaymentMove, PaymentState } from './payment.ts'
export { refundMachine } from './refund.ts'
export type { Refund, RefundMove, RefundProblem, RefundState } from './refund.ts'
export { suspenseMachine } from './suspense.ts'
export type { Suspense, SuspenseReason, SuspenseState } from './suspense.ts'
export type {
  BillLine, CompanyBill, JsapiParams, PayChannel, PayWay, PaymentNotice, PaymentOutcome, PaymentProvider,
  PaymentProviders, ProvenNotice, ProvenReturn, ProviderName, RawNotice, RefundNotice, RefundOutcome, RefundRef,
  SendRefund, StartPayment,
} from './payment-provider.ts'

export { openPayment } from './open-payment.ts'
export type { OpenPayment } from './open-payment.ts'
export { startPayment } from './start-payment.ts'
export { settlePayment } from './settle-payment.ts'
export type { SettlePayment } from './settle-payment.ts'
export { closeOtherPayments, closePayments } from './close-payments.ts'
export { endPayment } from './end-payment.ts'
export type { EndPayment } from './end-payment.ts'
export {
  lockPayment, lockPaymentsOfOrder, markPaymentRemoved, paymentsOfOrder, selectOpenPayment, selectPayment,
  selectPaymentMoves, selectPaymentOfTrade, updatePaymentExpiry, updatePaymentMethod,
} from './payments.sql.ts'
export { hasBankProof, lockBankReference, selectBankProofs, upsertBankProof } from './bank-proofs.sql.ts'
export type { BankProof } from './bank-proofs.sql.ts'
export { countPayments, selectLatestPayment, selectListedPayment, selectPayments } from './payment-list.sql.ts'
export type { PaymentFilter } from './payment-list.sql.ts'
export { noteAsked, noteClosed, payableTrades, paymentsToAsk } from './trades.sql.ts'

export { keepInSuspense } from './keep-in-suspense.ts'
export type { KeepInSuspense } from './keep-in-suspense.ts'
export { refundSuspense, sendSuspenseBack } from './refund-suspense.ts'
export type { ByHand } from './refund-suspense.ts'
export { requireSuspense } from './require-suspense.ts'
export { matchSuspense, reviveSuspense } from './revive-suspense.ts'
export { openSuspense } from './suspense.sql.ts'
export type { FromSuspense } from './book-money.ts'

export { refundPayment, refundableFenOf, sendToCompany } from './refund-payment.ts'
export type { RefundPayment } from './refund-payment.ts'
export { retryRefund } from './retry-refund.ts'
export type { RefundDeed } from './retry-refund.ts'
export { giveUpRefund, payOutRefund } from './settle-refund-by-hand.ts'
export type { PayOutRefund } from './settle-refund-by-hand.ts'
export { companyOf, sendRefund } from './send-refund.ts'
export type { RefundSender, SettleRefund } from './send-refund.ts'
export { askRefund } from './ask-refund.ts'
export type { AskedRefund } from './ask-refund.ts'
export { writeRefundOutcome } from './write-refund-outcome.ts'
export { finishRefunds } from './finish-refunds.ts'
export { refundsOfOrder, selectRefund, selectRefundByNumber, sumRefundsOfOrder } from './refunds.sql.ts'
export { closeCase } from './close-case.ts'

export { noteNotice } from './note-notice.ts'
export type { NoteNotice } from './note-notice.ts'
export { insertProviderCall as recordProviderCall, selectProviderCalls } from './notices.sql.ts'
export type { ProviderCall } from './notices.sql.ts'
