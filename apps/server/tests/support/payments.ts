import { sql } from 'kysely'
import { refundSenderOf } from '../../src/http/refund-sender.ts'
import { openPayment, selectPayment, settlePayment, startPayment } from '../../src/modules/payments/index.ts'
import type { OpenPayment, Payment, PaymentProvider, RefundSender } from '../../src/modules/payments/index.ts'
import { payWayOf } from '../../src/http/pay-url.ts'
import type { AlipaySimulator } from '../../src/simulators/alipay/index.ts'
import type { World } from './world.ts'

let orders = 0

/** An open attempt of an order of its own: 1,000.00 yuan by Alipay, payable for ten minutes. */
export async function aPayment(w: World, over: Partial<OpenPayment> = {}): Promise<Payment> {
  orders += 1
  const at = w.deps.now()
  const { userId } = await w.signIn('ann')
  return w.inTx((tx) => openPayment(tx, {
    orderId: orders, orderNumber: `20261120${String(orders).padStart(12, '0')}`, userId, method: 'alipay',
    amountFen: 100_000, expiresAt: new Date(at.getTime() + 600_000), at, ...over,
  }))
}

/** One that has succeeded, without asking any company. */
export async function aPaidPayment(w: World, over: Partial<OpenPayment> = {}): Promise<Payment> {
  const payment = await aPayment(w, over)
  return settled(w, payment, `trade-${payment.id}`)
}

/** One whose trade the simulated Alipay knows as paid; no notice was sent. */
export async function aPaidTrade(w: World, over: Partial<OpenPayment> = {}): Promise<Payment> {
  const payment = await aPayment(w, over)
  await openPage(w, payment)
  await simulatorOf(w).desk.act(payment.tradeNumber, 'pay_without_notice')
  const trade = await simulatorOf(w).desk.view(payment.tradeNumber)
  return settled(w, payment, trade?.trade_no ?? '')
}

/** The buyer is sent to the simulated company and opens its page. */
export async function openPage(w: World, payment: Payment): Promise<string> {
  const paying = { channel: 'page', openId: null, clientIp: '127.0.0.1' } as const
  await w.inTx((tx) => startPayment(tx, { paymentId: payment.id, ...paying, at: w.deps.now() }))
  const way = await payWayOf(w.deps, providerOf(w), payment, paying)
  if (way.kind !== 'link') throw new Error('Alipay has pages')
  await simulatorOf(w).desk.open(way.url)
  return way.url
}

async function settled(w: World, payment: Payment, tradeId: string): Promise<Payment> {
  await w.inTx((tx) => settlePayment(tx, { payment, tradeId, amountFen: payment.amountFen, at: w.deps.now() }))
  return await selectPayment(w.db, payment.id) ?? payment
}

export function simulatorOf(w: World): AlipaySimulator {
  if (!w.server.desk) throw new Error('This world has no simulators')
  return w.server.desk.alipay
}

export function providerOf(w: World): PaymentProvider {
  if (!w.deps.payments.alipay) throw new Error('This world has no Alipay')
  return w.deps.payments.alipay
}

/** What the job that sends refunds works with. */
export function senderOf(w: World, over: Partial<PaymentProvider> = {}): RefundSender {
  const { alipay, wechat } = w.deps.payments
  const payments = { alipay: alipay && { ...alipay, ...over }, wechat: wechat && { ...wechat, ...over } }
  return refundSenderOf({ ...w.deps, payments })
}

/** How many jobs of this name were sent. */
export async function jobsSent(w: World, name: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pgboss.job where name = ${name}`.execute(w.db)
  return rows[0]?.n ?? 0
}
