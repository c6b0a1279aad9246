import type { CashierView } from '@hearth/contracts/cashier'

export const payMethods = ['wechat', 'alipay', 'bank'] as const
export type PayMethod = (typeof payMethods)[number]
/** Where the page is open: each company has another way to pay there. */
export type PayPlace = 'desk' | 'phone' | 'wechat' | 'miniprogram'
export type PayChannel = 'page' | 'wap' | 'native' | 'h5' | 'jsapi'
export type Attempt = CashierView['attempts'][number]

/** Where a browser says it runs; mini-programs say more than WeChat's own browser does. */
export function payPlaceOf(userAgent: string | null | undefined): PayPlace {
  const said = userAgent ?? ''
  if (/miniProgram/i.test(said)) return 'miniprogram'
  if (/MicroMessenger/i.test(said)) return 'wechat'
  return /\b(?:Mobile|Android|iPhone|iPod)\b/i.test(said) ? 'phone' : 'desk'
}

/** By which way a company is asked for the money; null: nobody is. */
export function payChannelOf(method: PayMethod, place: PayPlace): PayChannel | null {
  if (method === 'bank') return null
  if (method === 'alipay') return place === 'desk' ? 'page' : 'wap'
  return place === 'desk' ? 'native' : place === 'phone' ? 'h5' : 'jsapi'
}

/** `open`: can be paid. `over`: its time is up. `late`: cancelled, and money came all the same. */
export type Standing = 'open' | 'over' | 'paid' | 'cancelled' | 'late' | 'refunding' | 'refunded'

/** What the cashier has to say of an order at this instant. */
export function standingOf({ status, expires_at, late_money }: CashierView, now: Date): Standing {
  if (status === 'pending') return expires_at !== null && Date.parse(expires_at) <= now.getTime() ? 'over' : 'open'
  if (status === 'cancelled') return late_money ? 'late' : 'cancelled'
  return status === 'refunding' || status === 'refunded' ? status : 'paid'
}

/** The attempt that can still be paid and was begun, if any. */
export function begunAttempt(attempts: readonly Attempt[]): Attempt | null {
  return attempts.find((attempt) => attempt.status === 'processing') ?? null
}

/** `asked`: the account is shown. `sent`: a proof waits for staff. `refused`: staff found no money. */
export type TransferStanding = { state: 'none' | 'asked' | 'sent' | 'refused'; attempt: Attempt | null }

/** Where paying by bank stands: what was done last counts. */
export function transferOf(attempts: readonly Attempt[]): TransferStanding {
  const begun = begunAttempt(attempts)
  if (begun?.method === 'bank') return { state: begun.proof ? 'sent' : 'asked', attempt: begun }
  const last = attempts[0]
  const isRefused = begun === null && last?.method === 'bank' && last.status === 'failed'
  return isRefused ? { state: 'refused', attempt: last } : { state: 'none', attempt: null }
}

const WAITS_S = [2, 2, 3, 3, 4, 5, 6, 8, 10] as const
const LONGEST_S = 15

/** How long to wait before asking again, after so many questions. */
export function askAgainMs(asked: number): number {
  return (WAITS_S[asked] ?? LONGEST_S) * 1_000
}

const MARKS_MIN = [60, 30, 10, 5, 3, 1] as const

/** The whole minutes that are said aloud when the time left falls to them: each once, never second by second. */
export function minutesToSay(beforeMs: number, leftMs: number): number | null {
  const isNow = (mark: number) => leftMs <= mark * 60_000 && leftMs > (mark - 1) * 60_000
  return MARKS_MIN.find((mark) => beforeMs > mark * 60_000 && isNow(mark)) ?? null
}

/** The order's number in what a company calls the trade: `<order number>` or `<order number>_<attempt>`. */
export function orderNumberIn(tradeNumber: string | null | undefined): string | null {
  return /^(\d{16,32})(?:_\d{1,12})?$/.exec(tradeNumber ?? '')?.[1] ?? null
}

/** What a page shows of an order's money, as one text: another text means that the page is out of date. */
export function cashierMark({ status, expires_at, attempts, late_money }: CashierView): string {
  const tried = attempts.map(({ id, status: state, proof }) => `${id} ${state} ${proof?.sent_at ?? ''}`)
  return [status, expires_at ?? '', late_money?.status ?? '', ...tried].join('|')
}
