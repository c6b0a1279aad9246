import { minuteShown } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { Trade } from './books.ts'

/** The look of the cashier: a plain page in the company's blue, readable on a phone. */
export const cashierCss = `
:root { color-scheme: light; font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
* { box-sizing: border-box }
body { margin: 0; background: #f2f4f8; color: #1f2329; line-height: 1.6 }
header { background: #1261c9; color: #fff; padding: 14px 20px; font-size: 18px; font-weight: 600 }
header small { font-weight: 400; margin-left: 8px }
main { max-width: 460px; margin: 32px auto; background: #fff; border-radius: 12px; padding: 28px 24px;
  box-shadow: 0 2px 14px rgb(20 40 80 / 8%) }
h1 { font-size: 18px; margin: 0 0 4px }
.amount { font-size: 40px; font-weight: 700; margin: 8px 0 16px; font-variant-numeric: tabular-nums }
.amount span { font-size: 22px; margin-right: 4px }
dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; margin: 0 0 24px; font-size: 14px }
dt { color: #5c6470 }
dd { margin: 0; text-align: right; overflow-wrap: anywhere }
form { margin: 0 0 12px }
button, a.button { display: block; width: 100%; min-height: 48px; border-radius: 8px; border: 1px solid #1261c9;
  font: inherit; font-weight: 600; text-align: center; line-height: 46px; text-decoration: none; cursor: pointer }
button { background: #1261c9; color: #fff }
button:hover { background: #0d4fa6 }
button.quiet, a.button { background: #fff; color: #1261c9 }
:focus-visible { outline: 3px solid #f6a623; outline-offset: 2px }
.note { border-radius: 8px; padding: 10px 14px; background: #fdeeee; color: #9b1c1c; margin: 0 0 16px }
footer { text-align: center; color: #5c6470; font-size: 13px; margin: 0 16px 32px }
`

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function page(base: string, title: string, main: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="stylesheet" href="${base}/cashier.css"></head>
<body><header>收银台<small>模拟支付宝 · 仅供开发</small></header><main>${main}</main>
<footer>这里不会动用真实的钱。</footer></body></html>`
}

/** The page on which the buyer confirms. `note` says what went wrong before. */
export function cashierPage(base: string, trade: Trade, note = ''): string {
  const action = `${base}/cashier/${encodeURIComponent(trade.outTradeNo)}`
  const until = trade.timeExpire ? `<dt>付款期限</dt><dd>${minuteShown(trade.timeExpire)}</dd>` : ''
  return page(base, '确认付款', `
<h1>确认付款</h1>${note ? `<p class="note" role="alert">${escaped(note)}</p>` : ''}
<p class="amount"><span>¥</span>${yuanText(trade.totalFen)}</p>
<dl><dt>商品</dt><dd>${escaped(trade.subject)}</dd><dt>商户订单号</dt><dd>${escaped(trade.outTradeNo)}</dd>${until}</dl>
<form method="post" action="${action}/pay"><button type="submit">确认付款</button></form>
<form method="post" action="${action}/cancel"><button type="submit" class="quiet">取消</button></form>`)
}

/** A page that ends the visit: paid already, closed, cancelled, not understood. */
export function endPage(base: string, end: { title: string; text: string; backUrl: string | null }): string {
  const back = end.backUrl ? `<a class="button" href="${escaped(end.backUrl)}">返回商户</a>` : ''
  return page(base, end.title, `<h1>${escaped(end.title)}</h1><p>${escaped(end.text)}</p>${back}`)
}
