import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { aPayment, openPage, providerOf, simulatorOf } from '../../tests/support/payments.ts'
import { privateKeyText, publicKeyText } from './alipay-keys.ts'
import { openAlipay } from './alipay.ts'

const refundOf = (tradeNumber: string, tradeId: string) =>
  ({ tradeNumber, tradeId, refundNumber: 'R1', amountFen: 100_000, paidFen: 100_000, reason: '', notifyUrl: '' })

/** What the company would send or append, as the merchant's server gets it. */
async function heard(w: World, orderNumber: string): Promise<Record<string, string>> {
  const done = await simulatorOf(w).desk.act(orderNumber, 'notify_tampered')
  if ('refused' in done || !done.return_url) throw new Error('no return')
  return Object.fromEntries(new URL(done.return_url).searchParams)
}

test('the pay page has a signed address for desks and phones, with the time limit of Shanghai', async () => {
  await using w = await openWorld({ listen: true })
  const ask = {
    paymentId: 1, tradeNumber: '20261120000000000001', amountFen: 429_901, subject: '冰箱/洗衣机=A&B', openId: null,
    clientIp: '127.0.0.1', returnUrl: 'https://shop.test/back?a=1', notifyUrl: 'https://shop.test/notice', expiresAt: new Date('2026-11-20T17:30:09.999Z'),
  }
  const urlOf = async (channel: 'page' | 'wap') => {
    const way = await providerOf(w).start({ ...ask, channel })
    return new URL(way.kind === 'link' ? way.url : '')
  }
  const desk = await urlOf('page')
  expect(`${desk.origin}${desk.pathname}`).toBe(`${w.baseUrl}/dev/sim/alipay/gateway.do`)
  expect(desk.searchParams.get('method')).toBe('alipay.trade.page.pay')
  expect(desk.searchParams.get('sign_type')).toBe('RSA2')
  expect(desk.searchParams.get('return_url')).toBe('https://shop.test/back?a=1')
  expect(JSON.parse(desk.searchParams.get('biz_content') ?? '')).toEqual({
    out_trade_no: '20261120000000000001', total_amount: '4299.01', subject: '冰箱 洗衣机 A B',
    product_code: 'FAST_INSTANT_TRADE_PAY', time_expire: '2026-11-21 01:30:09',
  })
  const phone = await urlOf('wap')
  expect(phone.searchParams.get('method')).toBe('alipay.trade.wap.pay')
  expect(JSON.parse(phone.searchParams.get('biz_content') ?? '')).toMatchObject({ product_code: 'QUICK_WAP_WAY' })
})

test('a trade is found as waiting, paid and closed, and an unknown one is none', async () => {
  await using w = await openWorld({ listen: true })
  const provider = providerOf(w)
  const { desk } = simulatorOf(w)
  const payment = await aPayment(w, { amountFen: 429_901 })
  const { orderNumber } = payment
  expect(await provider.find(orderNumber)).toBe(null)
  await provider.close(orderNumber)
  await openPage(w, payment)
  const tradeId = (await desk.view(orderNumber))?.trade_no ?? ''
  expect(await provider.find(orderNumber)).toEqual({ status: 'waiting', tradeId, tradeNumber: orderNumber, amountFen: 429_901 })
  await desk.act(orderNumber, 'pay_without_notice')
  expect(await provider.find(orderNumber)).toEqual({ status: 'paid', tradeId, tradeNumber: orderNumber, amountFen: 429_901 })
  await expect(provider.close(orderNumber)).rejects.toMatchObject({ name: 'ProviderSaidNo', action: 'close' })
  const other = await aPayment(w)
  await openPage(w, other)
  await provider.close(other.orderNumber)
  await provider.close(other.orderNumber)
  expect(await provider.find(other.orderNumber)).toMatchObject({ status: 'closed' })
})

test.each([
  ['no_answer', 2], ['lost_answer', 2], ['http_500', 1], ['busy', 1], ['bad_signature', 1],
] as const)('a call that meets %s cannot be trusted: ProviderDown', async (kind, times) => {
  await using w = await openWorld({ listen: true })
  const payment = await aPayment(w)
  await openPage(w, payment)
  // The SDK repeats a call by itself when its connection breaks.
  await simulatorOf(w).desk.trouble({ method: 'alipay.trade.query', kind, times })
  await expect(providerOf(w).find(payment.orderNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
  expect(await providerOf(w).find(payment.orderNumber)).toMatchObject({ status: 'waiting' })
})

test('a company that is silent or away is down, and one that knows another key is not believed', async () => {
  await using w = await openWorld({ listen: true })
  const config = simulatorOf(w).config
  const silent = createServer(() => undefined)
  await new Promise<void>((go) => silent.listen(0, '127.0.0.1', go))
  const gateway = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/gateway.do`
  const down = { name: 'ProviderDown' }
  await expect(openAlipay({ ...config, gateway }, { timeoutMs: 100 }).find('1')).rejects.toMatchObject(down)
  silent.close()
  const nowhere = openAlipay({ ...config, gateway: 'http://127.0.0.1:1/gateway.do' })
  await expect(nowhere.find('1')).rejects.toMatchObject(down)
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const alipayPublicKey = String(stranger.publicKey.export({ type: 'spki', format: 'pem' }))
  await expect(openAlipay({ ...config, alipayPublicKey }).find('1')).rejects.toMatchObject(down)
  const privateKey = String(stranger.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const forged = openAlipay({ ...config, privateKey })
  const answer = expect.stringContaining('invalid-signature')
  await expect(forged.find('1')).rejects.toMatchObject({ ...down, answer })
})

test('a refund is confirmed, found again and never doubled; refusals come in the words of the company', async () => {
  await using w = await openWorld({ listen: true })
  const provider = providerOf(w)
  const payment = await aPayment(w)
  await openPage(w, payment)
  const { orderNumber } = payment
  const tradeId = (await simulatorOf(w).desk.view(orderNumber))?.trade_no ?? ''
  const refund = refundOf(orderNumber, tradeId)
  const no = (words: string) => ({ name: 'ProviderSaidNo', answer: expect.stringContaining(words) })
  await expect(provider.refund(refund)).rejects.toMatchObject(no('TRADE_STATUS_ERROR'))
  await simulatorOf(w).desk.act(orderNumber, 'pay_without_notice')
  expect(await provider.findRefund(refund)).toBe(null)
  await expect(provider.refund({ ...refund, amountFen: 100_001 })).rejects.toMatchObject(no('NOT_EQUAL_TOTAL'))
  expect(await provider.refund(refund)).toMatchObject({ status: 'succeeded', amountFen: 100_000 })
  expect(await provider.refund(refund)).toMatchObject({ status: 'succeeded', amountFen: 100_000 })
  expect(await provider.findRefund(refund)).toMatchObject({ status: 'succeeded', amountFen: 100_000 })
  const more = { ...refund, refundNumber: 'R2', amountFen: 1 }
  await expect(provider.refund(more)).rejects.toMatchObject(no('EQUAL_TOTAL'))
  await expect(provider.refund({ ...refund, amountFen: 50_000 })).rejects.toMatchObject(no('DISCORDANT_REPEAT'))
  expect((await simulatorOf(w).desk.view(orderNumber))?.refunded_amount).toBe('1000.00')
})

test('what comes back with the browser is read when signed, and refused with any byte changed', async () => {
  await using w = await openWorld({ listen: true })
  const payment = await aPayment(w)
  await openPage(w, payment)
  const query = await heard(w, payment.orderNumber)
  const provider = providerOf(w)
  expect(provider.readReturn?.(query)).toEqual({
    tradeNumber: payment.tradeNumber, tradeId: query.trade_no, amountFen: 100_000,
  })
  const altered = Object.keys(query).filter((name) => name !== 'sign_type').map((name) => {
    const value = query[name] ?? ''
    return { ...query, [name]: `${value.startsWith('1') ? '2' : '1'}${value.slice(1)}` }
  })
  const { sign: _, ...unsigned } = query
  const odd = [
    ...altered, unsigned, {}, { ...query, extra: '1' }, { ...query, sign: '' }, { ...query, sign_type: 'RSA' },
    { ...query, sign_type: 'toString' }, { ...query, total_amount: '1e3' },
  ]
  expect(odd.map((each) => provider.readReturn?.(each))).toEqual(odd.map(() => null))
  expect(await provider.readNotice({ headers: {}, body: '', form: query })).toBe(null)
})

test('keys are read in PKCS1 and PKCS8, with PEM lines or bare, with real line breaks or written ones', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pkcs1 = String(privateKey.export({ type: 'pkcs1', format: 'pem' }))
  const pkcs8 = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const bare = privateKeyText(pkcs8)
  expect(bare).toMatch(/^[A-Za-z0-9+/=]+$/)
  const oneLine = pkcs1.trim().replaceAll('\n', '\\n')
  const forms = [pkcs1, pkcs8, bare, oneLine, pkcs1.replace(/-----.*-----/g, '')]
  expect(forms.map(privateKeyText)).toEqual(forms.map(() => bare))
  const read = createPrivateKey({ key: Buffer.from(bare, 'base64'), format: 'der', type: 'pkcs8' })
  expect(read.equals(privateKey)).toBe(true)
  const spki = String(publicKey.export({ type: 'spki', format: 'pem' }))
  expect(publicKeyText(spki)).toBe(publicKeyText(publicKeyText(spki)))
  expect(() => privateKeyText('no key')).toThrow()
  expect(() => publicKeyText('no key')).toThrow()
})
