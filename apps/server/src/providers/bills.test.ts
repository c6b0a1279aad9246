import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { providerOf, simulatorOf } from '../../tests/support/payments.ts'
import { aPaidWechatTrade, wechatPayOf, wechatSimulatorOf } from '../../tests/support/wechat-pay.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { billZip, gbk } from '../simulators/alipay/bill-file.ts'
import type { Company } from '../simulators/alipay/company.ts'
import { billText } from '../simulators/wechat-pay/bill-file.ts'
import type { Company as WechatCompany } from '../simulators/wechat-pay/company.ts'
import { readAlipayBill } from './alipay-bill.ts'
import { signedFen } from './bill-download.ts'
import { readWechatBill } from './wechat-pay-bill.ts'

const DAY = '2026-11-20'
let w: World
let wechat: Awaited<ReturnType<typeof aPaidWechatTrade>>

/** One day of both companies: a payment of 1,000.00 with 300.00 back at each; asked about the next morning. */
beforeAll(async () => {
  w = await openWorld({ listen: true })
  wechat = await aPaidWechatTrade(w)
  await wechatPayOf(w).refund({ ...wechat, refundNumber: 'RW1', amountFen: 30_000, paidFen: 100_000, reason: '', notifyUrl: '' })
  const paidAt = w.deps.now()
  await simulatorOf(w).desk.enterPaidTrades([
    { outTradeNo: 'A1', tradeNo: '2026112022001000000000000001', totalFen: 100_000, subject: '冰箱, 双门', paidAt },
  ])
  await providerOf(w).refund({
    tradeNumber: 'A1', tradeId: '2026112022001000000000000001', refundNumber: 'RA1', amountFen: 30_000, paidFen: 100_000,
    reason: '', notifyUrl: '',
  })
})
afterAll(() => w[Symbol.asyncDispose]())

async function billsOf(day = DAY) {
  return [await wechatPayOf(w).fetchBill(day), await providerOf(w).fetchBill(day)]
}

test('before the morning of the next day, and of a day on which nothing happened, there is no bill', async () => {
  expect(await billsOf()).toEqual([null, null])
  w.setNow('2026-11-21T02:30:00Z')
  expect(await billsOf('2026-11-19')).toEqual([null, null])
})

test('the bill of a day says what came, what went back and what the company took', async () => {
  const [ofWechat, ofAlipay] = await billsOf()
  const at = new Date('2026-11-20T02:00:00Z')
  expect(ofWechat?.lines).toEqual([
    { kind: 'payment', tradeNumber: wechat.tradeNumber, tradeId: wechat.tradeId, refundNumber: null, amountFen: 100_000, feeFen: 600, at },
    { kind: 'refund', tradeNumber: wechat.tradeNumber, tradeId: wechat.tradeId, refundNumber: 'RW1', amountFen: 30_000, feeFen: -180, at },
  ])
  const [tradeNumber, tradeId] = ['A1', '2026112022001000000000000001']
  expect(ofAlipay?.lines).toEqual([
    { kind: 'payment', tradeNumber, tradeId, refundNumber: null, amountFen: 100_000, feeFen: 600, at },
    { kind: 'refund', tradeNumber, tradeId, refundNumber: 'RA1', amountFen: 30_000, feeFen: -180, at },
  ])
  expect([ofWechat?.hash, ofAlipay?.hash]).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect([ofWechat?.file.toString('utf8').includes('`冰箱, 双门'), ofAlipay?.file.subarray(0, 2).toString()]).toEqual([true, 'PK'])
})

test.each([
  ['wrong_hash', ['wechat'], /not the one of the hash/], ['other_columns', ['wechat', 'alipay'], /has no column 商户订单号/],
  ['cut_short', ['wechat', 'alipay'], /ends/], ['other_host', ['wechat', 'alipay'], /not the company's/],
  ['redirect', ['wechat', 'alipay'], /fetch failed|redirect/], ['bomb', ['wechat', 'alipay'], /unpacked/],
] as const)('a bill with %s is refused and says why', async (kind, companies, words) => {
  for (const company of companies) {
    const [provider, { bills }] = company === 'wechat' ? [wechatPayOf(w), wechatSimulatorOf(w)] : [providerOf(w), simulatorOf(w)]
    await bills.plant(DAY, kind)
    await expect(provider.fetchBill(DAY), company).rejects.toMatchObject({ name: 'ProviderDown', answer: expect.stringMatching(words) })
    await bills.clear(DAY)
    expect((await provider.fetchBill(DAY))?.lines).toHaveLength(2)
  }
})

test('planted differences: a line is missing, another is extra, an amount and a fee are off, a refund is missing', async () => {
  const companies = [[wechatPayOf(w), wechatSimulatorOf(w)], [providerOf(w), simulatorOf(w)]] as const
  for (const [provider, { bills }] of companies) {
    const told = async () =>
      (await provider.fetchBill(DAY))?.lines.map(({ kind, amountFen, feeFen }) => [kind, amountFen, feeFen])
    await bills.plant(DAY, 'wrong_amount')
    await bills.plant(DAY, 'wrong_fee')
    expect(await told()).toEqual([['payment', 100_001, 700], ['refund', 30_000, -180]])
    await bills.plant(DAY, 'refund_missing')
    expect(await told()).toEqual([['payment', 100_001, 700]])
    await bills.clear(DAY)
    await bills.plant(DAY, 'missing_line')
    expect(await told()).toEqual([['refund', 30_000, -180]])
    await bills.clear(DAY)
    await bills.plant(DAY, 'extra_line')
    expect(await told()).toEqual([['payment', 100_000, 600], ['payment', 12_345, 74], ['refund', 30_000, -180]])
  }
})

const HEADER = '交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易状态,货币种类,商户退款单号,退款状态,手续费,订单金额,申请退款金额'
const SUMS = '总交易单数,订单总金额,申请退款总金额'
const line = (values: string) => values.split(',').map((value) => `\`${value}`).join(',')
const paid = (number: string, amount = '1.00', mchId = '1900000109') =>
  line(`2026-11-20 10:00:00,wx1,${mchId},42${number},${number},SUCCESS,CNY,0,,0.00600,${amount},0.00`)

test('columns are found by name, and a line that is odd in any way refuses the file', async () => {
  const read = (text: string) => readWechatBill(Buffer.from(text), '1900000109')
  const bill = (rows: string[], sums: string) => read([HEADER, ...rows, SUMS, line(sums), ''].join('\n'))
  expect(await bill([paid('A'), paid('B')], '2,2.00,0.00')).toMatchObject([{ tradeNumber: 'A', feeFen: 1 }, { tradeNumber: 'B' }])
  const closed = line('2026-11-20 10:00:00,wx1,1900000109,42A,A,REFUND,CNY,R1,CLOSED,0.00000,0.00,1.00')
  expect(await bill([closed], '1,0.00,1.00')).toEqual([])
  for (const [rows, sums] of [
    [[paid('A')], '2,1.00,0.00'], [[paid('A')], '1,1.01,0.00'], [[paid('A', '-1.00')], '1,-1.00,0.00'],
    [[paid('A', '1e2')], '1,100.00,0.00'], [[paid('A', '1.00', '1900000199')], '1,1.00,0.00'], [[`${paid('A')},\`x`], '1,1.00,0.00'],
    [['`a'], '1,1.00,0.00'], [[paid('')], '1,1.00,0.00'],
  ] as const) await expect(bill([...rows], sums), rows[0]).rejects.toThrow(/wechat bill/)
  await expect(read('<html>')).rejects.toThrow(/has no column/)
  await expect(read('')).rejects.toThrow(/has no column/)
})

test('a zip that is none, holds other files, too many or too much is refused', async () => {
  await expect(readAlipayBill(Buffer.from('no zip'))).rejects.toThrow(/cannot be unpacked/)
  await expect(readAlipayBill(Buffer.from(zipSync({ 'a.csv': gbk('#支付宝业务汇总查询\r\n') })))).rejects.toThrow(/no file of details/)
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}.csv`, gbk('x')]))
  await expect(readAlipayBill(Buffer.from(zipSync(many)))).rejects.toThrow(/too large/)
  expect(gzipSync(Buffer.alloc(1_000)).length).toBeLessThan(100)
})

test.each([
  ['1.00', 100], ['-0.06000', -6], ['0.00499', 0], ['0.005', 1], ['7.79000', 779], ['12', 1_200], ['-0.00', 0],
  ['1,000.00', null], ['', null], ['1e3', null], ['.5', null],
])('%s is %s fen', (text, fen) => expect(signedFen(text)).toBe(fen))

const LINES = 100_000

function manyRows() {
  const at = new Date('2026-11-20T02:00:00Z')
  return Array.from({ length: LINES }, (_, n) => ({
    kind: 'payment' as const, outTradeNo: `N${n}`, tradeNo: `T${n}`, outRefundNo: '', refundNo: '', subject: '双门冰箱, 一级能效',
    amountFen: 10_000 + n, feeFen: 60, at,
  }))
}

test('Alipay\'s bill of a hundred thousand lines is read while others have their turn, and GBK is not cut in half', async () => {
  const zip = billZip({ sellerId: '2088000000000001' } as Company, '2026-11-20', manyRows())
  let turns = 0
  const turning = setInterval(() => (turns += 1), 1)
  const lines = await readAlipayBill(zip)
  clearInterval(turning)
  expect(lines).toHaveLength(LINES)
  expect(lines[99_999]).toMatchObject({ tradeNumber: 'N99999', amountFen: 109_999, feeFen: 60 })
  expect(turns).toBeGreaterThan(50)
}, 60_000)

test('WeChat Pay\'s is split and read while others have their turn as well', async () => {
  const file = Buffer.from(billText({ appId: 'wx1', mchId: '1900000109' } as WechatCompany, manyRows()))
  let turns = 0
  const turning = { isOn: true }
  const turn = () => {
    turns += 1
    if (turning.isOn) setImmediate(turn)
  }
  setImmediate(turn)
  const lines = await readWechatBill(file, '1900000109')
  turning.isOn = false
  expect(lines).toHaveLength(LINES)
  expect(lines[99_999]).toMatchObject({ tradeNumber: 'N99999', amountFen: 109_999, feeFen: 60 })
  // A thousand rows at a time are read, and before that a quarter of a megabyte at a time is split.
  expect(turns).toBeGreaterThan(LINES / 1_000 + file.length / 300_000)
}, 60_000)
