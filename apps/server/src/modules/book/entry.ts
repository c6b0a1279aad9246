/** Where money can be: what companies hold for us, what it is held for, what companies took. */
export type Account = 'alipay' | 'wechat' | 'bank' | 'orders' | 'suspense' | 'fees'

export const ACCOUNTS = ['alipay', 'wechat', 'bank', 'orders', 'suspense', 'fees'] as const satisfies readonly Account[]

export type EntryKind =
  | 'receipt' | 'suspense_receipt' | 'revive' | 'match' | 'refund' | 'suspense_refund' | 'fee' | 'correction'

/** One side of an entry: more in the account (positive) or less. */
export type Posting = { account: Account; amountFen: number }

/** One thing that happened to money. `key` is its name for ever: an effect is booked once. */
export type Entry = {
  kind: EntryKind
  key: string
  postings: readonly Posting[]
  orderId?: number | null
  orderNumber?: string
  paymentId?: number | null
  suspenseId?: number | null
  refundId?: number | null
  /** The number of the company or the bank, or ours at theirs. */
  reference?: string
  note?: string
  actorId?: number | null
  at: Date
}

/** Money goes from one account to another: what the first is to be thought of holding, the other now has. */
export function moved(amountFen: number, { from, to }: { from: Account; to: Account }): Posting[] {
  return [{ account: to, amountFen }, { account: from, amountFen: -amountFen }]
}

/** The account of a payment company, or of the bank. Throws for anybody else: his money would be nowhere. */
export function accountOf(provider: string): Account {
  const account = ACCOUNTS.find((each) => each === provider)
  if (!account) throw new Error(`The money book has no account ${provider}`)
  return account
}
