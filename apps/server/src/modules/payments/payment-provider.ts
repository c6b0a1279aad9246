export type ProviderName = 'alipay' | 'wechat'

/** The payment companies of this process; null where no account there is configured. */
export type PaymentProviders = Record<ProviderName, PaymentProvider | null>

/**
 * How the buyer pays: Alipay page (desk) or wap (phone); WeChat native (a code on a desk), h5 (phone browser), jsapi
 * (inside WeChat and mini-programs).
 */
export type PayChannel = 'page' | 'wap' | 'native' | 'h5' | 'jsapi'

/** What a page inside WeChat or a mini-program hands to WeChat to ask for the money. */
export type JsapiParams = {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/** Where the buyer goes, or what the buyer's app is handed. */
export type PayWay =
  | { kind: 'link'; url: string }
  | { kind: 'code'; url: string }
  | { kind: 'jsapi'; prepayId: string; params: JsapiParams }

/**
 * `tradeNumber` is our number of the trade at the company, its out_trade_no: the order number, or one per attempt
 * (`<order number>_<attempt id>`, at most 32 of [0-9A-Za-z_-|*@]). `openId`: who pays, where the channel needs it.
 */
export type StartPayment = {
  paymentId: number
  tradeNumber: string
  amountFen: number
  subject: string
  channel: PayChannel
  openId: string | null
  clientIp: string
  returnUrl: string
  notifyUrl: string
  expiresAt: Date
}

/** What a payment company says of a trade. `tradeId` and amounts are its own words, to be compared with ours. */
export type PaymentOutcome = {
  status: 'waiting' | 'paid' | 'closed'
  tradeNumber: string
  tradeId: string
  amountFen: number
}

export type RefundRef = { refundNumber: string; tradeNumber: string; tradeId: string }

/** `paidFen` is the total of the trade. */
export type SendRefund = RefundRef & { amountFen: number; paidFen: number; reason: string; notifyUrl: string }

/**
 * `processing` is asked about again under the same number; `failed` is final. `abnormal`: the money could not reach the
 * buyer's card and waits for a person. `no_balance`: our account there holds too little; the refund may be sent again
 * under the same number.
 */
export type RefundOutcome = {
  status: 'succeeded' | 'processing' | 'failed' | 'abnormal' | 'no_balance'
  amountFen: number
  answer: string
}

/** What a company sent us, as it came. `form`: the decoded fields of a form body. `body`: the raw text. */
export type RawNotice = { headers: Record<string, string>; body: string; form: Record<string, string> }

/** A notice whose signature was right. What it says is still to be compared. */
export type ProvenNotice = PaymentNotice | RefundNotice

export type PaymentNotice = {
  kind: 'payment'
  noticeId: string
  tradeNumber: string
  tradeId: string
  amountFen: number
  status: 'waiting' | 'paid' | 'closed' | 'other'
  appId: string
  sellerId: string | null
}

export type RefundNotice = {
  kind: 'refund'
  noticeId: string
  refundNumber: string
  tradeNumber: string
  tradeId: string
  amountFen: number
  outcome: RefundOutcome
  appId: string | null
  sellerId: string | null
}

/** What a company appended to the return address. It does not tell the state of the trade: the company is asked. */
export type ProvenReturn = { tradeNumber: string; tradeId: string; amountFen: number }

export type BillLine = {
  kind: 'payment' | 'refund'
  tradeNumber: string
  tradeId: string
  refundNumber: string | null
  amountFen: number
  feeFen: number
  at: Date | null
}

/** The bill of one day in Asia/Shanghai as the company signed it off; its hash was checked where it gives one. */
export type CompanyBill = { day: string; lines: BillLine[]; file: Buffer; hash: string }

/**
 * A payment company. Every call is repeatable by our own numbers. A network fault or a 5xx throws ProviderDown (ask
 * again later); a refusal in the company's own words throws ProviderSaidNo.
 */
export type PaymentProvider = {
  readonly name: ProviderName
  readonly appId: string
  readonly sellerId: string | null
  /** A simulator stands in for the company and no real money moves; never in production. */
  readonly isSimulated?: boolean
  /** Asks for money. The outcome arrives later, by notice or by `find`. */
  start(payment: StartPayment): Promise<PayWay>
  /** Asks what became of a trade; null when the company has none under this number. */
  find(tradeNumber: string): Promise<PaymentOutcome | null>
  /**
   * Closes an unpaid trade, so that it can no longer be paid. Fine when there is none or it is closed already.
   * Throws ProviderSaidNo when it was paid.
   */
  close(tradeNumber: string): Promise<void>
  refund(refund: SendRefund): Promise<RefundOutcome>
  /** Asks what became of a refund; null when the company has none under this number, or cannot say. */
  findRefund(refund: RefundRef): Promise<RefundOutcome | null>
  /** Reads a server-to-server notice; null when its signature is wrong. */
  readNotice(notice: RawNotice): Promise<ProvenNotice | null>
  /** What a notice is answered with once it is processed. */
  readonly noticeAnswer: { type: string; body: string }
  /** Reads what the company appended to the return address; null when its signature is wrong. Alipay only. */
  readReturn?(query: Record<string, string>): ProvenReturn | null
  /** null: the company has no bill of that day (yet, or nothing happened). */
  fetchBill(day: string): Promise<CompanyBill | null>
}
