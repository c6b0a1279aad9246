import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { ProviderName } from '../../src/modules/payments/index.ts'
import type { ModelOrder, ModelTrade } from './money-model.ts'
import { call } from './order-builders.ts'
import type { SignedIn, World } from './world.ts'

/** Notices that are not to be believed, by company. */
const ODD = {
  alipay: ['notify_wrong_amount', 'notify_wrong_app', 'notify_wrong_seller', 'notify_tampered'],
  wechat: [
    'notify_wrong_amount', 'notify_wrong_app', 'notify_wrong_merchant', 'notify_tampered', 'notify_old', 'notify_unknown_key',
  ],
}
const UNDERSTOOD = { alipay: 'success', wechat: '{"code":"SUCCESS","message":"成功"}' }

/** Acts at the simulated company of a trade. */
export const atCompany = (w: World, { payer, number }: Pick<ModelTrade, 'payer' | 'number'>, action: string) =>
  w.app.inject({ method: 'POST', url: `/dev/api/${payer}/trades/${number}/`, payload: { action } })

/** Whether the company has the money. */
export async function isPaidAt(w: World, { payer, number }: ModelTrade): Promise<boolean> {
  const view = (await w.app.inject({ url: `/dev/api/${payer}/trades/${number}/` })).json()
  return ['TRADE_SUCCESS', 'SUCCESS', 'REFUND'].includes(view.trade_status ?? view.trade_state)
}

/** A notice that is not to be believed, and so changes nothing; `nth` chooses which. */
export async function sendOddNotice(w: World, trade: ModelTrade | undefined, nth: number): Promise<void> {
  if (!trade) return
  const kinds = ODD[trade.payer as ProviderName]
  await atCompany(w, trade, kinds[nth % kinds.length] ?? '')
}

/** The same notice so often at once. */
export async function sendNotices(w: World, trade: ModelTrade, times: number): Promise<void> {
  const answers = await Promise.all(Array.from({ length: times }, () => atCompany(w, trade, 'notify_again')))
  const body = UNDERSTOOD[trade.payer as ProviderName]
  for (const answer of answers) expect(answer.json().notice).toMatchObject({ status: 200, body })
}

/** The buyer asks where to pay at the company of his choice. @returns what we answered, and the number of the trade */
export async function askWhereToPay(w: World, buyer: SignedIn, order: ModelOrder, at: ProviderName) {
  const start = at === 'alipay'
    ? await call(w, buyer, 'GET', `/api/orders/${order.number}/payment/`)
    : await call(w, buyer, 'POST', `/api/payments/${await attemptOf(w, order)}/start/`, { provider: 'wechat', channel: 'native' })
  const live = await w.db.selectFrom('payments.payments').select(['trade_number', 'method'])
    .where('order_id', '=', order.id).where('state', '=', 'processing').orderBy('id', 'desc').executeTakeFirst()
  return { statusCode: start.statusCode, tradeNumber: live?.method === at ? live.trade_number : null }
}

/** The attempt that he has before him: the open one, or the last. */
async function attemptOf(w: World, { id }: ModelOrder): Promise<number> {
  const rows = await w.db.selectFrom('payments.payments').select(['id', 'state']).where('order_id', '=', id).orderBy('id').execute()
  const open = rows.findLast(({ state }) => state === 'init' || state === 'processing')
  return (open ?? rows.at(-1))?.id ?? 0
}

/** Staff pays out by transfer whatever a company has left to a person, unless something else has gone back instead. */
export async function payOutWhatIsStuck(w: World, staff: SignedIn): Promise<void> {
  const stuck = await w.db.selectFrom('payments.refunds').select('id').where('given_up_at', 'is', null)
    .where('state', 'in', ['failed', 'abnormal', 'no_balance']).orderBy('id').execute()
  for (const { id } of stuck) {
    const answer = await w.app.inject({
      method: 'POST', url: `/api/refunds/${id}/pay_out/`, headers: { ...staff.headers, 'idempotency-key': randomUUID() },
      payload: { transaction_id: `T${id}`, paid_from: 'bank', reason: '银行转账退回' },
    })
    if (answer.statusCode !== 200) expect(answer.json().facts).toHaveProperty('refundable')
  }
}
