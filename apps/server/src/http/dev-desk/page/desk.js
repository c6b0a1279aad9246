// The developer desk: buttons over /dev/api/. Plain modules, no build.

export const find = (selector) => document.querySelector(selector)

/** An element with properties, attributes (`data-…`, `aria-…`, `lang`) and children. */
export function element(tag, props = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (name.includes('-') || name === 'lang' || name === 'role') made.setAttribute(name, value)
    else made[name] = value
  }
  made.append(...children)
  return made
}

export const both = (zh, en) => [`${zh} `, element('span', { lang: 'en' }, en)]

/** Calls the server; throws an Error with its own sentence when it refuses. */
export async function call(path, body, headers = {}) {
  const isJson = body === undefined ? {} : { 'content-type': 'application/json' }
  const init = { credentials: 'omit', headers: { 'accept-language': 'zh-CN', ...isJson, ...headers } }
  const answer = await fetch(path, body === undefined ? init : { ...init, method: 'POST', body: JSON.stringify(body) })
  const said = await answer.json().catch(() => null)
  if (!answer.ok) throw new Error(said?.message ?? `${answer.status} ${answer.statusText}`)
  return said
}

export function show(result, ...content) {
  result.classList.remove('bad')
  result.replaceChildren(...content)
}

export function showFault(result, fault) {
  result.classList.add('bad')
  result.replaceChildren(`没有做成：${fault.message}`)
}

/** Runs a deed once per click, busy until it has answered, and says how it went. */
export async function act(button, result, deed) {
  if (button.getAttribute('aria-busy') === 'true') return
  button.setAttribute('aria-busy', 'true')
  try {
    await deed()
  } catch (fault) {
    showFault(result, fault)
  } finally {
    button.removeAttribute('aria-busy')
  }
}

export function button(words, deed, result) {
  const made = element('button', { type: 'button' }, ...words)
  made.addEventListener('click', () => act(made, result, deed))
  return made
}

export const minute = (iso) => iso.slice(0, 16).replace('T', ' ')

const roles = {
  admin: ['管理员', 'administrator'], support: ['客服', 'customer service'], dealer: ['经销商', 'dealer'],
  individual: ['顾客', 'shopper'],
}

function roleOf({ username, role }) {
  return username.startsWith('agent_') ? ['代理商', 'agent'] : (roles[role] ?? [role, ''])
}

export async function copy(text, result) {
  try {
    await navigator.clipboard.writeText(text)
    show(result, `已复制 ${text}`)
  } catch {
    show(result, `浏览器不让复制，请手动选取：${text}`)
  }
}

function accountRow(account) {
  const { username, password } = account
  const [zh, en] = roleOf(account)
  const result = find('#accounts-result')
  const copyName = button(both('复制账号', 'name'), () => copy(username, result), result)
  const copyPassword = button(both('复制密码', 'password'), () => copy(password, result), result)
  copyName.setAttribute('aria-label', `复制账号 name ${username}`)
  copyPassword.setAttribute('aria-label', `复制密码 password ${username}`)
  const words = element('span', { className: 'grow' }, element('strong', {}, username), ' ', ...both(zh, en),
    element('span', { className: 'sub' }, password))
  return element('li', {}, words, copyName, copyPassword)
}

const SHOWN = 6
const unitStates = [
  ['created', '在库', 'created'], ['shipped', '已出库', 'shipped'], ['activated', '已激活', 'activated'],
  ['in_repair', '维修中', 'in repair'],
]
const orderStates = [
  ['pending', '待支付', 'to pay'], ['paid', '待发货', 'to ship'], ['shipped', '待收货', 'on its way'],
  ['completed', '已完成', 'completed'], ['cancelled', '已取消', 'cancelled'], ['returning', '退货中', 'returning'],
  ['refunding', '退款中', 'refunding'], ['refunded', '已退款', 'refunded'],
]
const skuKinds = [['plenty', '货很足', 'plenty'], ['last_piece', '只剩一件', 'last piece']]

function groups(place, kinds, lists, itemOf) {
  const list = (key) => lists[key].slice(0, SHOWN).map((value) => element('li', {}, ...itemOf(value)))
  const parts = kinds.filter(([key]) => (lists[key] ?? []).length > 0).flatMap(([key, zh, en]) =>
    [element('h3', {}, ...both(zh, en)), element('ul', { className: 'chips' }, ...list(key))])
  place.replaceChildren(...(parts.length > 0 ? parts : [element('p', { className: 'hint' }, '演示数据里还没有。')]))
}

function unitLinks(code) {
  const look = new URLSearchParams({ qrcode_id: code, look: code })
  const row = { href: `/admin/units?${look}`, className: 'quiet', 'aria-label': `后台 ${code}` }
  return [element('a', { href: `/q/${encodeURIComponent(code)}` }, code), element('a', row, '后台')]
}

async function loadDemo() {
  const { units, orders, skus, accounts } = await call('/dev/api/demo/')
  find('#accounts').replaceChildren(...accounts.map(accountRow))
  groups(find('#units'), unitStates, units, unitLinks)
  groups(find('#orders'), orderStates, orders, (number) => [element('a', { href: `/admin/orders/${number}` }, number)])
  groups(find('#skus'), skuKinds, skus, (id) => [element('a', { href: `/goods/${id}` }, `SKU ${id}`)])
  find('#pending-orders').replaceChildren(...orders.pending.map((number) => element('option', { value: number })))
  const number = find('#trade-number')
  if (number.value === '') number.value = orders.pending[0] ?? ''
  const [code] = units.shipped
  if (code) find('#scan-door').href = `/q/${encodeURIComponent(code)}`
}

let shownNow = null

async function loadClock() {
  const { now, offset_minutes: offset } = await call('/dev/api/clock/')
  shownNow = { at: Date.parse(now), since: performance.now() }
  find('#clock-offset').textContent = Math.abs(offset) < 1 ? '与这台机器一致' : `比这台机器快 ${Math.round(offset)} 分钟`
  tick()
}

/** The clock goes on between two answers; Shanghai has the same offset all year. */
function tick() {
  if (!shownNow) return
  const at = new Date(shownNow.at + performance.now() - shownNow.since + 8 * 3_600_000)
  find('#clock-now').textContent = at.toISOString().slice(0, 19).replace('T', ' ')
}

async function moveClock(move) {
  const { now } = await call('/dev/api/clock/', move)
  await loadClock()
  show(find('#clock-result'), `现在是 ${minute(now)}`)
  await Promise.all([loadJobs(), loadDemo()])
}

async function runJob(name) {
  const { done, failed, skipped } = await call('/dev/api/jobs/run/', { name })
  show(find('#jobs-result'), `${name}：做了 ${done} 件，失败 ${failed} 件，跳过 ${skipped} 件`)
  await Promise.all([loadJobs(), loadDemo()])
}

function jobRow({ name, schedule, last_run_at: lastRunAt }) {
  const words = [schedule ? `按时 ${schedule}` : '有事才做', lastRunAt ? `上次 ${minute(lastRunAt)}` : '还没有运行过']
  const row = element('li', {},
    element('span', { className: 'grow' }, name, element('span', { className: 'sub' }, words.join(' · '))))
  if (!schedule) return row
  const run = button(both('现在运行', 'run'), () => runJob(name), find('#jobs-result'))
  run.setAttribute('aria-label', `现在运行 run ${name}`)
  row.append(run)
  return row
}

async function loadJobs() {
  find('#jobs').replaceChildren(...(await call('/dev/api/jobs/')).map(jobRow))
}

async function drain() {
  const { ran } = await call('/dev/api/jobs/drain/', {})
  show(find('#jobs-result'), `没有到期的任务了，刚才做了 ${ran} 件`)
  await Promise.all([loadJobs(), loadDemo()])
}

const tradeStatuses = { WAIT_BUYER_PAY: '等待付款', TRADE_SUCCESS: '已付款', TRADE_CLOSED: '已关闭', TRADE_FINISHED: '已结束' }

function tradeFacts(trade) {
  const facts = [
    ['订单号', trade.out_trade_no], ['交易号', trade.trade_no],
    ['状态', `${tradeStatuses[trade.trade_status] ?? ''} ${trade.trade_status}`], ['金额', `¥${trade.total_amount}`],
    ['已退', `¥${trade.refunded_amount}`],
    ...trade.refunds.map((refund) => ['退款', `${refund.out_request_no} ¥${refund.amount} ${refund.status}`]),
  ]
  return element('dl', {}, ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]))
}

function tradePath() {
  const number = find('#trade-number').value.trim()
  if (number === '') throw new Error('请先填一个订单号')
  return `/dev/api/alipay/trades/${encodeURIComponent(number)}/`
}

async function viewTrade() {
  show(find('#trade-result'), tradeFacts(await call(tradePath())))
}

async function actOnTrade(action) {
  const path = tradePath()
  const { return_url: returnUrl, notice } = await call(path, { action })
  const said = notice ? `通知已送达，我们回答 ${notice.status} ${String(notice.body).slice(0, 80)}` : '没有发出通知'
  const back = element('a', { href: returnUrl ?? '/' }, ...both('像买家一样回到商城', 'return to the shop'))
  show(find('#trade-result'), said, tradeFacts(await call(path)), back)
  await loadDemo()
}

/** Through the shop's own API, without leaving a session in this browser. */
async function placeOrder() {
  const { access } = await call('/api/authorizations/', { username: 'xiaoming', password: 'hearth-demo-2026' })
  const headers = { authorization: `Bearer ${access}` }
  const [address] = await call('/api/addresses/', undefined, headers)
  const order = { address_id: address.id, product_id: 1, quantity: 1, method: 'alipay' }
  const { order_id: number } = await call('/api/orders/', order, { ...headers, 'idempotency-key': crypto.randomUUID() })
  find('#trade-number').value = number
  show(find('#trade-result'), `小明下了一单：${number}，可以付款了`)
  await loadDemo()
}

async function resetThrottles() {
  await call('/dev/api/throttles/reset/', {})
  show(find('#throttles-result'), '所有计数都清空了')
}

function wire() {
  const on = (selector, result, deed) => {
    for (const each of document.querySelectorAll(selector)) {
      each.addEventListener('click', () => act(each, find(result), () => deed(each)))
    }
  }
  on('[data-minutes]', '#clock-result', (each) => moveClock({ advance_minutes: Number(each.dataset.minutes) }))
  on('[data-reset]', '#clock-result', () => moveClock({ reset: true }))
  on('#drain', '#jobs-result', drain)
  on('#place-order', '#trade-result', placeOrder)
  on('[data-action]', '#trade-result', (each) => actOnTrade(each.dataset.action))
  on('#reset-throttles', '#throttles-result', resetThrottles)
  find('#trade-form').addEventListener('submit', (event) => {
    event.preventDefault()
    act(find('#trade-form button'), find('#trade-result'), viewTrade)
  })
}

wire()
setInterval(tick, 1_000)
const loads = [[loadDemo, '#accounts-result'], [loadClock, '#clock-result'], [loadJobs, '#jobs-result']]
for (const [load, place] of loads) {
  load().catch((fault) => showFault(find(place), fault))
}
