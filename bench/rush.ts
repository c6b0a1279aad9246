import { loadavg } from 'node:os'
import type { BenchAlipay } from './alipay-notices.ts'
import { RUSH_HEADING } from './sections.ts'
import { SKUS_PER_PRODUCT, withClient } from './shop-rows.ts'
import { part } from './two-sizes.ts'

export type Rush = {
  url: string
  databaseUrl: string
  tokens: readonly string[]
  alipay: BenchAlipay
  said: () => string
  say: (text: string) => void
}
type Answered = { status: number; text: string; ms: number }
type Placed = { orderNumber: string; amount: string }

const BUYERS = 1_000
const PIECES = 100
const HOT_SKU = 1
const AT_ONCE = 50

/** 1,000 buyers at once for 100 pieces, then 1,000 notices in one second. @returns a section of RESULTS.md */
export async function rushSection(rush: Rush): Promise<string> {
  const at = new Date()
  const loadBefore = loadavg()[0] ?? 0
  const hot = await hotSku(rush)
  rush.say(hot.join('\n'))
  const notices = await manyNotices(rush)
  rush.say(notices.join('\n'))
  return [
    RUSH_HEADING, '',
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC, load average at the start ${loadBefore.toFixed(1)}`
      + `${loadBefore > 0.5 ? ' (the machine had other work: times are too long)' : ''}.`, '',
    ...hot, '', ...notices, '',
  ].join('\n')
}

async function hotSku(rush: Rush): Promise<string[]> {
  const { databaseUrl } = rush
  await withClient(databaseUrl, (client) =>
    client.query('update stock.levels set on_hand_qty = held_qty + $1 where sku_id = $2', [PIECES, HOT_SKU]))
  const before = await heldOf(databaseUrl)
  const beganAt = performance.now()
  const answers = await Promise.all(Array.from({ length: BUYERS }, (_, buyer) => order(rush, buyer, HOT_SKU)))
  const tookMs = performance.now() - beganAt
  const sold = answers.filter(({ status }) => status === 201).length
  const refused = answers.filter(({ status, text }) => status === 400 && text.includes('INSUFFICIENT_STOCK')).length
  const odd = answers.find(({ status, text }) => status !== 201 && !text.includes('INSUFFICIENT_STOCK'))
  const held = await heldOf(databaseUrl) - before
  const isMet = sold === PIECES && refused === BUYERS - PIECES && held === PIECES
  return [
    `**Hot SKU**: ${BUYERS.toLocaleString('en')} buyers at once for ${PIECES} pieces: ${sold} orders, ${held} pieces held, ${refused} told that nothing is left,`,
    `${BUYERS - sold - refused} answered otherwise${odd ? ` (${odd.status} ${odd.text.slice(0, 200)})` : ''}; all within ${tookMs.toFixed(0)} ms,`
      + ` p50 ${times(answers, 0.5)} ms, p99 ${times(answers, 0.99)} ms: ${isMet ? 'met' : 'missed'}.`,
  ]
}

async function manyNotices(rush: Rush): Promise<string[]> {
  const placed = await ordersToPay(rush)
  const forms = placed.map((one) => rush.alipay.notice(one))
  const beganAt = performance.now()
  const answers = await Promise.all(forms.map(async (form, n) => {
    // Evenly over one second, whether or not the ones before are answered.
    await new Promise((go) => setTimeout(go, (n * 1_000) / forms.length))
    return ask(`${rush.url}/api/payments/callback/alipay/`, { 'content-type': 'application/x-www-form-urlencoded' }, form)
  }))
  const tookMs = performance.now() - beganAt
  const taken = answers.filter(({ status, text }) => status === 200 && text === 'success').length
  const odd = answers.find(({ text }) => text !== 'success')
  const paid = await paidOf(rush.databaseUrl, placed)
  return [
    `**Notices**: ${forms.length.toLocaleString('en')} sent within one second: ${taken} taken, ${paid} orders paid${odd ? ` (${odd.status} ${odd.text.slice(0, 200)})` : ''};`,
    `the last answer after ${tookMs.toFixed(0)} ms (${((forms.length * 1_000) / tookMs).toFixed(0)} a second), p50 ${times(answers, 0.5)} ms,`
      + ` p99 ${times(answers, 0.99)} ms: ${taken === forms.length && paid === forms.length ? 'met' : 'missed'}.`,
  ]
}

async function ordersToPay(rush: Rush): Promise<Placed[]> {
  const placed: Placed[] = []
  for (let first = 0; first < BUYERS; first += AT_ONCE) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) =>
      order(rush, BUYERS + first + n, 1 + (first + n) * SKUS_PER_PRODUCT + 1)))
    for (const { status, text } of answers) {
      if (status !== 201) throw new Error(`An order was answered ${status}: ${text}\n${rush.said()}`)
      const order = JSON.parse(text) as { order_id: string; payment: { amount: string } }
      placed.push({ orderNumber: order.order_id, amount: order.payment.amount })
    }
  }
  return placed
}

function order({ url, tokens }: Rush, buyer: number, skuId: number): Promise<Answered> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[buyer] ?? ''}` }
  return ask(`${url}/api/orders/create_order/`, headers, JSON.stringify({
    address_id: buyer + 1, method: 'alipay',
    items: [{ product_id: Math.ceil(skuId / SKUS_PER_PRODUCT), sku_id: skuId, quantity: 1 }],
  }))
}

async function ask(url: string, headers: Record<string, string>, body: string): Promise<Answered> {
  const beganAt = performance.now()
  const answer = await fetch(url, { method: 'POST', headers, body })
  return { status: answer.status, text: await answer.text(), ms: performance.now() - beganAt }
}

function times(answers: readonly Answered[], share: number): string {
  return part(answers.map(({ ms }) => ms), share).toFixed(0)
}

async function heldOf(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ held_qty: number }>('select held_qty from stock.levels where sku_id = $1', [HOT_SKU]))
  return rows[0]?.held_qty ?? 0
}

async function paidOf(url: string, placed: readonly Placed[]): Promise<number> {
  const { rows } = await withClient(url, (client) => client.query<{ n: number }>(
    `select count(*)::int as n from orders.orders o join payments.payments p on p.order_id = o.id and p.state = 'succeeded'
      where o.state = 'paid' and o.number = any($1)`, [placed.map(({ orderNumber }) => orderNumber)]))
  return rows[0]?.n ?? 0
}
