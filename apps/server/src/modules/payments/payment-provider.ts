/** What a payment company says of a trade. `tradeId` and amounts are its own words, to be compared with ours. */
export type PaymentOutcome = {
  status: 'waiting' | 'paid' | 'closed'
  tradeId: string
  orderNumber: string
  amountFen: number
}

/** `processing` is asked about again under the same number; `failed` is final. */
export type RefundOutcome = { status: 'succeeded' | 'processing' | 'failed'; amountFen: number; answer: string }

/** A notice or a browser's return whose signature was right. What it says is still to be compared. */
export type ProvenNotice = {
  noticeId: string
  orderNumber: string
  tradeId: string
  amountFen: number
  status: 'waiting' | 'paid' | 'closed' | 'other'
  appId: string
  sellerId: string | null
}

export type StartPayment = {
  orderNumber: string
  amountFen: number
  subject: string
  device: 'desk' | 'phone'
  returnUrl: string
  notifyUrl: string
  expiresAt: Date
}

export type RefundRef = { refundNumber: string; orderNumber: string; tradeId: string }
export type SendRefund = RefundRef & { amountFen: number; reason: string }

/**
 * A payment company. Every call is repeatable by our own numbers. A network fault or a 5xx throws ProviderDown (ask
 * again later); a refusal in the company's own words throws ProviderSaidNo.
 */
export type PaymentProvider = {
  readonly name: 'alipay'
  readonly appId: string
  readonly sellerId: string | null
  /** Where the buyer's browser goes to pay. Makes no call. */
  start(payment: StartPayment): Promise<{ payUrl: string }>
  /** Asks what became of a trade; null when the company has none under this number. */
  find(orderNumber: string): Promise<PaymentOutcome | null>
  /**
   * Closes an unpaid trade, so that it can no longer be paid. Fine when there is none or it is closed already.
   * Throws ProviderSaidNo when it was paid.
   */
  close(orderNumber: string): Promise<void>
  refund(refund: SendRefund): Promise<RefundOutcome>
  /** Asks what became of a refund; null when the company has none under this number, or cannot say. */
  findRefund(refund: RefundRef): Promise<RefundOutcome | null>
  /** Reads a server-to-server notice; null when its signature is wrong. */
  readNotice(form: Record<string, string>): ProvenNotice | null
  /** Reads what the company appended to the return URL; null when its signature is wrong. */
  readReturn(query: Record<string, string>): ProvenNotice | null
}
