import { expect, test } from 'vitest'
import { anOrder, atAlipay, call, openShopWorld, orderState } from '../../../tests/support/order-builders.ts'
import { aPayment, openPage, providerOf, simulatorOf } from '../../../tests/support/payments.ts'
import { aWechatTrade, wechatPayOf, wechatSimulatorOf } from '../../../tests/support/wechat-pay.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { openAlipay } from '../../providers/alipay.ts'
import { openAlipaySimulator } from '../alipay/index.ts'

test('a company that is slow does not hold up the end of the server', async () => {
  await using w = await openWorld({ listen: true })
  const { tradeNumber } = await aWechatTrade(w)
  const payment = await aPayment(w)
  await openPage(w, payment)
  await wechatSimulatorOf(w).desk.trouble({ action: 'query', kind: 'slow', times: 1 })
  await simulatorOf(w).desk.trouble({ method: 'alipay.trade.query', kind: 'slow', times: 1 })
  const ended: string[] = []
  const asks = [wechatPayOf(w).find(tradeNumber), providerOf(w).find(payment.tradeNumber)]
  const asked = Promise.all(asks.map((ask) => ask.then(() => ended.push('answered'), () => ended.push('down'))))
  await new Promise((go) => setTimeout(go, 1_000))
  expect(ended, 'both still wait').toEqual([])
  const before = performance.now()
  await w.app.close()
  expect(performance.now() - before).toBeLessThan(5_000)
  await asked
}, 40_000)

test('Alipay gets another key and changes to it: whoever knows both notices nothing', async () => {
  await using w = await openWorld({ listen: true })
  const payment = await aPayment(w)
  await openPage(w, payment)
  const keys = async (payload: object) =>
    (await w.app.inject({ method: 'POST', url: '/dev/api/alipay/keys/', payload })).json<{ names: string[]; signs_with: string }>()
  const added = await keys({ add: true })
  expect(added).toMatchObject({ names: [expect.any(String), added.signs_with], public_key: expect.stringContaining('PUBLIC KEY') })
  const both = openAlipay((await reopened(w)).config)
  const find = (provider: typeof both) => provider.find(payment.tradeNumber)
  expect(await find(providerOf(w))).toMatchObject({ status: 'waiting' })
  expect(await find(both)).toMatchObject({ status: 'waiting' })
  expect(await keys({ sign_with: added.names[0] })).toMatchObject({ signs_with: added.names[0] })
  expect(await find(both)).toMatchObject({ status: 'waiting' })
  await expect(find(providerOf(w)), 'it knows the old key only').rejects.toMatchObject({ name: 'ProviderDown' })
  const notKnown = await w.app.inject({ method: 'POST', url: '/dev/api/alipay/keys/', payload: { sign_with: 'other' } })
  expect(notKnown.statusCode).toBe(400)
})

const reopened = (w: World) => openAlipaySimulator({
  db: w.db, secretKeys: [w.config.secretKey], now: () => w.deps.now(), log: w.deps.log,
  baseUrl: simulatorOf(w).config.gateway.replace('/gateway.do', ''),
})

test('a notice that a paid trade is closed comes late and changes nothing; an unpaid trade has none', async () => {
  await using w = await openShopWorld()
  const { ann, number } = await anOrder(w)
  await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
  expect((await atAlipay(w, number, 'notify_closed')).json()).toMatchObject({ facts: { reason: 'ACQ.TRADE_STATUS_ERROR' } })
  expect((await atAlipay(w, number, 'pay')).json()).toMatchObject({ notice: { status: 200, body: 'success' } })
  expect((await atAlipay(w, number, 'notify_closed')).json()).toMatchObject({ notice: { status: 200, body: 'success' } })
  expect(await orderState(w, number)).toBe('paid')
  const verdicts = await w.db.selectFrom('payments.notices').select('verdict').orderBy('id').execute()
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['settled', 'noted'])
})
