import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { BillLine, CompanyBill } from '../modules/payments/index.ts'
import { textOf } from './ask.ts'
import { PACKED_BYTES, UNPACKED_BYTES, billTime, decodeRows, downloadBill, oddBill, readRows, signedFen } from './bill-download.ts'
import { authorization, call, saidNo } from './wechat-pay-call.ts'
import type { WechatPayClient } from './wechat-pay-call.ts'

const NO_BILL = ['NO_STATEMENT_EXIST', 'STATEMENT_CREATING']
const COMPANY_HOSTS = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com']

const odd = (what: string) => oddBill('wechat', what)

/** The bill of all trades and refunds of a day; null when the company has none (yet). Its SHA-1 is checked. */
export async function fetchWechatBill(client: WechatPayClient, day: string): Promise<CompanyBill | null> {
  const path = `/v3/bill/tradebill?bill_date=${encodeURIComponent(day)}&bill_type=ALL&tar_type=GZIP`
  const said = await call(client, { action: 'bill', method: 'GET', path })
  if (said.code && NO_BILL.includes(said.code)) return null
  if (said.code) throw saidNo('bill', said)
  const { hash_type: kind, hash_value: hash, download_url: url } = said.fields
  if (kind !== 'SHA1' || !textOf(hash) || !textOf(url)) throw odd('no SHA1 or no address')
  const file = await download(client, String(url))
  // The hash is the unpacked file's.
  if (createHash('sha1').update(file).digest('hex') !== String(hash).toLowerCase()) throw odd('the file is not the one of the hash')
  const lines = await readWechatBill(file, client.config.mchId)
  return { day, lines, file, hash: String(hash) }
}

async function download(client: WechatPayClient, url: string): Promise<Buffer> {
  const { origin } = new URL(client.config.baseUrl)
  const isAllowed = (to: URL) => to.origin === origin || (to.protocol === 'https:' && COMPANY_HOSTS.includes(to.host))
  const headersFor = (to: URL) => ({ authorization: authorization(client, 'GET', to, '') })
  const packed = await downloadBill({ provider: 'wechat', url, isAllowed, headersFor })
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b
  if (!isPacked) return packed
  return promisify(gunzip)(packed, { maxOutputLength: UNPACKED_BYTES })
    .catch(() => { throw odd(`cannot be unpacked to ${UNPACKED_BYTES} bytes from at most ${PACKED_BYTES}`) })
}

const COLUMNS = {
  at: '交易时间', mchId: '商户号', tradeId: '微信订单号', tradeNumber: '商户订单号', state: '交易状态', currency: '货币种类',
  refundNumber: '商户退款单号', refundState: '退款状态', fee: '手续费', total: '订单金额', back: '申请退款金额',
} as const
const TOTALS = '总交易单数'
const GONE = ['FAIL', 'CLOSED', 'CHANGE']

/**
 * Reads the company's CSV: a grave accent before each value, so that commas inside a value do no harm. Columns are
 * found by name; the count and both sums at the end must be those of the lines. Throws ProviderDown for an odd file.
 */
export async function readWechatBill(file: Uint8Array, mchId: string): Promise<BillLine[]> {
  const rows = await decodeRows(file, 'utf-8')
  const column = columnsOf(rows[0] ?? '')
  const end = rows.findIndex((row) => row.startsWith(TOTALS))
  if (end < 1) throw odd('ends before its sums')
  const lines = await readRows(rows.slice(1, end).filter((row) => row !== ''), (row, at) => {
    const values = valuesOf(row)
    if (values.length !== column.count) throw odd(`line ${at + 2} has ${values.length} values, not ${column.count}`)
    const value = (name: keyof typeof COLUMNS) => values[column.at[name]] ?? ''
    return readLine(value, mchId) ?? oddLine(at + 2)
  })
  checkTotals(rows[end] ?? '', rows[end + 1] ?? '', lines)
  return lines.flatMap(({ line, isGone }) => (isGone ? [] : [line]))
}

function oddLine(number: number): never {
  throw odd(`line ${number} is not understood`)
}

function columnsOf(header: string) {
  const names = header.split(',')
  const at = {} as Record<keyof typeof COLUMNS, number>
  for (const [name, title] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, string][]) {
    at[name] = names.indexOf(title)
    if (at[name] < 0) throw odd(`has no column ${title}`)
  }
  return { at, count: names.length }
}

const valuesOf = (row: string) => row.replace(/^`/, '').split(',`')

type ReadLine = { line: BillLine; isGone: boolean }

function readLine(value: (name: keyof typeof COLUMNS) => string, mchId: string): ReadLine | null {
  const isRefund = value('state') === 'REFUND'
  const at = billTime(value('at'))
  const amountFen = signedFen(value(isRefund ? 'back' : 'total'))
  const feeFen = signedFen(value('fee'))
  const [tradeId, tradeNumber, refundNumber] = [value('tradeId'), value('tradeNumber'), value('refundNumber')]
  const isOurs = value('mchId') === mchId && value('currency') === 'CNY'
  const isWhole = Boolean(tradeId && tradeNumber && (!isRefund || refundNumber))
  if (!at || amountFen === null || amountFen < 0 || feeFen === null || !isOurs || !isWhole) return null
  if (!isRefund && value('state') !== 'SUCCESS') return null
  const line: BillLine = {
    kind: isRefund ? 'refund' : 'payment', tradeNumber, tradeId, refundNumber: isRefund ? refundNumber : null, amountFen, feeFen, at,
  }
  return { line, isGone: isRefund && GONE.includes(value('refundState')) }
}

function checkTotals(header: string, totals: string, lines: readonly ReadLine[]): void {
  const names = header.split(',')
  const values = valuesOf(totals)
  const sum = (kind: BillLine['kind']) =>
    lines.reduce((all, { line }) => all + (line.kind === kind ? line.amountFen : 0), 0)
  const said = (title: string) => values[names.indexOf(title)] ?? ''
  if (Number(said(TOTALS)) !== lines.length) throw odd(`says ${said(TOTALS)} lines and has ${lines.length}`)
  if (signedFen(said('订单总金额')) !== sum('payment') || signedFen(said('申请退款总金额')) !== sum('refund')) {
    throw odd('its sums are not those of its lines')
  }
}
