import { minuteShown } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { Trade } from './books.ts'

/** The look of the pages: plain, in the company's green, readable on a phone. */
export const pagesCss = `
:root { color-scheme: light; font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
* { box-sizing: border-box }
body { margin: 0; background: #f2f5f3; color: #1f2329; line-height: 1.6 }
header { background: #05703a; color: #fff; padding: 16px 20px; font-size: 18px; font-weight: 600 }
header small { font-weight: 400; margin-left: 8px }
main { max-width: 460px; margin: 32px auto; background: #fff; border-radius: 12px; padding: 28px 24px;
  box-shadow: 0 2px 14px rgb(20 80 40 / 8%) }
h1 { font-size: 18px; margin: 0 0 4px }
.amount { font-size: 40px; font-weight: 700; margin: 8px 0 16px; font-variant-numeric: tabular-nums }
.amount span { font-size: 22px; margin-right: 4px }
dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; margin: 0 0 24px; font-size: 14px }
dt { color: #5c6470 }
dd { margin: 0; text-align: right; overflow-wrap: anywhere }
form { margin: 0 0 12px }
button, a.button { display: block; width: 100%; min-height: 48px; border-radius: 8px; border: 1px solid #05703a;
  font: inherit; font-weight: 600; text-align: center; line-height: 46px; text-decoration: none; cursor: pointer }
button { background: #05703a; color: #fff }
button:hover { background: #045a2e }
a.button { background: #fff; color: #05703a }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px }
.note { border-radius: 8px; padding: 12px 16px; background: #fdeeee; color: #9b1c1c; margin: 0 0 16px }
footer { text-align: center; color: #5c6470; font-size: 13px; margin: 0 16px 32px }
`

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function page(base: string, title: string, main: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${base}/pages.css"></head>
<body><header>微信支付<small>模拟 · 仅供开发</small></header><main>${main}</main>
<footer>这里不会动用真实的钱。</footer></body></html>`
}

/** The page on which the buyer confirms, after scanning or in his phone's browser. `note`: what went wrong before. */
export function payPage(base: string, trade: Trade, visit: { backUrl: string | null; note?: string }): string {
  const back = visit.backUrl ? `?redirect_url=${encodeURIComponent(visit.backUrl)}` : ''
  const until = trade.timeExpire ? `<dt>付款期限</dt><dd>${minuteShown(trade.timeExpire)}</dd>` : ''
  const note = visit.note ? `<p class="note" role="alert">${escaped(visit.note)}</p>` : ''
  const leave = visit.backUrl ? `<a class="button" href="${escaped(visit.backUrl)}">取消，返回商户</a>` : ''
  return page(base, '确认付款', `
<h1>确认付款</h1>${note}
<p class="amount"><span>¥</span>${yuanText(trade.totalFen)}</p>
<dl><dt>商品</dt><dd>${escaped(trade.description)}</dd><dt>商户单号</dt><dd>${escaped(trade.outTradeNo)}</dd>${until}</dl>
<form method="post" action="${base}/scan/${encodeURIComponent(trade.token)}/pay${escaped(back)}"><button type="submit">确认付款</button></form>${leave}`)
}

/** A page that ends the visit: paid, closed, not understood. */
export function endPage(base: string, end: { title: string; text: string; backUrl: string | null }): string {
  const back = end.backUrl ? `<a class="button" href="${escaped(end.backUrl)}">返回商户</a>` : ''
  return page(base, end.title, `<h1>${escaped(end.title)}</h1><p>${escaped(end.text)}</p>${back}`)
}
