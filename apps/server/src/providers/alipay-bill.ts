import { createHash } from 'node:crypto'
import type { AlipaySdk } from 'alipay-sdk'
import { promisify } from 'node:util'
import { unzip } from 'fflate'
import type { AsyncUnzipOptions, Unzipped } from 'fflate'
import type { AlipayConfig } from '../platform/config-providers.ts'
import type { BillLine, CompanyBill } from '../modules/payments/index.ts'
import { alipayTime } from './alipay-time.ts'
import { UNPACKED_BYTES, billTime, decodeRows, downloadBill, oddBill, readRows, signedFen } from './bill-download.ts'

const FILES_AT_MOST = 10
/** Large files are unpacked beside this thread. */
const unzipped = promisify<Uint8Array, AsyncUnzipOptions, Unzipped>(unzip)
const NO_BILL = /BILL_NOT_EXIST$/i
const odd = (what: string) => oddBill('alipay', what)

/**
 * The business bill of a day (`trade`); null when the company has none (yet). It comes as a zip with CSV files in GBK;
 * Alipay signs the address and gives no hash, so the hash is ours, SHA-256 of the zip.
 */
export async function fetchAlipayBill(sdk: AlipaySdk, config: AlipayConfig, day: string): Promise<CompanyBill | null> {
  const params = { timestamp: alipayTime(new Date()), bizContent: { bill_type: 'trade', bill_date: day } }
  const said = await sdk.exec('alipay.data.dataservice.bill.downloadurl.query', params, { validateSign: true })
    .catch((fault: unknown) => {
      throw odd((fault instanceof Error ? fault.message : String(fault)).slice(0, 200))
    })
  if (NO_BILL.test(String(said.sub_code ?? ''))) return null
  if (said.code !== '10000') throw odd(`${said.code} ${said.sub_code ?? said.msg}`)
  const url = String(said.bill_download_url ?? '')
  const file = await downloadBill({ provider: 'alipay', url: secure(url, config), isAllowed: (to) => isCompany(to, config) })
  return { day, lines: await readAlipayBill(file), file, hash: createHash('sha256').update(file).digest('hex') }
}

/** Older answers name the company's own host without encryption. */
function secure(url: string, config: AlipayConfig): string {
  return config.gateway.startsWith('https:') ? url.replace(/^http:/, 'https:') : url
}

function isCompany(to: URL, config: AlipayConfig): boolean {
  if (to.origin === new URL(config.gateway).origin) return true
  return to.protocol === 'https:' && (to.hostname === 'alipay.com' || to.hostname.endsWith('.alipay.com'))
}

const COLUMNS = [
  '支付宝交易号', '商户订单号', '业务类型', '商品名称', '完成时间', '订单金额（元）', '退款批次号/请求号', '服务费（元）',
] as const
type Column = (typeof COLUMNS)[number]
const SUBJECT: Column = '商品名称'

/** Reads the zip: its file of details, with the counts of payments and refunds. Throws ProviderDown for an odd one. */
export async function readAlipayBill(zip: Buffer): Promise<BillLine[]> {
  for (const file of await unpack(zip)) {
    const rows = await decodeRows(file, 'gbk')
    if (rows[0]?.startsWith('#支付宝业务明细查询')) return readDetails(rows)
  }
  throw odd('has no file of details')
}

async function unpack(zip: Buffer): Promise<Uint8Array[]> {
  let files = 0
  let bytes = 0
  try {
    return Object.values(await unzipped(zip, { filter: ({ originalSize }) => {
      files += 1
      bytes += originalSize
      if (files > FILES_AT_MOST || bytes > UNPACKED_BYTES) throw new Error('too large')
      return true
    } }))
  } catch (fault) {
    throw odd(`cannot be unpacked: ${fault instanceof Error ? fault.message : String(fault)}`.slice(0, 200))
  }
}

async function readDetails(rows: readonly string[]): Promise<BillLine[]> {
  const start = rows.findIndex((row) => row.startsWith('支付宝交易号,'))
  const end = rows.findIndex((row, at) => at > start && row.startsWith('#'))
  if (start < 0 || end < 0) throw odd('has no list of details, or ends within it')
  const names = (rows[start] ?? '').split(',').map((name) => name.trim())
  for (const name of COLUMNS) if (!names.includes(name)) throw odd(`has no column ${name}`)
  const details = rows.slice(start + 1, end).filter((row) => row.trim() !== '')
  const lines = await readRows(details, (row, at) => readLine(names, row) ?? oddLine(start + at + 2))
  checkCounts(rows.slice(end), lines)
  return lines
}

function oddLine(number: number): never {
  throw odd(`line ${number} is not understood`)
}

/** Values are not quoted. What is too much belongs to the name of the goods, which may hold commas. */
function readLine(names: readonly string[], row: string): BillLine | null {
  const values = row.split(',')
  const tooMany = values.length - names.length
  const subjectAt = names.indexOf(SUBJECT)
  if (tooMany < 0) return null
  const value = (name: Column) => {
    const at = names.indexOf(name)
    return (values[at > subjectAt ? at + tooMany : at] ?? '').trim()
  }
  const kind = value('业务类型')
  const isRefund = kind === '退款'
  const [amount, fee, at] = [signedFen(value('订单金额（元）')), signedFen(value('服务费（元）')), billTime(value('完成时间'))]
  const [tradeId, tradeNumber, refundNumber] = [value('支付宝交易号'), value('商户订单号'), value('退款批次号/请求号')]
  if ((!isRefund && kind !== '交易') || amount === null || fee === null || !at || !tradeId || !tradeNumber) return null
  if (isRefund ? amount > 0 || !refundNumber : amount < 0) return null
  return {
    kind: isRefund ? 'refund' : 'payment', tradeNumber, tradeId, refundNumber: isRefund ? refundNumber : null,
    // What the company takes is written as a loss of ours.
    amountFen: Math.abs(amount), feeFen: fee === 0 ? 0 : -fee, at,
  }
}

function checkCounts(rows: readonly string[], lines: readonly BillLine[]): void {
  for (const [kind, word] of [['payment', '交易'], ['refund', '退款']] as const) {
    const said = rows.map((row) => new RegExp(`^#${word}合计：(\\d+)笔`).exec(row)?.[1]).find(Boolean)
    const count = lines.filter((line) => line.kind === kind).length
    if (said !== undefined && Number(said) !== count) throw odd(`says ${said} of ${word} and has ${count}`)
  }
}
