import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { SimBillRow } from '../payment-company/bill-differences.ts'
import type { Company } from './company.ts'

const COLUMNS = [
  '交易时间', '公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号', '用户标识', '交易类型', '交易状态',
  '付款银行', '货币种类', '应结订单金额', '代金券金额', '微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型',
  '退款状态', '商品名称', '商户数据包', '手续费', '费率', '订单金额', '申请退款金额', '费率备注',
]
const TOTALS = ['总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额', '手续费总金额', '订单总金额', '申请退款总金额']

/** The bill of a day as the company writes it: CSV with a grave accent before every value, and two lines of sums. */
export function billText(company: Company, rows: readonly SimBillRow[]): string {
  const lines = rows.map((row) => marked(lineOf(company, row)))
  const sum = (kind: SimBillRow['kind']) =>
    rows.reduce((total, row) => total + (row.kind === kind ? row.amountFen : 0), 0)
  const [paid, back] = [yuanText(sum('payment')), yuanText(sum('refund'))]
  const fees = feeText(rows.reduce((total, row) => total + row.feeFen, 0))
  const totals = marked([String(rows.length), paid, back, '0.00', fees, paid, back])
  return `﻿${[COLUMNS.join(','), ...lines, TOTALS.join(','), totals].join('\r\n')}\r\n`
}

const marked = (values: readonly string[]) => values.map((value) => `\`${value}`).join(',')

/** Fees are written with five places. */
const feeText = (fen: number) => `${yuanText(fen)}000`

function lineOf(company: Company, row: SimBillRow): string[] {
  const at = isoShanghai(row.at).slice(0, 19).replace('T', ' ')
  const amount = yuanText(row.amountFen)
  const isRefund = row.kind === 'refund'
  return [
    at, company.appId, company.mchId, '0', '', row.tradeNo, row.outTradeNo, 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'NATIVE',
    isRefund ? 'REFUND' : 'SUCCESS', 'OTHERS', 'CNY', isRefund ? '0.00' : amount, '0.00', isRefund ? row.refundNo : '0',
    isRefund ? row.outRefundNo : '0', isRefund ? amount : '0.00', '0.00', isRefund ? 'ORIGINAL' : '',
    isRefund ? 'SUCCESS' : '', row.subject, '', feeText(row.feeFen), '0.60%', isRefund ? '0.00' : amount,
    isRefund ? amount : '0.00', '',
  ]
}
