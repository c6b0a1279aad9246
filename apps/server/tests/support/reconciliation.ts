import { refundPayment, selectPayment, sendRefund, settlePayment } from '../../src/modules/payments/index.ts'
import type { Payment, ProviderName } from '../../src/modules/payments/index.ts'
import { reconcileDay, selectCases } from '../../src/modules/reconciliation/index.ts'
import { reconcilerOf } from '../../src/http/reconciler.ts'
import { refundSenderOf } from '../../src/http/refund-sender.ts'
import { aPaidTrade, aPayment, simulatorOf } from './payments.ts'
import { aWechatTrade, wechatSimulatorOf } from './wechat-pay.ts'
import type { World } from './world.ts'

export const DAY = '2026-11-20'
export const NEXT_MORNING = '2026-11-21T02:30:00Z'

type Given = { amountFen?: number; isKnown?: boolean }

/** A payment of 1,000.00 that both the company and we have; `isKnown` false: only the company has it. */
export async function aTradeAt(w: World, company: ProviderName, given: Given = {}): Promise<Payment> {
  const { amountFen = 100_000, isKnown = true } = given
  if (company === 'alipay' && isKnown) return aPaidTrade(w, { amountFen })
  const payment = await aPayment(w, { method: company, amountFen })
  const tradeId = await paidAt(w, company, payment)
  if (!isKnown) return payment
  await w.inTx((tx) => settlePayment(tx, { payment, tradeId, amountFen, at: w.deps.now() }))
  return await selectPayment(w.db, payment.id) ?? payment
}

async function paidAt(w: World, company: ProviderName, { tradeNumber, amountFen }: Payment): Promise<string> {
  if (company === 'alipay') {
    const tradeNo = `20261120220010000000${tradeNumber.slice(-8)}`
    await simulatorOf(w).desk.enterPaidTrades([{ outTradeNo: tradeNumber, tradeNo, totalFen: amountFen, subject: '冰箱', paidAt: w.deps.now() }])
    return tradeNo
  }
  await aWechatTrade(w, { tradeNumber, amountFen })
  await wechatSimulatorOf(w).desk.act(tradeNumber, 'pay_without_notice')
  return (await wechatSimulatorOf(w).desk.view(tradeNumber))?.transaction_id ?? ''
}

/** Part of it goes back; at WeChat it has arrived when asked a minute later. */
export async function aRefundAt(w: World, payment: Payment, amountFen: number): Promise<string> {
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: payment.orderId, amountFen, reason: '退', at: w.deps.now() }))
  const sender = { ...refundSenderOf(w.deps), settle: undefined }
  await sendRefund(sender, refund?.id ?? 0)
  w.advanceMinutes(1)
  await sendRefund(sender, refund?.id ?? 0)
  return refund?.refundNumber ?? ''
}

export const billsAt = (w: World, company: ProviderName) => (company === 'alipay' ? simulatorOf(w) : wechatSimulatorOf(w)).bills

export const compareDay = (w: World, provider: ProviderName, day = DAY) =>
  reconcileDay(reconcilerOf(w.deps), { provider, day, actorId: null })

/** The open cases of a company in short: what kind, whose figures, what is proposed. */
export async function openCases(w: World, provider: ProviderName) {
  const { rows } = await selectCases(w.db, { provider, day: null, state: 'open' }, { limit: 100, offset: 0 })
  return rows.map(({ kind, companyFen, ourFen, proposal }) => [kind, companyFen, ourFen, proposal])
}
