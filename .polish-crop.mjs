import { chromium } from '@playwright/test'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ') })
const B='http://127.0.0.1:8073'
for (const w of [1440, 900]) {
const p = await b.newPage({ viewport: { width: w, height: 900 } }); await p.goto(B+'/')
await p.evaluate("document.querySelectorAll('h2')[4]?.scrollIntoView({behavior:'instant',block:'start'})"); await p.waitForTimeout(300); await p.evaluate("scrollBy({top:-120,behavior:'instant'})"); await p.waitForLoadState('networkidle'); await p.waitForTimeout(400)
await p.screenshot({ path: `/tmp/polish/b/floor-${w}.png` })
if (w===900) { await p.goto(B+'/goods/1'); await p.screenshot({ path: `/tmp/polish/b/goods-900.png` }) }
}

for (const [w,h] of [[360,740],[1440,900]]) {
  const q = await b.newPage({ viewport: { width: w, height: h }, isMobile: w<700 })
  for (const id of [154, 162, 19]) { await q.goto(B+'/goods/'+id); await q.waitForTimeout(300); await q.screenshot({ path: `/tmp/polish/b/g${id}-${w}.png` }) }
  if (w > 700) { await q.goto(B+'/'); for (const n of [6,8]) { await q.evaluate(`(()=>{const e=document.querySelectorAll('section[aria-labelledby^=floor]')[${n-3}];scrollTo({top:e.getBoundingClientRect().top+scrollY,behavior:'instant'})})()`); await q.waitForTimeout(900); await q.screenshot({ path: `/tmp/polish/b/fl${n}.png` }) } }
  else { await q.goto(B+'/goods/1'); await q.goto(B+'/c/1'); await q.waitForTimeout(300); await q.screenshot({ path: `/tmp/polish/b/c1-${w}.png` }) }
  await q.goto(B+'/'); await q.getByRole('button', { name: '下一张' }).click(); await q.waitForTimeout(900); await q.screenshot({ path: `/tmp/polish/b/hero2-${w}.png` })
}
await b.close()
