// What reaches people from outside the shop: text messages, picture codes, identities at other companies.

import { act, both, button, call, copy, element, find, minute, show, showFault } from './desk.js'

function messageRow({ to, text, code, created_at: createdAt }) {
  const words = element('span', { className: 'grow' }, text,
    element('span', { className: 'sub' }, `${to} · ${minute(createdAt)}`))
  if (!code) return element('li', {}, words)
  const result = find('#messages-result')
  const copyCode = button(both('复制验证码', 'code'), () => copy(code, result), result)
  copyCode.setAttribute('aria-label', `复制验证码 code ${code}`)
  return element('li', {}, words, copyCode)
}

const SHOWN = 12

async function loadMessages() {
  const to = find('#messages-to').value.trim()
  const messages = await call(`/dev/api/messages/?${new URLSearchParams(to ? { to } : {})}`)
  const none = element('li', { className: 'hint' }, to ? '没有发给这个号码的消息。' : '还没有发过消息。')
  find('#messages').replaceChildren(...(messages.length > 0 ? messages.slice(0, SHOWN).map(messageRow) : [none]))
}

async function refreshMessages() {
  await loadMessages()
  show(find('#messages-result'))
}

async function setDown(isDown) {
  await call('/dev/api/messages/down/', { down: isDown })
  show(find('#messages-result'), isDown ? '短信公司停机了，每条短信都会失败' : '短信公司恢复了')
}

async function viewCaptcha() {
  const id = find('#captcha-id').value.trim()
  const { text } = await call(`/dev/api/captchas/${encodeURIComponent(id)}/`)
  show(find('#captcha-result'), `图里写着 ${text}`)
}

const companies = { qq: ['用 QQ 登录', 'QQ'], alipay: ['用支付宝登录', 'Alipay'] }

async function loadSignIns() {
  const pages = await call('/dev/api/sign-ins/')
  find('#sign-ins').replaceChildren(...pages.map(({ company, login_url: href }) =>
    element('li', {}, element('a', { href }, ...both(...companies[company])))))
}

function onSubmit(selector, result, deed) {
  const form = find(selector)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    act(form.querySelector('button'), find(result), deed)
  })
}

onSubmit('#messages-form', '#messages-result', refreshMessages)
onSubmit('#captcha-form', '#captcha-result', viewCaptcha)
for (const each of document.querySelectorAll('[data-down]')) {
  each.addEventListener('click', () =>
    act(each, find('#messages-result'), () => setDown(each.dataset.down === 'true')))
}
loadMessages().catch((fault) => showFault(find('#messages-result'), fault))
loadSignIns().catch((fault) => showFault(find('#sign-ins-result'), fault))
