import { createPublicKey, createVerify } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { aMerchantServer } from '../../tests/support/merchant.ts'
import { aPaidWechatTrade, aWechatTrade, wechatPayOf, wechatSimulatorOf } from '../../tests/support/wechat-pay.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { cut, openWechatPay } from './wechat-pay.ts'

const refundOf = (trade: { tradeNumber: string; tradeId: string }, amountFen: number, refundNumber = `R${amountFen}`) => ({
  tradeNumber: trade.tradeNumber, tradeId: trade.tradeId, refundNumber, amountFen, paidFen: 100_000, reason: '不想要了',
  notifyUrl: 'http://127.0.0.1:1/notice',
})

test('a native trade has a code, an H5 trade a link that leads back, a JSAPI trade signed parameters', async () => {
  await using w = await openWorld({ listen: true })
  const { way: code } = await aWechatTrade(w)
  expect(code).toMatchObject({ kind: 'code', url: expect.stringMatching(/\/dev\/sim\/wechat-pay\/scan\/wx\d+$/) })
  const { way: link } = await aWechatTrade(w, { channel: 'h5' })
  expect(link.kind === 'link' && new URL(link.url).searchParams.get('redirect_url')).toBe('http://shop.test/pay/result?a=1')
  const { way: jsapi } = await aWechatTrade(w, { channel: 'jsapi' })
  if (jsapi.kind !== 'jsapi') throw new Error('no jsapi')
  const { config } = wechatSimulatorOf(w)
  const { appId, timeStamp, nonceStr, package: named, paySign } = jsapi.params
  expect([appId, named]).toEqual([config.appId, `prepay_id=${jsapi.prepayId}`])
  const verify = createVerify('RSA-SHA256').update(`${appId}\n${timeStamp}\n${nonceStr}\n${named}\n`)
  expect(verify.verify(createPublicKey(config.privateKey), paySign, 'base64')).toBe(true)
})

test('jsapi needs an openid, and a channel of another company is refused', async () => {
  await using w = await openWorld({ listen: true })
  for (const over of [{ channel: 'jsapi', openId: null }, { channel: 'page' }] as const) {
    await expect(aWechatTrade(w, over)).rejects.toMatchObject({ name: 'ProviderSaidNo', action: 'start' })
  }
})

test('the same number may be placed again with the same parameters, with others never', async () => {
  await using w = await openWorld({ listen: true })
  const { ask, way } = await aWechatTrade(w)
  expect(await wechatPayOf(w).start(ask)).toEqual(way)
  await expect(wechatPayOf(w).start({ ...ask, amountFen: 100_001 }))
    .rejects.toMatchObject({ name: 'ProviderSaidNo', answer: expect.stringContaining('INVALID_REQUEST') })
  await wechatSimulatorOf(w).desk.act(ask.tradeNumber, 'pay_without_notice')
  await expect(wechatPayOf(w).start(ask)).rejects.toMatchObject({ answer: expect.stringContaining('ORDERPAID') })
})

test('a trade is found as waiting, paid and closed, and an unknown one is none', async () => {
  await using w = await openWorld({ listen: true })
  const provider = wechatPayOf(w)
  expect(await provider.find('20261120000000009999_1')).toBe(null)
  await provider.close('20261120000000009999_1')
  const { tradeNumber } = await aWechatTrade(w)
  expect(await provider.find(tradeNumber)).toEqual({ status: 'waiting', tradeNumber, tradeId: '', amountFen: 100_000 })
  await wechatSimulatorOf(w).desk.act(tradeNumber, 'pay_without_notice')
  const view = await wechatSimulatorOf(w).desk.view(tradeNumber)
  expect(await provider.find(tradeNumber))
    .toEqual({ status: 'paid', tradeNumber, tradeId: view?.transaction_id, amountFen: 100_000 })
  await expect(provider.close(tradeNumber)).rejects.toMatchObject({
    name: 'ProviderSaidNo', action: 'close', answer: expect.stringContaining('ORDERPAID'),
  })
  const other = await aWechatTrade(w)
  await provider.close(other.tradeNumber)
  await provider.close(other.tradeNumber)
  expect(await provider.find(other.tradeNumber)).toMatchObject({ status: 'closed' })
})

test.each([
  'no_answer', 'lost_answer', 'http_500', 'busy', 'bad_signature', 'unknown_serial', 'old_timestamp',
] as const)('a query that meets %s cannot be trusted: ProviderDown', async (kind) => {
  await using w = await openWorld({ listen: true })
  const { tradeNumber } = await aPaidWechatTrade(w)
  await wechatSimulatorOf(w).desk.trouble({ action: 'query', kind, times: 1 })
  await expect(wechatPayOf(w).find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown', action: 'query' })
  expect(await wechatPayOf(w).find(tradeNumber)).toMatchObject({ status: 'paid' })
})

test('an unsigned "no such order" is not believed', async () => {
  await using w = await openWorld({ listen: true })
  await wechatSimulatorOf(w).desk.trouble({ action: 'query', kind: 'bad_signature', times: 1 })
  await expect(wechatPayOf(w).find('20261120000000009999_1')).rejects.toMatchObject({ name: 'ProviderDown' })
})

test('a company that does not answer is given up after its time', async () => {
  await using w = await openWorld({ listen: true })
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const hasty = openWechatPay({ ...wechatSimulatorOf(w).config, baseUrl }, { now: () => w.deps.now(), timeoutMs: 200 })
  await expect(hasty.close('20261120000000009999_1')).rejects.toMatchObject({ name: 'ProviderDown' })
  silent.close()
})

test('a refund is on its way, arrives, and the same number never moves money twice', async () => {
  await using w = await openWorld({ listen: true })
  const trade = await aPaidWechatTrade(w)
  const ask = refundOf(trade, 30_000)
  const provider = wechatPayOf(w)
  expect(await provider.findRefund(ask)).toBe(null)
  const first = await provider.refund(ask)
  expect(first).toMatchObject({ status: 'processing', amountFen: 30_000 })
  expect(first.answer).not.toMatch(/银行|received|openid/)
  expect(await provider.refund(ask)).toMatchObject({ status: 'processing' })
  w.advanceMinutes(1)
  expect(await provider.refund(ask)).toMatchObject({ status: 'processing' })
  expect(await provider.findRefund(ask)).toMatchObject({ status: 'succeeded', amountFen: 30_000 })
  expect(await provider.refund(ask)).toMatchObject({ status: 'succeeded' })
  expect((await wechatSimulatorOf(w).desk.view(trade.tradeNumber))?.refunds).toHaveLength(1)
  await expect(provider.refund({ ...ask, amountFen: 30_001 })).rejects.toMatchObject({ name: 'ProviderSaidNo' })
  await expect(provider.refund(refundOf(trade, 70_001))).rejects.toMatchObject({ name: 'ProviderSaidNo' })
  expect(await provider.find(trade.tradeNumber)).toMatchObject({ status: 'paid' })
})

test('too little on our account, money that cannot arrive, and a refund that is closed have words of their own', async () => {
  await using w = await openWorld({ listen: true })
  const trade = await aPaidWechatTrade(w)
  const provider = wechatPayOf(w)
  expect(await provider.refund(refundOf(trade, 1_097))).toMatchObject({ status: 'no_balance', amountFen: 1_097 })
  for (const [amountFen, status] of [[1_096, 'abnormal'], [1_095, 'failed'], [1_098, 'processing']] as const) {
    await provider.refund(refundOf(trade, amountFen))
    w.advanceMinutes(1)
    expect(await provider.findRefund(refundOf(trade, amountFen))).toMatchObject({ status, amountFen })
  }
})

test('the answer of a refund that is lost is found by asking under the same number', async () => {
  await using w = await openWorld({ listen: true })
  const trade = await aPaidWechatTrade(w)
  const ask = refundOf(trade, 1_002)
  await expect(wechatPayOf(w).refund(ask)).rejects.toMatchObject({ name: 'ProviderDown' })
  w.advanceMinutes(1)
  expect(await wechatPayOf(w).findRefund(ask)).toMatchObject({ status: 'succeeded', amountFen: 1_002 })
})

test.each(['refund', 'refund_query'] as const)('an answer of %s about another amount or by an unknown key is not believed', async (action) => {
  await using w = await openWorld({ listen: true })
  const trade = await aPaidWechatTrade(w)
  const ask = refundOf(trade, 1_000)
  if (action === 'refund_query') await wechatPayOf(w).refund(ask)
  const kinds = action === 'refund' ? ['wrong_amount', 'unknown_serial'] as const : ['unknown_serial', 'bad_signature'] as const
  for (const kind of kinds) {
    await wechatSimulatorOf(w).desk.trouble({ action, kind, times: 1 })
    const call = action === 'refund' ? wechatPayOf(w).refund(ask) : wechatPayOf(w).findRefund(ask)
    await expect(call).rejects.toMatchObject({ name: 'ProviderDown' })
  }
})

async function heardBy(w: World, act: 'pay' | 'notify_tampered' | 'notify_old' | 'notify_unknown_key' | 'notify_wrong_amount') {
  const merchant = await aMerchantServer([200])
  const trade = await aWechatTrade(w, { notifyUrl: merchant.url })
  await wechatSimulatorOf(w).desk.act(trade.tradeNumber, act)
  await merchant[Symbol.asyncDispose]()
  const [notice] = merchant.heard
  if (!notice) throw new Error('no notice')
  return { ...trade, notice }
}

test('a notice is opened once its signature is right, and says who and how much', async () => {
  await using w = await openWorld({ listen: true })
  const { notice, tradeNumber } = await heardBy(w, 'pay')
  expect(notice.body).not.toContain(tradeNumber)
  const { config, desk } = wechatSimulatorOf(w)
  expect(await wechatPayOf(w).readNotice(notice)).toEqual({
    kind: 'payment', status: 'paid', tradeNumber, tradeId: (await desk.view(tradeNumber))?.transaction_id, amountFen: 100_000,
    noticeId: expect.any(String), appId: config.appId, sellerId: config.mchId,
  })
  expect(JSON.stringify(await wechatPayOf(w).readNotice(notice))).not.toContain('oUpF')
})

test.each(['notify_tampered', 'notify_old', 'notify_unknown_key'] as const)('%s is no notice', async (act) => {
  await using w = await openWorld({ listen: true })
  expect(await wechatPayOf(w).readNotice((await heardBy(w, act)).notice)).toBe(null)
})

test('a notice is read within five minutes, for another APIv3 key never', async () => {
  await using w = await openWorld({ listen: true })
  const { notice } = await heardBy(w, 'pay')
  const other = openWechatPay({ ...wechatSimulatorOf(w).config, apiV3Key: 'x'.repeat(32) }, { now: () => w.deps.now() })
  expect(await other.readNotice(notice)).toBe(null)
  for (const drop of ['wechatpay-serial', 'wechatpay-signature', 'wechatpay-timestamp', 'wechatpay-nonce']) {
    expect(await wechatPayOf(w).readNotice({ ...notice, headers: { ...notice.headers, [drop]: '' } })).toBe(null)
  }
  w.advanceMinutes(5)
  expect(await wechatPayOf(w).readNotice(notice)).not.toBe(null)
  w.advanceMinutes(1)
  expect(await wechatPayOf(w).readNotice(notice)).toBe(null)
})

test('a refund is told by a notice too, which may come before the answer of the call', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchantServer([200])
  const trade = await aPaidWechatTrade(w)
  await wechatSimulatorOf(w).desk.trouble({ action: 'refund', kind: 'notice_first', times: 1 })
  const ask = { ...refundOf(trade, 30_000), notifyUrl: merchant.url }
  await wechatPayOf(w).refund(ask)
  expect(merchant.heard).toHaveLength(1)
  const notice = merchant.heard[0]
  expect(notice && await wechatPayOf(w).readNotice(notice)).toMatchObject({
    kind: 'refund', refundNumber: ask.refundNumber, tradeNumber: trade.tradeNumber, tradeId: trade.tradeId, amountFen: 30_000,
    outcome: { status: 'succeeded', amountFen: 30_000 }, sellerId: wechatSimulatorOf(w).config.mchId,
  })
})

test('texts are cut to bytes in whole signs', () => {
  expect([cut('冰箱', 6), cut('冰箱', 5), cut('a冰', 3), cut('', 3)]).toEqual(['冰箱', '冰', 'a', ''])
})
