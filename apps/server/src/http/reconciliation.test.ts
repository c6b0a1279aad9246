import { expect, test } from 'vitest'
import { DAY, NEXT_MORNING, aTradeAt, billsAt } from '../../tests/support/reconciliation.ts'
import { auditOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

async function asBoss(w: World) {
  const { headers, userId } = await w.signIn('boss', { role: 'admin' })
  const ask = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await w.app.inject({ method, url: `/api/reconciliation/${path}`, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
  return { ask, userId }
}

test('an administrator compares a day, sees what differs, applies it and compares again', async () => {
  await using w = await openWorld({ listen: true })
  await aTradeAt(w, 'wechat')
  w.setNow(NEXT_MORNING)
  await billsAt(w, 'wechat').plant(DAY, 'wrong_amount')
  const { ask, userId } = await asBoss(w)
  const run = await ask('POST', 'runs/', { provider: 'wechat', day: DAY })
  expect(run).toMatchObject({ status: 201, body: {
    provider: 'wechat', day: DAY, state: 'compared', payment_count: 1, payment_amount: '1000.01', fee_amount: '6.00',
    difference_count: 1, actor: userId, started_at: '2026-11-21T10:30:00.000+08:00',
  } })
  expect((await ask('GET', `runs/${run.body.id}/`)).body).toEqual(run.body)
  expect((await ask('GET', 'runs/?provider=alipay')).body).toMatchObject({ total: 0 })
  expect((await ask('GET', 'runs/')).body).toMatchObject({ total: 1, results: [run.body] })
  const { body: { results: [found] } } = await ask('GET', `cases/?state=open&day=${DAY}`)
  expect(found).toMatchObject({ kind: 'payment_amount', company_amount: '1000.01', our_amount: '1000.00', proposal: 'correct' })
  expect(await ask('POST', `cases/${found.id}/apply/`)).toMatchObject({ status: 200, body: { state: 'applied', result: 'corrected', actor: userId } })
  expect(await ask('POST', `cases/${found.id}/apply/`)).toMatchObject({ status: 409 })
  expect(await auditOf(w)).toEqual([{
    event: 'difference_ended', verdict: 'corrected', provider: 'wechat', tradeNumber: found.trade_number,
    tradeId: found.trade_id, refundNumber: '', amountFen: 100_001, actorId: userId,
  }])
  await ask('POST', 'runs/', { provider: 'wechat', day: DAY })
  expect((await ask('GET', 'cases/?state=open')).body).toMatchObject({ total: 0 })
})

test('odd requests are refused: a day that is not over, no such company, no reason, nothing there', async () => {
  await using w = await openWorld({ listen: true })
  const { ask } = await asBoss(w)
  for (const [path, payload, status] of [
    ['runs/', { provider: 'wechat', day: DAY }, 400], ['runs/', { provider: 'wechat', day: '2026-13-40' }, 400],
    ['runs/', { provider: 'bank', day: '2026-11-19' }, 400], ['cases/9/dismiss/', { reason: ' ' }, 400],
    ['cases/9/dismiss/', { reason: '人工处理' }, 404], ['cases/9/apply/', {}, 404],
  ] as const) expect((await ask('POST', path, payload)).status, `${path} ${JSON.stringify(payload)}`).toBe(status)
  expect((await ask('GET', 'runs/9/')).status).toBe(404)
})

test('a company that does not answer is told by the run, not as a fault', async () => {
  await using w = await openWorld({ listen: true })
  await aTradeAt(w, 'wechat')
  w.setNow(NEXT_MORNING)
  await w.server.desk?.wechatPay.desk.trouble({ action: 'tradebill', kind: 'http_500', times: 1 })
  const { ask } = await asBoss(w)
  expect(await ask('POST', 'runs/', { provider: 'wechat', day: DAY }))
    .toMatchObject({ status: 201, body: { state: 'failed', problem: expect.stringContaining('HTTP 500'), bill_hash: null } })
})
