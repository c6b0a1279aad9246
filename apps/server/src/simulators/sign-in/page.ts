import { escaped, pageCss, pageHtml } from '../company/page.ts'
import type { Look } from '../company/page.ts'
import type { SamplePerson } from './people.ts'

/** The look of the pages. */
export function signInCss(look: Look): string {
  return pageCss(look, `
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px }
form { margin: 0 }
label { display: block; font-size: 14px; margin-bottom: 4px }
input { width: 100%; min-height: 48px; padding: 0 12px; border: 1px solid #868e98; border-radius: 8px; font: inherit;
  margin-bottom: 8px }
button { display: flex; align-items: center; gap: 12px; min-height: 56px; padding: 8px 16px }
button.main { justify-content: center }
button.quiet { justify-content: center; border-color: #868e98; color: #1f2329; margin-top: 24px }
button img { width: 40px; height: 40px; border-radius: 50% }
`)
}

function page(base: string, look: Look, title: string, main: string): string {
  const note = '这里没有真实的账号。<span lang="en">No real account is involved.</span>'
  return pageHtml({ base, look, title, main, note })
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
