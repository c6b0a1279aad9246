import { expect, test } from 'vitest'
import { aWechatTrade, wechatPayOf } from '../../../tests/support/wechat-pay.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'

async function ask(w: World, url: string, payload?: object) {
  const answer = await w.app.inject({ method: payload ? 'POST' : 'GET', url: `/dev/api/${url}`, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

test('the desk shows a WeChat trade and pays it; one that nobody placed is not there', async () => {
  await using w = await openWorld({ listen: true })
  const { tradeNumber } = await aWechatTrade(w)
  expect((await ask(w, 'wechat/trades/nothing/')).status).toBe(404)
  expect((await ask(w, 'wechat/trades/nothing/', { action: 'pay' })).status).toBe(404)
  expect(await ask(w, `wechat/trades/${tradeNumber}/`))
    .toMatchObject({ status: 200, body: { trade_state: 'NOTPAY', total_amount: '1000.00', page_url: expect.stringContaining('/scan/wx') } })
  expect(await ask(w, `wechat/trades/${tradeNumber}/`, { action: 'pay' })).toMatchObject({ body: { notice: { status: 0 } } })
  expect((await ask(w, `wechat/trades/${tradeNumber}/`, { action: 'pay' })).body.facts).toEqual({ reason: 'ORDERPAID' })
  expect((await ask(w, `wechat/trades/${tradeNumber}/`, { action: 'fly' })).status).toBe(400)
})

test('calls fail, keys change and bills differ on demand', async () => {
  await using w = await openWorld({ listen: true })
  const { tradeNumber } = await aWechatTrade(w)
  expect((await ask(w, 'wechat/troubles/', { action: 'query', kind: 'http_500', times: 1 })).status).toBe(200)
  await expect(wechatPayOf(w).find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
  expect((await ask(w, 'alipay/troubles/', { method: 'alipay.trade.query', kind: 'wrong_amount', times: 1 })).status).toBe(200)
  const { body: { names } } = await ask(w, 'wechat/keys/', { add: true })
  expect(names).toHaveLength(4)
  expect((await ask(w, 'wechat/keys/', { sign_with: names[0] })).body).toMatchObject({ signs_with: names[0] })
  expect((await ask(w, 'wechat/keys/', { sign_with: 'other' })).status).toBe(400)
  await expect(wechatPayOf(w).find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
  expect((await ask(w, 'bills/alipay/2026-11-20/', { kind: 'wrong_fee' })).body).toEqual({ planted: ['wrong_fee'] })
  expect((await ask(w, 'bills/wechat/2026-11-20/')).body).toEqual({ planted: [] })
  expect((await ask(w, 'bills/alipay/2026-11-20/clear/', {})).body).toEqual({ planted: [] })
  expect((await ask(w, 'bills/bank/2026-11-20/')).status).toBe(400)
})
