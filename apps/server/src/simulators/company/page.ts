/** How a company's pages present themselves; `color` needs contrast with white. */
export type Look = { company: string; color: string }

/** A page of a company in a browser. `note`: what is real and what is not, below everything. */
export type Page = { base: string; look: Look; title: string; main: string; note: string }

export const STYLES = 'pages.css'

/** The look of every page: plain, in the company's colour, readable on a phone. `more` are the rules of its kind. */
export function pageCss({ color }: Look, more = ''): string {
  return `
:root { color-scheme: light; font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
* { box-sizing: border-box }
body { margin: 0; background: #f2f4f8; color: #1f2329; line-height: 1.6 }
header { background: ${color}; color: #fff; padding: 16px 20px; font-size: 18px; font-weight: 600 }
header small { font-weight: 400; font-size: 14px; margin-left: 8px }
main { max-width: 460px; margin: 32px auto; background: #fff; border-radius: 12px; padding: 28px 24px;
  box-shadow: 0 2px 16px rgb(20 40 80 / 8%); overflow-wrap: anywhere }
h1 { font-size: 20px; margin: 0 0 4px }
h2 { font-size: 16px; margin: 24px 0 8px }
p { margin: 0 0 16px }
[lang="en"] { color: #5c6470; font-size: 0.85em; font-weight: 400 }
button, a.button { width: 100%; min-height: 48px; border-radius: 8px; border: 1px solid ${color}; background: #fff;
  color: ${color}; font: inherit; font-weight: 600; cursor: pointer }
button.main { background: ${color}; color: #fff }
button:hover, a.button:hover { background: #f2f4f8 }
button.main:hover { background: color-mix(in srgb, ${color} 85%, #000) }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px }
footer { text-align: center; color: #5c6470; font-size: 13px; margin: 0 16px 32px }
@media (max-width: 500px) { main { margin: 0 0 24px; border-radius: 0 } }
${more}`
}

/** Text for HTML, in an element or in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** The frame of a page; `main` is HTML. */
export function pageHtml({ base, look, title, main, note }: Page): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(`${title} · ${look.company}（模拟）`)}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${base}/${STYLES}"></head>
<body><header>${escaped(look.company)}<small>模拟 · 仅供开发</small></header><main>${main}</main>
<footer>${note}</footer></body></html>`
}
