import { chromium } from '@playwright/test'
import { gzipSync } from 'node:zlib'
const out = process.argv[2]; const only = process.argv[3]?.split(',')
const B = 'http://127.0.0.1:8073'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ') })
for (const [w, h] of [[360, 740], [1440, 900]]) {
  const c = await b.newContext({ viewport: { width: w, height: h }, isMobile: w < 700, hasTouch: w < 700, locale: 'zh-CN', baseURL: B, extraHTTPHeaders: {} })
  await c.request.post('/api/authorizations/', { headers: { origin: B }, data: { username: 'xiaoming', password: 'hearth-demo-2026' } })
  const p = await c.newPage()
  p.on('pageerror', (e) => console.log('ERR', e.message)); p.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()))
  const orders = (await (await c.request.get('/api/orders/my_orders/?page_size=50')).json()).results
  const done = orders.find((o) => o.status === 'completed'), can = orders.find((o) => o.status === 'cancelled')
  const pend = orders.find((o) => o.status === 'pending')
  const jobs = {
    home: async () => { await p.goto('/'); }, homeFull: async () => { await p.goto('/'); },
    goods: async () => { const js = []; const on = (r) => r.url().endsWith('.js') && js.push(r); p.on('response', on); await p.goto('/goods/1'); await p.waitForLoadState('networkidle'); p.off('response', on)
      let n = 0; for (const r of js) n += gzipSync(await r.body()).length; console.log('goods js gz', n, js.length) },
    added: async () => { await p.goto('/goods/1'); await p.waitForLoadState('networkidle'); await p.getByRole('button', { name: '加入购物车' }).click(); await p.getByRole('status').getByText('已经在购物车里了').waitFor() },
    cart: async () => { await p.goto('/cart') }, checkout: async () => { await p.goto('/checkout') },
    related: async () => { await p.goto('/goods/1'); await p.locator('#related').scrollIntoViewIfNeeded().catch(() => 0); await p.evaluate("document.querySelector('#related')?.scrollIntoView()") },
    orders: async () => { await p.goto('/orders?status=cancelled') },
    order: async () => { await p.goto('/orders/' + done.order_number) }, ordercan: async () => { if (can) await p.goto('/orders/' + can.order_number) },
    pay: async () => { if (pend) await p.goto('/pay/' + pend.order_number); else console.log('no pending') },
  }
  for (const [n, f] of Object.entries(jobs)) {
    if (only && !only.includes(n)) continue
    await f(); await p.waitForLoadState('networkidle').catch(() => 0)
    if (n === 'homeFull') { for (let y = 0, H = await p.evaluate('document.documentElement.scrollHeight'); y < H; y += 500) { await p.evaluate(`scrollTo({top:${y},behavior:'instant'})`); await p.waitForTimeout(80) } await p.evaluate("scrollTo({top:0,behavior:'instant'})"); await p.waitForLoadState('networkidle') }
    else await p.waitForTimeout(350)
    const H = await p.evaluate('document.documentElement.scrollHeight'), W = await p.evaluate('document.documentElement.scrollWidth')
    console.log(w, n, 'height', H, (H / h).toFixed(1), W > w ? 'WIDE ' + W : '')
    await p.screenshot({ path: `${out}/${n}-${w}.png`, fullPage: ['homeFull', 'cart', 'checkout', 'order', 'pay', 'orders', 'ordercan'].includes(n) })
  }
}
await b.close()
