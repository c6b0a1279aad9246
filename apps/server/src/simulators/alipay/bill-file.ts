import { zipSync } from 'fflate'
import { yuanText } from '@hearth/kernel/money'
import type { BillDifference, SimBillRow } from '../payment-company/bill-differences.ts'
import { wireTime } from './company.ts'
import type { Company } from './company.ts'

const COLUMNS = [
  '支付宝交易号', '商户订单号', '业务类型', '商品名称', '创建时间', '完成时间', '门店编号', '门店名称', '操作员', '终端号', '对方账户',
  '订单金额（元）', '商家实收（元）', '支付宝红包（元）', '集分宝（元）', '支付宝优惠（元）', '商家优惠（元）', '券核销金额（元）', '券名称',
  '商家红包消费金额（元）', '卡消费金额（元）', '退款批次号/请求号', '服务费（元）', '分润（元）', '备注',
]

/** The bill of a day as the company writes it: a zip with two CSV files in GBK, the details and their sums. */
export function billZip(
  company: Company, day: string, rows: readonly SimBillRow[], kinds: readonly BillDifference[] = [],
): Buffer {
  const name = `${company.sellerId}0156_${day.replaceAll('-', '')}`
  const detail = kinds.includes('bomb') ? Buffer.alloc(300_000_000, 0x20) : gbk(altered(detailText(company, day, rows), kinds))
  const files = { [`${name}_业务明细.csv`]: detail, [`${name}_业务明细(汇总).csv`]: gbk(summaryText(company, day, rows)) }
  return Buffer.from(zipSync(files, { mtime: madeAt(day) }))
}

/** Nine o'clock of the next morning: the file is the same however often it is asked for. */
function madeAt(day: string): Date {
  return new Date(new Date(`${day}T09:00:00+08:00`).getTime() + 86_400_000)
}

function altered(text: string, kinds: readonly BillDifference[]): string {
  if (kinds.includes('other_columns')) return text.replace('商户订单号', '商户单号')
  return kinds.includes('cut_short') ? text.slice(0, text.lastIndexOf('#----')) : text
}

const ruled = (words: string) => `#-----------------------------------------${words}----------------------------------------`

function detailText(company: Company, day: string, rows: readonly SimBillRow[]): string {
  const of = (kind: SimBillRow['kind']) => rows.filter((row) => row.kind === kind)
  const sum = (kind: SimBillRow['kind']) => of(kind).reduce((total, row) => total + row.amountFen, 0)
  return [
    ...heading('支付宝业务明细查询', company, day), ruled('业务明细列表'), COLUMNS.join(','), ...rows.map(lineOf), ruled('业务明细列表结束'),
    `#交易合计：${of('payment').length}笔，商家实收共${yuanText(sum('payment'))}元，商家优惠共0.00元`,
    `#退款合计：${of('refund').length}笔，商家实收退款共${yuanText(-sum('refund'))}元，商家优惠退款共0.00元`,
    `#导出时间：[${wireTime(madeAt(day))}]`, '',
  ].join('\r\n')
}

function heading(title: string, company: Company, day: string): string[] {
  const [year, month, date] = day.split('-')
  const shown = `${year}年${month}月${date}日 00:00:00`
  return [`#${title}`, `#账号：[${company.sellerId}0156]`, `#起始日期：[${shown}]   终止日期：[${shown.replace('00:00:00', '24:00:00')}]`]
}

function lineOf(row: SimBillRow): string {
  const isRefund = row.kind === 'refund'
  const amount = yuanText(isRefund ? -row.amountFen : row.amountFen)
  const at = wireTime(row.at)
  return [
    `${row.tradeNo}\t`, `${row.outTradeNo}\t`, isRefund ? '退款' : '交易', row.subject, at, at, '', '', '', '', 'bu***@example.com',
    amount, amount, '0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00', '0.00', isRefund ? `${row.outRefundNo}\t` : '',
    yuanText(-row.feeFen), '0.00', '',
  ].join(',')
}

function summaryText(company: Company, day: string, rows: readonly SimBillRow[]): string {
  const of = (kind: SimBillRow['kind']) => rows.filter((row) => row.kind === kind)
  const net = rows.reduce((total, row) => total + (row.kind === 'refund' ? -row.amountFen : row.amountFen), 0)
  const fees = rows.reduce((total, row) => total - row.feeFen, 0)
  const counts = `${of('payment').length},${of('refund').length},${yuanText(net)},${yuanText(net)}`
  return [
    ...heading('支付宝业务汇总查询', company, day), ruled('业务汇总列表'),
    '门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）',
    `合计,,${counts},0.00,0.00,0.00,${yuanText(fees)},0.00,${yuanText(net + fees)}`,
    ruled('业务汇总列表结束'), '',
  ].join('\r\n')
}

let bytesOf: Map<string, Buffer> | null = null

/** The text in GBK, as the company writes its files; what GBK has not becomes `?`. */
export function gbk(text: string): Buffer {
  bytesOf ??= gbkTable()
  const table = bytesOf
  const bytes = Buffer.allocUnsafe(text.length * 2)
  let length = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const pair = code < 0x80 ? null : table.get(sign)
    if (pair) length += pair.copy(bytes, length)
    else length = bytes.writeUInt8(code < 0x80 ? code : 0x3f, length)
  }
  return bytes.subarray(0, length)
}

function gbkTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const pair = Buffer.from([lead, trail])
      const sign = decoder.decode(pair)
      if ([...sign].length === 1 && sign !== '�' && !table.has(sign)) table.set(sign, pair)
    }
  }
  return table
}
