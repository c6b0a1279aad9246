import Fastify from 'fastify'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { aPayment, providerOf, simulatorOf } from '../../../tests/support/payments.ts'

/** A merchant's server that keeps what it is sent and answers as told, one after the other, the last for good. */
async function aMerchant(answers: string[]) {
  const heard: Record<string, string>[] = []
  const app = Fastify()
  const form = 'application/x-www-form-urlencoded'
  app.addContentTypeParser(form, { parseAs: 'string' }, async (_: unknown, body: string) =>
    Object.fromEntries(new URLSearchParams(body)))
  app.post('/notice', async (request) => {
    heard.push(request.body as Record<string, string>)
    return answers[Math.min(heard.length, answers.length) - 1] ?? ''
  })
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/notice`
  return { heard, url, [Symbol.asyncDispose]: async () => void await app.close() }
}

/** The buyer's browser goes to the pay page of an order of this amount. */
async function visit(w: World, amountFen: number, notifyUrl = 'http://127.0.0.1:1/notice') {
  const { id: paymentId, tradeNumber, orderNumber, expiresAt } = await aPayment(w, { amountFen })
  const way = await providerOf(w).start({
    paymentId, tradeNumber, amountFen, subject: '<b>冰箱</b>', channel: 'page', openId: null, clientIp: '127.0.0.1',
    expiresAt, returnUrl: 'http://shop.test/back?from=a', notifyUrl,
  })
  const payUrl = way.kind === 'link' ? way.url : ''
  const page = await fetch(payUrl)
  const confirm = () => fetch(`${simulatorOf(w).config.gateway.replace('gateway.do', `cashier/${orderNumber}/pay`)}`, {
    method: 'POST', redirect: 'manual',
  })
  return { orderNumber, payUrl, page, html: await page.text(), confirm }
}

test('the cashier shows what is paid, tells the merchant, and sends the browser back with a signed query', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchant(['success'])
  const { orderNumber, page, html, confirm, payUrl } = await visit(w, 429_900, merchant.url)
  expect(page.status).toBe(200)
  const shown = ['4299.00', orderNumber, '&#60;b&#62;冰箱', '确认付款', '取消', '2026-11-20 10:10']
  expect(shown.filter((text) => !html.includes(text))).toEqual([])
  expect(html).not.toContain('<b>')
  expect(await simulatorOf(w).desk.view(orderNumber))
    .toMatchObject({ trade_status: 'WAIT_BUYER_PAY', total_amount: '4299.00' })
  const answer = await confirm()
  expect(answer.status).toBe(303)
  const back = new URL(answer.headers.get('location') ?? '')
  expect([back.origin + back.pathname, back.searchParams.get('from')]).toEqual(['http://shop.test/back', 'a'])
  const { from: _, ...query } = Object.fromEntries(back.searchParams)
  expect(providerOf(w).readReturn?.(query)).toMatchObject({ tradeNumber: orderNumber, amountFen: 429_900 })
  expect(merchant.heard).toHaveLength(1)
  expect(merchant.heard[0]).toMatchObject({
    notify_type: 'trade_status_sync', trade_status: 'TRADE_SUCCESS', out_trade_no: orderNumber, total_amount: '4299.00',
    receipt_amount: '4299.00', gmt_payment: '2026-11-20 10:00:00', sign_type: 'RSA2', app_id: '9021000000000001',
  })
  expect(await providerOf(w).readNotice({ headers: {}, body: '', form: merchant.heard[0] ?? {} }))
    .toMatchObject({ status: 'paid', tradeNumber: orderNumber, amountFen: 429_900 })
  expect((await confirm()).status).toBe(400)
  expect(await (await fetch(payUrl)).text()).toContain('这笔交易已经付过款')
})

test('an address that was altered, or signed by somebody else, opens nothing', async () => {
  await using w = await openWorld({ listen: true })
  const { payUrl } = await visit(w, 100_000)
  const altered = new URL(payUrl)
  altered.searchParams.set('biz_content', (altered.searchParams.get('biz_content') ?? '').replace('1000.00', '0.01'))
  const page = await fetch(altered)
  expect(page.status).toBe(400)
  expect(await page.text()).toContain('isv.invalid-signature')
})

test('after its time limit, by the application\'s clock, a trade is closed and cannot be paid', async () => {
  await using w = await openWorld({ listen: true })
  const { orderNumber, confirm, payUrl } = await visit(w, 100_000)
  w.advanceMinutes(11)
  expect((await confirm()).status).toBe(400)
  expect((await simulatorOf(w).desk.view(orderNumber))?.trade_status).toBe('TRADE_CLOSED')
  expect(await simulatorOf(w).desk.act(orderNumber, 'pay')).toMatchObject({ refused: 'ACQ.TRADE_HAS_CLOSE' })
  expect(await (await fetch(payUrl)).text()).toContain('已经关闭')
})

test('an amount ending in .01 is declined on the page', async () => {
  await using w = await openWorld({ listen: true })
  const { orderNumber, confirm } = await visit(w, 100_001)
  const answer = await confirm()
  const declined = await fetch(new URL(answer.headers.get('location') ?? '', w.baseUrl))
  expect(await declined.text()).toContain('付款被拒绝')
  expect((await simulatorOf(w).desk.view(orderNumber))?.trade_status).toBe('WAIT_BUYER_PAY')
})

test('an amount ending in .02 is paid, but neither browser nor merchant hear of it: only asking finds it', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchant(['success'])
  const { orderNumber, confirm } = await visit(w, 100_002, merchant.url)
  await expect(confirm()).rejects.toThrow()
  w.advanceMinutes(60)
  await simulatorOf(w).redeliver(w.deps.now())
  expect(merchant.heard).toEqual([])
  expect(await providerOf(w).find(orderNumber)).toMatchObject({ status: 'paid', amountFen: 100_002 })
})

test('.03 is told twice with one number, .04 only when the first redelivery is due', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchant(['success'])
  await (await visit(w, 100_003, merchant.url)).confirm()
  expect(merchant.heard.map((each) => each.total_amount)).toEqual(['1000.03', '1000.03'])
  expect(merchant.heard[0]?.notify_id).toBe(merchant.heard[1]?.notify_id)
  await (await visit(w, 100_004, merchant.url)).confirm()
  w.advanceMinutes(3)
  expect(await simulatorOf(w).redeliver(w.deps.now())).toEqual({ done: 0, failed: 0, skipped: 0 })
  w.advanceMinutes(1)
  expect(await simulatorOf(w).redeliver(w.deps.now())).toEqual({ done: 1, failed: 0, skipped: 0 })
  expect(merchant.heard.map((each) => each.total_amount)).toEqual(['1000.03', '1000.03', '1000.04'])
})

test('a notice without the right answer comes again after 4m, 10m, 10m, 1h, 2h, 6h and 15h', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchant(['fail'])
  await (await visit(w, 100_000, merchant.url)).confirm()
  const counts: number[] = []
  for (const minutes of [4, 10, 10, 60, 120, 360, 900]) {
    w.advanceMinutes(minutes - 1)
    await simulatorOf(w).redeliver(w.deps.now())
    counts.push(merchant.heard.length)
    w.advanceMinutes(1)
    await simulatorOf(w).redeliver(w.deps.now())
    counts.push(merchant.heard.length)
  }
  expect(counts).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8])
  w.advanceMinutes(10_000)
  await simulatorOf(w).redeliver(w.deps.now())
  expect(merchant.heard).toHaveLength(8)
})

test('once the merchant has understood, nothing comes again; a clock put back loses no notice', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchant(['fail', 'success'])
  w.advanceMinutes(600)
  await (await visit(w, 100_000, merchant.url)).confirm()
  w.advanceMinutes(-600)
  expect(await simulatorOf(w).redeliver(w.deps.now())).toEqual({ done: 1, failed: 0, skipped: 0 })
  w.advanceMinutes(2_000)
  expect(await simulatorOf(w).redeliver(w.deps.now())).toEqual({ done: 0, failed: 0, skipped: 0 })
  expect(merchant.heard).toHaveLength(2)
})

test('a refund is told too, as no news of a payment', async () => {
  await using w = await openWorld({ listen: true })
  await using merchant = await aMerchant(['success'])
  const { orderNumber } = await visit(w, 100_000, merchant.url)
  await simulatorOf(w).desk.act(orderNumber, 'pay_without_notice')
  const tradeId = (await simulatorOf(w).desk.view(orderNumber))?.trade_no ?? ''
  await providerOf(w).refund({
    tradeNumber: orderNumber, tradeId, refundNumber: 'R1', amountFen: 30_000, paidFen: 100_000, reason: '退', notifyUrl: '',
  })
  await simulatorOf(w).redeliver(w.deps.now())
  expect(merchant.heard).toMatchObject([{ trade_status: 'TRADE_SUCCESS', refund_fee: '300.00', out_biz_no: 'R1' }])
  expect(await providerOf(w).readNotice({ headers: {}, body: '', form: merchant.heard[0] ?? {} }))
    .toMatchObject({ kind: 'payment', status: 'other', tradeNumber: orderNumber })
})

test('past trades can be entered, and books and keys are made once however often it is opened', async () => {
  await using w = await openWorld({ listen: true })
  const { desk, config } = simulatorOf(w)
  const past = { outTradeNo: '20260901000000000001', tradeNo: '2026090122001000000000000001', totalFen: 129_900 }
  await desk.enterPaidTrades([{ ...past, subject: '风扇', paidAt: new Date('2026-09-01T00:00:00Z') }])
  expect(await providerOf(w).find(past.outTradeNo))
    .toMatchObject({ status: 'paid', tradeId: past.tradeNo, amountFen: 129_900 })
  const { openAlipaySimulator } = await import('./index.ts')
  const again = await openAlipaySimulator({
    db: w.db, secretKeys: [w.config.secretKey], baseUrl: 'http://127.0.0.1:1/x', now: () => w.deps.now(),
    log: w.deps.log,
  })
  expect(again.config.privateKey).toBe(config.privateKey)
  const { rows } = await sql<{ n: number }>`select count(*) as n from sim.alipay_trades`.execute(w.db)
  expect(rows[0]?.n).toBe(1)
})
