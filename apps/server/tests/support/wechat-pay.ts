import type { PayChannel, PaymentProvider, PayWay, StartPayment } from '../../src/modules/payments/index.ts'
import type { WechatPaySimulator } from '../../src/simulators/wechat-pay/index.ts'
import type { World } from './world.ts'

export function wechatPayOf(w: World): PaymentProvider {
  if (!w.deps.payments.wechat) throw new Error('This world has no WeChat Pay')
  return w.deps.payments.wechat
}

export function wechatSimulatorOf(w: World): WechatPaySimulator {
  if (!w.server.desk) throw new Error('This world has no simulators')
  return w.server.desk.wechatPay
}

let trades = 0

export type WechatTrade = { tradeNumber: string; amountFen: number; way: PayWay; ask: StartPayment }

/** A trade placed with the simulated company: 1,000.00 yuan, native, payable for ten minutes. */
export async function aWechatTrade(w: World, over: Partial<StartPayment> = {}): Promise<WechatTrade> {
  trades += 1
  const channel: PayChannel = over.channel ?? 'native'
  const ask: StartPayment = {
    paymentId: trades, tradeNumber: `20261120${String(trades).padStart(12, '0')}_${trades}`, amountFen: 100_000,
    subject: '冰箱, 双门', channel, openId: channel === 'jsapi' ? 'oBuyer' : null, clientIp: '127.0.0.1',
    returnUrl: 'http://shop.test/pay/result?a=1', notifyUrl: 'http://127.0.0.1:1/notice',
    expiresAt: new Date(w.deps.now().getTime() + 600_000), ...over,
  }
  const way = await wechatPayOf(w).start(ask)
  return { tradeNumber: ask.tradeNumber, amountFen: ask.amountFen, way, ask }
}

/** One that was paid, without a notice. */
export async function aPaidWechatTrade(w: World, over: Partial<StartPayment> = {}) {
  const trade = await aWechatTrade(w, over)
  await wechatSimulatorOf(w).desk.act(trade.tradeNumber, 'pay_without_notice')
  const tradeId = (await wechatSimulatorOf(w).desk.view(trade.tradeNumber))?.transaction_id ?? ''
  return { ...trade, tradeId }
}
