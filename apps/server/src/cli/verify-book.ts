import { yuanText } from '@hearth/kernel/money'
import type { BookFault, BookFindings } from '../reads/verify-book.sql.ts'
import { selectBookFindings } from '../reads/verify-book.sql.ts'
import { say, withConfigured } from './configured.ts'

const LISTED = 200
const NAMES: Record<string, string> = {
  alipay: '支付宝 Alipay', wechat: '微信支付 WeChat Pay', bank: '银行 bank', orders: '订单货款 orders',
  suspense: '挂账 suspense', fees: '手续费 fees',
}
const WHAT: Record<string, [string, string]> = {
  payment: ['支付', 'payment'], suspense: ['挂账', 'suspense entry'], refund: ['退款', 'refund'],
}

/** `verify-book`: holds the money book against payments, refunds and suspense; ends with 1 when anything is off. */
export async function verifyBook(): Promise<void> {
  const found = await withConfigured(({ db }) => db.transaction().setIsolationLevel('repeatable read')
    .execute((tx) => selectBookFindings(tx, LISTED)))
  for (const line of findingLines(found)) say(line)
  if (!isSound(found)) process.exitCode = 1
}

/** What holders hold is what it is held for; each balance is what the payments say; nothing is off. */
export function isSound({ faultCount, balances }: BookFindings): boolean {
  return faultCount === 0 && totalOf(balances) === 0 && balances.every(({ bookedFen, dueFen }) => bookedFen === dueFen)
}

/** The findings in plain sentences. */
export function findingLines(found: BookFindings): string[] {
  const { balances, faults, faultCount, entries } = found
  const lines = balances.map(({ account, bookedFen, dueFen }) => bookedFen === dueFen
    ? `  ${NAMES[account] ?? account}：${yuanText(bookedFen)}`
    : `  ${NAMES[account] ?? account}：账面 ${yuanText(bookedFen)}，应为 ${yuanText(dueFen)} (booked, should be)`)
  const rest = totalOf(balances)
  if (rest !== 0) lines.push(`各账户合计应为 0，实为 ${yuanText(rest)}。 The accounts together should make nothing.`)
  lines.push(...faults.map(faultLine))
  if (faultCount > faults.length) lines.push(`还有 ${faultCount - faults.length} 处未列出。 More are not listed.`)
  return [
    `资金账共 ${entries} 笔分录。 Entries in the money book.`, ...lines,
    isSound(found)
      ? '账目平衡，与支付、退款、挂账一一相符。 Balanced, and in agreement with every payment, refund and suspense entry.'
      : '资金账有误，请逐条核对；更正只能另记一笔。 The book is off. Nothing was changed.',
  ]
}

function totalOf(balances: BookFindings['balances']): number {
  return balances.reduce((sum, { bookedFen }) => sum + bookedFen, 0)
}

function faultLine(fault: BookFault): string {
  const [kind = '', id = ''] = fault.key.split(':')
  const [zh, en] = WHAT[kind] ?? ['分录', 'entry']
  const name = WHAT[kind] ? `${zh} ${id}` : `${zh} ${fault.key}`
  const named = WHAT[kind] ? `${en} ${id}` : `${en} ${fault.key}`
  if (fault.kind === 'unbalanced') {
    return `${name}：分录不平，${fault.postings} 行合计 ${yuanText(fault.fen)}。 The entry of ${named} is not balanced.`
  }
  if (fault.kind === 'over_refunded') {
    return `${name}：收款 ${yuanText(fault.dueFen)}，退款已达 ${yuanText(fault.bookedFen)}。 More goes back than was paid.`
  }
  const account = NAMES[fault.account] ?? fault.account
  if (fault.bookedFen === null) {
    return `${name}：“${account}”缺少 ${yuanText(fault.dueFen ?? 0)} 的记账。 ${named} is not booked there.`
  }
  if (fault.dueFen === null) {
    return `${name}：“${account}”多记了 ${yuanText(fault.bookedFen)}。 ${named} is booked there without a reason.`
  }
  return `${name}：“${account}”记了 ${yuanText(fault.bookedFen)}，应为 ${yuanText(fault.dueFen)}。 ${named} is booked with another amount.`
}
