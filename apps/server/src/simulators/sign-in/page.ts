import type { SamplePerson } from './people.ts'

/** How a company's sign-in page presents itself; `color` needs contrast with white. */
export type Look = { company: string; color: string }

/** The look of the pages: plain, in the company's colour, readable on a phone. */
export function signInCss({ color }: Look): string {
  return `
:root { color-scheme: light; font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
* { box-sizing: border-box }
body { margin: 0; background: #f2f4f8; color: #1f2329; line-height: 1.6 }
header { background: ${color}; color: #fff; padding: 14px 20px; font-size: 18px; font-weight: 600 }
header small { font-weight: 400; margin-left: 8px }
main { max-width: 460px; margin: 32px auto; background: #fff; border-radius: 12px; padding: 28px 24px;
  box-shadow: 0 2px 14px rgb(20 40 80 / 8%); overflow-wrap: anywhere }
h1 { font-size: 20px; margin: 0 0 4px }
h2 { font-size: 16px; margin: 24px 0 8px }
p { margin: 0 0 16px }
[lang="en"] { color: #5c6470; font-size: 0.85em; font-weight: 400 }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px }
form { margin: 0 }
label { display: block; font-size: 14px; margin-bottom: 4px }
input { width: 100%; min-height: 48px; padding: 0 12px; border: 1px solid #868e98; border-radius: 8px; font: inherit;
  margin-bottom: 8px }
button { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 56px; padding: 8px 16px;
  border-radius: 8px; border: 1px solid ${color}; background: #fff; color: ${color}; font: inherit; font-weight: 600;
  cursor: pointer }
button:hover { background: #f2f4f8 }
button.main { background: ${color}; color: #fff; justify-content: center }
button.quiet { justify-content: center; border-color: #868e98; color: #1f2329; margin-top: 24px }
button img { width: 40px; height: 40px; border-radius: 50% }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px }
footer { text-align: center; color: #5c6470; font-size: 13px; margin: 0 16px 32px }
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function page(base: string, look: Look, title: string, main: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${base}/sign-in.css"></head>
<body><header>${escaped(look.company)}<small>模拟 · 仅供开发</small></header><main>${main}</main>
<footer>这里没有真实的账号。<span lang="en">No real account is involved.</span></footer></body></html>`
}

/** What a sign-in page keeps in its form: where the answer goes. */
export type SignInForm = { action: string; hidden: Record<string, string>; people: readonly SamplePerson[] }

/** The page on which somebody says who he is. */
export function signInPage(base: string, look: Look, form: SignInForm): string {
  const kept = Object.entries(form.hidden)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join('')
  const person = ({ openid, nickname }: SamplePerson) => `<li><form method="post" action="${escaped(form.action)}">${kept}
<button type="submit" name="openid" value="${escaped(openid)}">
<img src="${base}/avatar/${encodeURIComponent(openid)}.svg" alt="" width="40" height="40">${escaped(nickname)}</button></form></li>`
  return page(base, look, `用${look.company}登录`, `
<h1>谁要登录？ <span lang="en">Who signs in?</span></h1>
<p>选一个人，商城就会收到他的身份。<span lang="en">The shop is told who it is.</span></p>
<ul>${form.people.map(person).join('')}</ul>
<h2>或者另一个人 <span lang="en">Or somebody else</span></h2>
<form method="post" action="${escaped(form.action)}">${kept}
<label for="openid">openid（字母、数字、- 和 _）</label>
<input id="openid" name="openid" required maxlength="64" pattern="[A-Za-z0-9_\\-]{1,64}" autocomplete="off" autocapitalize="off">
<button type="submit" class="main">登录</button></form>
<form method="post" action="${escaped(form.action)}">${kept}
<button type="submit" class="quiet" name="cancel" value="1">取消，不登录 <span lang="en">Cancel</span></button></form>`)
}

/** A page for a request that the company does not understand. */
export function refusalPage(base: string, look: Look, reason: string): string {
  return page(base, look, '登录请求有误', `<h1>登录请求有误</h1><p>${escaped(reason)}</p>`)
}
