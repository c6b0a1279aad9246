// The simulated WeChat Pay, and what goes wrong at the payment companies.

import { act, both, call, element, find, show } from './desk.js'

const wechatPath = () => `/dev/api/wechat/trades/${encodeURIComponent(find('#wechat-number').value.trim())}/`
const states = { NOTPAY: '未付款', USERPAYING: '正在付款', SUCCESS: '已付款', REFUND: '有退款', CLOSED: '已关闭' }

async function viewTrade(said = '') {
  const trade = await call(wechatPath())
  const facts = `${states[trade.trade_state] ?? trade.trade_state} · ¥${trade.total_amount} · 退款 ${trade.refunds.length} 笔 `
  show(find('#wechat-result'), said ? `${said}。` : '', facts, element('a', { href: trade.page_url }, ...both('打开付款页', 'pay page')))
}

async function actOnTrade(action) {
  const { notice } = await call(wechatPath(), { action })
  await viewTrade(notice ? `通知已送达，我们回答 ${notice.status} ${String(notice.body).slice(0, 80)}` : '没有发出通知')
}

async function makeTrouble() {
  const company = find('#trouble-company').value
  const name = find('#trouble-call').value.trim()
  const kind = find('#trouble-kind').value
  const named = company === 'alipay' ? { method: name } : { action: name }
  await call(`/dev/api/${company}/troubles/`, { ...named, kind, times: 1 })
  show(find('#trouble-result'), `下一次 ${name} 会遇到 ${kind}`)
}

const keysPath = () => `/dev/api/${find('#trouble-company').value}/keys/`
const companyShown = () => find('#trouble-company').selectedOptions[0].textContent

async function addKey() {
  const { names } = await call(keysPath(), { add: true })
  show(find('#trouble-result'), `${companyShown()}有了新密钥 ${names[0]}；重启商城后它认识新旧两把，再改用`)
}

async function useKey() {
  const { names } = await call(keysPath())
  const { signs_with: name } = await call(keysPath(), { sign_with: names[0] })
  show(find('#trouble-result'), `${companyShown()}现在用 ${name} 签名；加密钥之后没有重启过的商城不认识它`)
}

const billPath = () => `/dev/api/bills/${find('#bill-company').value}/${find('#bill-day').value}/`

function showPlanted({ planted }) {
  show(find('#bill-result'), planted.length > 0 ? `这天的账单会有：${planted.join('、')}` : '这天的账单没有差错')
}

function on(selector, result, deed) {
  for (const each of document.querySelectorAll(selector)) {
    each.addEventListener('click', () => act(each, find(result), () => deed(each)))
  }
}

find('#wechat-form').addEventListener('submit', (event) => {
  event.preventDefault()
  act(find('#wechat-form button'), find('#wechat-result'), () => viewTrade())
})
on('[data-wechat]', '#wechat-result', (each) => actOnTrade(each.dataset.wechat))
on('#trouble-make', '#trouble-result', makeTrouble)
on('#key-add', '#trouble-result', addKey)
on('#key-use', '#trouble-result', useKey)
on('#bill-plant', '#bill-result', async () => showPlanted(await call(billPath(), { kind: find('#bill-kind').value })))
on('#bill-clear', '#bill-result', async () => showPlanted(await call(`${billPath()}clear/`, {})))

/** Today in Shanghai by the application's clock: the day whose bill tomorrow morning brings. */
call('/dev/api/clock/').then(({ now }) => {
  find('#bill-day').value = now.slice(0, 10)
}, () => undefined)
