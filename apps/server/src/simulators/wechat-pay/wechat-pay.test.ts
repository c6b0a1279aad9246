import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { aMerchantServer } from '../../../tests/support/merchant.ts'
import { aWechatTrade, wechatPayOf, wechatSimulatorOf } from '../../../tests/support/wechat-pay.ts'
import type { WechatTrade } from '../../../tests/support/wechat-pay.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { certificatePem } from './certificate.ts'

const pageOf = ({ way }: WechatTrade) => (way.kind === 'jsapi' ? '' : way.url).replace('http://localhost:', 'http://127.0.0.1:')
const payAt = (page: string, redirect = '') => {
  const token = /(?:scan\/|prepay_id=)(wx\d+)/.exec(page)?.[1] ?? ''
  return fetch(`${page.replace(/\/(scan|h5).*$/, '')}/scan/${token}/pay${redirect}`, { method: 'POST', redirect: 'manual' })
}

test('the scanned page shows what is paid, tells the merchant, and says so', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchantServer([200])
  const trade = await aWechatTrade(w, { subject: '<b>冰箱</b>', notifyUrl: merchant.url })
  const html = await (await fetch(pageOf(trade))).text()
  const shown = ['1000.00', trade.tradeNumber, '&#60;b&#62;冰箱', '确认付款', '2026-11-20 10:10']
  expect(shown.filter((text) => !html.includes(text))).toEqual([])
  expect(html).not.toContain('<b>')
  const answer = await payAt(pageOf(trade))
  expect([answer.status, (await answer.text()).includes('付款成功')]).toEqual([200, true])
  expect(merchant.heard).toHaveLength(1)
  expect((await payAt(pageOf(trade))).status).toBe(400)
  expect(await (await fetch(pageOf(trade))).text()).toContain('已经付过款')
})

test('the H5 page leads back to the shop, and to http addresses only', async () => {
  await using w = await openWorld({ listen: true })
  const trade = await aWechatTrade(w, { channel: 'h5' })
  const html = await (await fetch(pageOf(trade))).text()
  expect(html).toContain('http://shop.test/pay/result?a=1')
  const answer = await payAt(pageOf(trade), `?redirect_url=${encodeURIComponent('http://shop.test/pay/result')}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://shop.test/pay/result'])
  const odd = await fetch(`${pageOf(trade).replace(/&redirect_url.*/, '')}&redirect_url=javascript:alert(1)`)
  expect(await odd.text()).not.toContain('javascript:')
})

test('.01 is declined, .02 only asking finds, .03 is told twice, .04 late', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchantServer([200])
  const paying = async (amountFen: number) => {
    const trade = await aWechatTrade(w, { amountFen, notifyUrl: merchant.url })
    return { trade, answer: await payAt(pageOf(trade)).catch(() => null), count: merchant.heard.length }
  }
  const declined = await paying(100_001)
  expect([await declined.answer?.text(), declined.count]).toEqual([expect.stringContaining('付款被拒绝'), 0])
  const silent = await paying(100_002)
  expect([silent.answer, silent.count]).toEqual([null, 0])
  expect(await wechatPayOf(w).find(silent.trade.tradeNumber)).toMatchObject({ status: 'paid' })
  expect((await paying(100_003)).count).toBe(2)
  expect((await paying(100_004)).count).toBe(2)
  w.advanceMinutes(3)
  await wechatSimulatorOf(w).redeliver(w.deps.now())
  expect(merchant.heard).toHaveLength(3)
})

test('a notice that is not understood comes again, signed anew, and refunds are told when they arrive', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchantServer([500, 200])
  const trade = await aWechatTrade(w, { notifyUrl: merchant.url })
  await wechatSimulatorOf(w).desk.act(trade.tradeNumber, 'pay')
  w.advanceMinutes(10)
  expect(await wechatSimulatorOf(w).redeliver(w.deps.now())).toEqual({ done: 1, failed: 0, skipped: 0 })
  expect(await wechatPayOf(w).readNotice(merchant.heard[1] ?? { headers: {}, body: '', form: {} })).toMatchObject({ status: 'paid' })
  const tradeId = (await wechatSimulatorOf(w).desk.view(trade.tradeNumber))?.transaction_id ?? ''
  await wechatPayOf(w).refund({
    tradeNumber: trade.tradeNumber, tradeId, refundNumber: 'R1', amountFen: 1_096, paidFen: 100_000, reason: '', notifyUrl: merchant.url,
  })
  w.advanceMinutes(1)
  await wechatSimulatorOf(w).redeliver(w.deps.now())
  expect(await wechatPayOf(w).readNotice(merchant.heard[2] ?? { headers: {}, body: '', form: {} }))
    .toMatchObject({ kind: 'refund', outcome: { status: 'abnormal' } })
})

test('a buyer who types his password keeps his trade open, a minute beyond its time and no longer', async () => {
  await using w = await openWorld({ listen: true })
  const { desk } = wechatSimulatorOf(w)
  const [trade, slow] = [await aWechatTrade(w), await aWechatTrade(w)]
  for (const { tradeNumber } of [trade, slow]) expect(await desk.act(tradeNumber, 'begin_paying')).toEqual({ notice: null })
  expect(await desk.view(trade.tradeNumber)).toMatchObject({ trade_state: 'USERPAYING' })
  await expect(wechatPayOf(w).close(trade.tradeNumber)).rejects.toMatchObject({ answer: expect.stringContaining('USERPAYING') })
  w.advanceMinutes(10.5)
  expect(await wechatPayOf(w).find(trade.tradeNumber)).toMatchObject({ status: 'waiting' })
  await desk.act(trade.tradeNumber, 'pay_without_notice')
  expect(await wechatPayOf(w).find(trade.tradeNumber)).toMatchObject({ status: 'paid' })
  w.advanceMinutes(0.5)
  expect(await wechatPayOf(w).find(slow.tradeNumber)).toMatchObject({ status: 'closed' })
})

test('a caller without the merchant\'s signature is refused', async () => {
  await using w = await openWorld({ listen: true })
  const { baseUrl } = wechatSimulatorOf(w).config
  const answer = await fetch(`${baseUrl}/v3/pay/transactions/out-trade-no/1?mchid=1900000109`)
  expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'SIGN_ERROR' })])
})

test('certificates are X.509, with the serial and the time they are handed out for', async () => {
  await using w = await openWorld({ listen: true })
  const [from, until] = [new Date('2026-01-01T00:00:00Z'), new Date('2031-01-01T00:00:00Z')]
  const pem = certificatePem({ privatePem: wechatSimulatorOf(w).config.privateKey, serial: 'F0AB12', from, until })
  const certificate = new X509Certificate(pem)
  expect([certificate.serialNumber, Date.parse(certificate.validTo)]).toEqual(['F0AB12', until.getTime()])
  expect(certificate.verify(certificate.publicKey)).toBe(true)
})
