import { minuteShown } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import type { OrderExportRow } from '../reads/order-export.sql.ts'
import type { Language } from './language.ts'

type Cell = (row: OrderExportRow, said: { language: Language; showsPhone: boolean }) => string
type Column = { zh: string; en: string; cell: Cell }

const methods = {
  alipay: { zh: '支付宝', en: 'Alipay' }, wechat: { zh: '微信支付', en: 'WeChat Pay' },
  bank: { zh: '银行转账', en: 'Bank transfer' }, credit: { zh: '授信', en: 'Credit' },
}
const time = (at: Date | null) => (at ? minuteShown(at) : '')

const columns: Column[] = [
  { zh: '订单号', en: 'Order number', cell: (row) => row.number },
  { zh: '状态', en: 'Status', cell: (row, { language }) => orderStatusLabels[row.state][language] },
  { zh: '下单时间', en: 'Placed', cell: (row) => time(row.placed_at) },
  { zh: '付款时间', en: 'Paid', cell: (row) => time(row.paid_at) },
  { zh: '发货时间', en: 'Shipped', cell: (row) => time(row.shipped_at) },
  { zh: '完成时间', en: 'Completed', cell: (row) => time(row.completed_at) },
  { zh: '取消时间', en: 'Cancelled', cell: (row) => time(row.cancelled_at) },
  { zh: '客户', en: 'Customer', cell: (row) => row.username },
  { zh: '商品', en: 'Goods', cell: (row) => row.goods },
  { zh: '件数', en: 'Pieces', cell: (row) => String(row.item_qty) },
  { zh: '商品金额', en: 'Goods amount', cell: (row) => yuanText(row.goods_fen) },
  { zh: '优惠', en: 'Discount', cell: (row) => yuanText(row.discount_fen) },
  { zh: '运费', en: 'Freight', cell: (row) => yuanText(row.freight_fen) },
  { zh: '应付金额', en: 'Amount due', cell: (row) => yuanText(row.payable_fen) },
  { zh: '支付方式', en: 'Payment method', cell: (row, { language }) => methods[row.pay_method][language] },
  { zh: '收货人', en: 'Receiver', cell: (row) => row.receiver },
  { zh: '电话', en: 'Phone', cell: (row, { showsPhone }) => (showsPhone ? row.phone : maskedPhone(row.phone)) },
  { zh: '省', en: 'Province', cell: (row) => row.province },
  { zh: '市', en: 'City', cell: (row) => row.city },
  { zh: '区县', en: 'District', cell: (row) => row.district },
  { zh: '详细地址', en: 'Address', cell: (row) => row.address_detail },
  { zh: '送货时间', en: 'Delivery', cell: (row) => time(row.deliver_at) },
  { zh: '安装时间', en: 'Installation', cell: (row) => time(row.install_at) },
  { zh: '物流公司', en: 'Carrier', cell: (row) => row.carrier ?? '' },
  { zh: '物流单号', en: 'Tracking number', cell: (row) => row.tracking_number ?? '' },
  { zh: '备注', en: 'Note', cell: (row) => row.note },
  { zh: '取消原因', en: 'Reason for cancelling', cell: (row) => row.cancel_reason },
]

export function orderTitles(language: Language): string[] {
  return columns.map((column) => column[language])
}

/** One order as a row; `showsPhone`: whole telephone numbers, else their middle is hidden. */
export function orderCells(row: OrderExportRow, said: { language: Language; showsPhone: boolean }): string[] {
  return columns.map((column) => column.cell(row, said))
}

/** `13800000002` → `138****0002`. */
export function maskedPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
