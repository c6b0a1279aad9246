import { providerDown, providerSaidNo } from '../../src/platform/provider-faults.ts'
import type { PaymentProvider, ProviderName, StartPayment } from '../../src/modules/payments/index.ts'
import type { World } from './world.ts'

type Trade = { status: 'waiting' | 'paid' | 'closed'; amountFen: number }

/** A payment company in memory, for what the rules do with two of them; its wire format is the provider's own test. */
export type FakeCompany = PaymentProvider & {
  trades: Map<string, Trade>
  started: StartPayment[]
  asked: string[]
  /** Whether it answers at all. */
  isDown: boolean
  /** Whether a buyer is paying just now: nothing can be closed. */
  isBusy: boolean
  /** The buyer pays under this number; no notice is sent. */
  pay(tradeNumber: string): void
  /** It refuses the next start with these words. */
  refuseNext: string | null
}

/** Puts a company in memory in the place of this one. */
export function fakeCompany(w: World, name: ProviderName): FakeCompany {
  const trades = new Map<string, Trade>()
  const company: FakeCompany = {
    name, appId: `${name}-app`, sellerId: `${name}-seller`, trades, started: [], asked: [], isDown: false, isBusy: false, refuseNext: null,
    noticeAnswer: { type: 'application/json', body: '{"code":"SUCCESS","message":"OK"}' },
    start: async (payment) => {
      answers(company, 'start')
      if (company.refuseNext) throw providerSaidNo({ provider: name, action: 'start', answer: company.refuseNext })
      company.started.push(payment)
      trades.set(payment.tradeNumber, { status: 'waiting', amountFen: payment.amountFen })
      if (payment.channel !== 'jsapi') return { kind: payment.channel === 'native' ? 'code' : 'link', url: `pay://${payment.tradeNumber}` }
      const params = { appId: `${name}-app`, timeStamp: '1', nonceStr: 'n', package: 'prepay_id=p1', signType: 'RSA', paySign: 's' } as const
      return { kind: 'jsapi', prepayId: 'p1', params }
    },
    find: async (tradeNumber) => {
      answers(company, 'find')
      company.asked.push(tradeNumber)
      const trade = trades.get(tradeNumber)
      return trade ? { ...trade, tradeNumber, tradeId: tradeIdOf(tradeNumber) } : null
    },
    close: async (tradeNumber) => {
      answers(company, 'close')
      const trade = trades.get(tradeNumber)
      if (trade?.status === 'paid') throw providerSaidNo({ provider: name, action: 'close', answer: 'ORDERPAID' })
      if (company.isBusy) throw providerSaidNo({ provider: name, action: 'close', answer: 'USERPAYING' })
      if (trade) trade.status = 'closed'
    },
    refund: async ({ amountFen }) => ({ status: 'succeeded', amountFen, answer: 'ok' }),
    findRefund: async () => null,
    readNotice: async ({ body, headers }) => (headers['x-proof'] === 'right' ? JSON.parse(body) : null),
    fetchBill: async () => null,
    pay: (tradeNumber) => void trades.set(tradeNumber, { status: 'paid', amountFen: trades.get(tradeNumber)?.amountFen ?? 0 }),
  }
  w.deps.payments[name] = company
  return company
}

/** The company's number of a trade. */
export const tradeIdOf = (tradeNumber: string): string => `t-${tradeNumber}`

function answers({ isDown, name }: FakeCompany, action: string): void {
  if (isDown) throw providerDown({ provider: name, action, answer: 'no answer' })
}
