import { minuteShown } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { escaped, pageCss, pageHtml } from '../company/page.ts'
import type { Look } from '../company/page.ts'

/** Where the pages are, and how they look. */
export type Desk = { base: string; look: Look }

const NOTE = '这里不会动用真实的钱。<span lang="en">No real money is involved.</span>'

export function payCss(look: Look): string {
  return pageCss(look, `
.amount { font-size: 40px; font-weight: 700; margin: 8px 0 16px; font-variant-numeric: tabular-nums }
.amount span { font-size: 22px; margin-right: 4px }
dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; margin: 0 0 24px; font-size: 14px }
dt { color: #5c6470; white-space: nowrap }
dd { margin: 0; text-align: right }
form { margin: 0 0 12px }
a.button { display: block; text-align: center; line-height: 46px; text-decoration: none }
.note { border-radius: 8px; padding: 12px 16px; background: #fdeeee; color: #9b1c1c }
`)
}

/** What is to be paid, and the buttons. `leave` is a link or a form in HTML; `refusal` says what went wrong before. */
export type ToPay = {
  totalFen: number
  subject: string
  number: string
  until: Date | null
  payAction: string
  leave: string
  refusal: string | null
}

/** The page on which the buyer confirms. */
export function payPage({ base, look }: Desk, pay: ToPay): string {
  const rows = [['商品', pay.subject], ['商户订单号', pay.number], ...(pay.until ? [['付款期限', minuteShown(pay.until)]] : [])]
  const note = pay.refusal ? `<p class="note" role="alert">${escaped(pay.refusal)}</p>` : ''
  return pageHtml({ base, look, title: '确认付款', note: NOTE, main: `
<h1>确认付款</h1>${note}
<p class="amount"><span>¥</span>${yuanText(pay.totalFen)}</p>
<dl>${rows.map(([name = '', text = '']) => `<dt>${name}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>
<form method="post" action="${escaped(pay.payAction)}"><button type="submit" class="main">确认付款</button></form>${pay.leave}` })
}

/** A link that looks like a button. */
export function linkButton(url: string, words: string): string {
  return `<a class="button" href="${escaped(url)}">${escaped(words)}</a>`
}

/** How a visit can end. */
export type End = { title: string; text: string; backUrl: string | null }

/** A page that ends the visit: paid already, closed, cancelled, not understood. */
export function endPage({ base, look }: Desk, { title, text, backUrl }: End): string {
  const back = backUrl ? linkButton(backUrl, '返回商户') : ''
  return pageHtml({
    base, look, title, note: NOTE, main: `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>${back}`,
  })
}

/** The end of a visit for a trade that nobody knows. */
export function unknownPage(desk: Desk, backUrl: string | null): string {
  return endPage(desk, { title: '没有这笔交易', text: '请回到商户重新发起支付。', backUrl })
}

export const DECLINED = '付款被拒绝，请换一种方式或稍后再试。'
